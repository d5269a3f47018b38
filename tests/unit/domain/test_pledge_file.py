"""Everything that can be wrong with a pledge file is told, with its line, in plain Swedish."""

from textwrap import dedent

import pytest

from logger.domain.drafting.pledge_warnings import warnings
from logger.domain.places import Place
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text

HEAD = """\
format: 1
municipality: "1814"
title: Löfte
valid: {from: 2021-01-01, to: 2021-12-31}
focus_areas:
  - name: Allt
    commitments:
"""
# The first line of a commitment that is put after the head.
FIRST = HEAD.count("\n") + 1


def read(text: str, places: set[str] | None = None) -> Pledge:
    return read_pledge_text(text, BUILT_IN, places)


def faults(text: str, places: set[str] | None = None) -> list[tuple[int, str]]:
    with pytest.raises(PledgeFileFaults) as refused:
        read(text, places)
    return [(fault.line, fault.message) for fault in refused.value.faults]


def with_commitments(*commitments: str) -> str:
    listed = (dedent(each).strip().replace("\n", "\n        ") for each in commitments)
    return HEAD + "".join(f"      - {each}\n" for each in listed)


def one(counts: str = "{}", target: str = "{kind: ongoing}", more: str = "") -> str:
    """A pledge of one commitment: counts on line FIRST + 2, target on FIRST + 3, more after them."""
    return with_commitments(f"id: c\nwording: Ord\ncounts: {counts}\ntarget: {target}\n{more}")


KINDS_IN_FILES = "count, sum, hours, coverage, milestone, increase, ongoing, reported"
FROM_JUNE = "{from: 2021-06-01, at_least: 2}"
COUNTS, TARGET, MORE = FIRST + 2, FIRST + 3, FIRST + 4


def test_id_wording_and_target_are_enough() -> None:
    (only,) = read(with_commitments("id: c\nwording: Ord\ntarget: {kind: ongoing}")).commitments
    assert (only.id, only.wording, only.label) == ("c", "Ord", "")


def test_what_is_required_is_missed_at_the_line_where_its_place_is() -> None:
    assert faults(with_commitments("label: x")) == [
        (FIRST, '"id" saknas'),
        (FIRST, '"target" saknas'),
        (FIRST, '"wording" saknas'),
    ]
    assert [message for _, message in faults("{}")] == [
        '"focus_areas" saknas',
        '"format" saknas',
        '"municipality" saknas',
        '"title" saknas',
        '"valid" saknas',
    ]


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ("{types: [trafic_check]}", 'okänd aktivitetstyp "trafic_check"; menade du "traffic_check"?'),
        ("{focus: [fart]}", 'okänd fokus "fart"'),
        ("{performed_by: [navy]}", 'okänd organisation "navy"'),
        ("{jointly: [police, navy]}", 'okänd organisation "navy"'),
        ("{places: [nowhere]}", 'okänd plats "nowhere"'),
        ("{place_kinds: [castle]}", 'okänd platstyp "castle"'),
        ("{weekdays: [fredag]}", 'okänd veckodag "fredag"'),
        ("{min_people: 0}", '"min_people" ska vara minst 1, inte 0'),
        ("{min_minutes: tjugo}", '"min_minutes" ska vara ett heltal, inte "tjugo"'),
        ("{types: []}", '"types" är en tom lista'),
        ("{types: traffic_check}", '"types" ska vara en lista'),
        ("{types: [survey, survey]}", '"survey" står två gånger i "types"'),
        ("{types: [[survey]]}", '"types" ska vara en lista av ord'),
        ("{targeted: false}", '"targeted" kan bara vara true; stryk raden om det inte är ett villkor'),
        ('{flagged: "true"}', '"flagged" kan bara vara true; stryk raden om det inte är ett villkor'),
        ("{any_of: [{clock: {}}]}", '"clock" kan inte stå i any_of eller except, bara i regeln själv'),
        ("{type: [survey]}", 'okänd nyckel "type"; menade du "types"?'),
        ("{except: survey}", "en räkneregel ska bestå av nycklar och värden"),
        ('{clock: {from: "18:00"}}', '"to" saknas'),
        (
            '{clock: {from: "18:00", to: "24:00"}}',
            '"to" ska vara ett klockslag från 00:00 till 23:59, inte "24:00"',
        ),
        ("{seasons: [{from: 06-01, to: 06-31}]}", "dagen 06-31 finns inte"),
        ("{seasons: [{from: 06-01, to: 6/8}]}", '"to" ska vara månad och dag som 06-01, inte "6/8"'),
        (
            "{seasons: [{from: 02-29, to: 06-30}]}",
            "en säsong kan inte börja eller sluta den 29 februari, som inte finns varje år",
        ),
    ],
)
def test_a_faulty_rule_is_told_in_words(counts: str, message: str) -> None:
    assert (COUNTS, message) in faults(one(counts), places=set())


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            "{kind: guess}",
            f'"kind" kan inte vara "guess"; välj bland {KINDS_IN_FILES}',
        ),
        ("{at_least: 2}", '"kind" saknas'),
        ("{kind: count}", '"at_least" saknas'),
        ("{kind: count, at_least: 0}", '"at_least" ska vara minst 1, inte 0'),
        ("{kind: count, at_least: -3}", '"at_least" ska vara minst 1, inte -3'),
        ("{kind: hours, at_least: 0.5}", '"at_least" ska vara minst 1, inte 0.5'),
        ("{kind: coverage, at_least: 0}", '"at_least" ska vara minst 1, inte 0'),
        ("{kind: reported, at_least: 0}", '"at_least" ska vara minst 1, inte 0'),
        ("{kind: count, at_least: 2.5}", '"at_least" ska vara ett heltal, inte "2.5"'),
        ('{kind: count, at_least: "2"}', '"at_least" ska vara ett heltal, inte "2"'),
        ("{kind: count, at_least: 012}", '"at_least" ska vara ett heltal, inte "012"'),
        ("{kind: sum, at_least: 2}", '"counter" saknas'),
        ("{kind: sum, at_least: 2, counter: bilar}", 'okänt räkneverk "bilar"'),
        ("{kind: increase, baseline: -1}", '"baseline" ska vara minst 0, inte -1'),
        (
            "{kind: milestone, per: year}",
            '"per" hör inte till "milestone", bara till count, sum, hours, coverage',
        ),
        (
            "{kind: coverage, per: year, judged: average}",
            '"judged" hör inte till "coverage", bara till count, sum, hours',
        ),
        (
            "{kind: coverage, revisions: [{from: 2021-06-01, at_least: 2}]}",
            '"revisions" hör inte till "coverage", bara till count, sum, hours',
        ),
        ("{kind: count, at_least: 1, judged: average}", '"judged" behöver "per": i snitt per vad?'),
        ("{kind: count, at_least: 1, per: season}", '"per: season" behöver "seasons" i räkneregeln'),
        ("{kind: count, at_least: 1, unit: week}", '"unit" kan inte vara "week"; välj bland day, place'),
        (
            "{kind: count, at_least: 1, revisions: [{from: 2022-01-01, at_least: 2}]}",
            "målet ändras 2022-01-01, utanför giltigheten 2021-01-01–2021-12-31",
        ),
        (
            "{kind: count, at_least: 1, revisions: [{from: 2021-06-01, at_least: 0}]}",
            '"at_least" ska vara minst 1, inte 0',
        ),
        (
            f"{{kind: count, at_least: 1, revisions: [{FROM_JUNE}, {FROM_JUNE}]}}",
            "målet ändras två gånger 2021-06-01",
        ),
        ("{kind: ongoing, pauses: [{from: 2021-06-31, to: 2021-07-01}]}", "datumet 2021-06-31 finns inte"),
        (
            "{kind: ongoing, pauses: [{from: 2021-07-01, to: 2021-06-01}]}",
            "slutet 2021-06-01 ligger före början 2021-07-01",
        ),
        ("{kind: ongoing, mål: 3}", 'okänd nyckel "mål"'),
        ("{kind: ongoing, in_addition_to: d}", '"in_addition_to": inget åtagande har id "d"'),
        (
            "{kind: ongoing, in_addition_to: c}",
            '"in_addition_to": "c" måste vara ett annat count, utan per, unit och in_addition_to',
        ),
    ],
)  # fmt: skip
def test_a_faulty_target_is_told_in_words(target: str, message: str) -> None:
    assert (TARGET, message) in faults(one(target=target))


@pytest.mark.parametrize(
    "other",
    [
        "{kind: ongoing}",
        "{kind: hours, at_least: 2}",
        "{kind: count, at_least: 2, per: month}",
        "{kind: count, at_least: 2, per: month, judged: average}",
        "{kind: count, at_least: 2, unit: day}",
        "{kind: count, at_least: 2, in_addition_to: plain}",
    ],
)
def test_only_plain_occasions_can_be_gone_beyond(other: str) -> None:
    text = with_commitments(
        "{id: plain, wording: Ord, target: {kind: count, at_least: 2}}",
        f"{{id: other, wording: Ord, target: {other}}}",
        "{id: beyond, wording: Ord, target: {kind: count, at_least: 2, in_addition_to: other}}",
    )
    assert faults(text) == [
        (
            FIRST + 2,
            '"in_addition_to": "other" måste vara ett annat count, utan per, unit och in_addition_to',
        )
    ]


def test_a_commitment_may_go_beyond_one_that_comes_after_it() -> None:
    text = with_commitments(
        "{id: beyond, wording: Ord, target: {kind: count, at_least: 2, in_addition_to: plain}}",
        "{id: plain, wording: Ord, target: {kind: count, at_least: 2}}",
    )
    assert [each.in_addition_to for each in read(text).commitments] == ["plain", None]


def test_two_commitments_with_one_id_are_told_at_the_second() -> None:
    twice = "{id: c, wording: Ord, target: {kind: ongoing}}"
    assert faults(with_commitments(twice, twice)) == [
        (FIRST + 1, f'två åtaganden har id "c"; det första står på rad {FIRST}')
    ]


def test_two_ids_alike_are_told_in_a_file_of_one_line() -> None:
    twice = '{"id": "c", "wording": "Ord", "target": {"kind": "ongoing"}}'
    text = (
        '{"format": 1, "municipality": "1814", "title": "Löfte", "valid": {"from": "2021-01-01", '
        f'"to": "2021-12-31"}}, "focus_areas": [{{"name": "Allt", "commitments": [{twice}, {twice}]}}]}}'
    )
    assert faults(text) == [(1, 'två åtaganden har id "c"; det första står på rad 1')]


def test_a_commitment_s_own_validity_bounds_its_revisions() -> None:
    target = "{kind: count, at_least: 1, revisions: [{from: 2022-02-01, at_least: 2}]}"
    assert faults(one(target=target)) != []
    (only,) = read(one(target=target, more="valid: {from: 2021-01-01, to: 2022-03-31}")).commitments
    assert str(only.valid.last) == "2022-03-31"


def test_pledge_years_cannot_begin_on_a_leap_day() -> None:
    target, more = "{kind: count, at_least: 1, per: pledge_year}", "valid: {from: 2020-02-29, to: 2021-12-31}"
    assert faults(one(target=target, more=more)) == [
        (TARGET, "löftesår kan inte börja den 29 februari, som inte finns varje år")
    ]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (f"label: {'x' * 41}", '"label" får vara högst 40 tecken; denna är 41'),
        ("valid: {from: 2021-06-31, to: 2021-12-31}", "datumet 2021-06-31 finns inte"),
        ("valid: {from: 2021-06-30, to: 2021-06-29}", "slutet 2021-06-29 ligger före början 2021-06-30"),
        ("valid: {from: 30/6, to: 2021-12-31}", '"from" ska vara ett datum som 2021-06-30, inte "30/6"'),
        ("valid: {from: 0021-06-30, to: 2021-12-31}", "årtalet i 0021-06-30 är orimligt"),
        ("valid: 2021", '"valid" ska bestå av nycklar och värden'),
        ("performers: [navy]", 'okänd organisation "navy"'),
        ("responsible: [navy]", 'okänd organisation "navy"'),
        ("label: [x]", '"label" ska vara en text'),
        ("label:", '"label" saknar värde'),
        ('label: " "', '"label" saknar värde'),
        ("etikett: x", 'okänd nyckel "etikett"'),
        ("wording: Igen", '"wording" står två gånger'),
    ],
)
def test_a_faulty_commitment_is_told_in_words(more: str, message: str) -> None:
    assert (MORE, message) in faults(one(more=more))


def test_a_label_of_forty_characters_fits() -> None:
    (only,) = read(one(more=f"label: {'å' * 40}")).commitments
    assert len(only.label) == 40


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("format: 1", "format: 2", (1, '"format" ska vara 1, inte 2')),
        ('"1814"', "Lekeberg", (2, '"municipality" ska vara en kommunkod med fyra siffror, inte "Lekeberg"')),
        ("2021-12-31", "2020-12-31", (4, "slutet 2020-12-31 ligger före början 2021-01-01")),
        ("title: Löfte", "titel: Löfte", (3, 'okänd nyckel "titel"; menade du "title"?')),
        ("title: Löfte", "title: Löfte\nsigned: 2020-02-30", (4, "datumet 2020-02-30 finns inte")),
        ("name: Allt", "namn: Allt", (6, 'okänd nyckel "namn"; menade du "name"?')),
    ],
)
def test_a_faulty_head_is_told_in_words(was: str, becomes: str, fault: tuple[int, str]) -> None:
    assert fault in faults(one().replace(was, becomes))


def test_every_fault_is_told_at_once_in_order_of_line() -> None:
    text = one("{types: [x], focus: [y]}", "{kind: count, at_least: 0}", "label:").replace(
        "2021-12-31", "2021-13-01"
    )
    assert [line for line, _ in faults(text)] == [4, COUNTS, COUNTS, TARGET, MORE]


def test_parties_are_organisations() -> None:
    text = one("{performed_by: [housing_company]}")
    assert faults(text) == [(COUNTS, 'okänd organisation "housing_company"')]
    assert read(text.replace("valid:", "parties: [police, housing_company]\nvalid:")).parties == (
        "police",
        "housing_company",
    )


def test_places_are_checked_where_they_are_known() -> None:
    text = one("{places: [a, b]}")
    assert faults(text, places={"a"}) == [(COUNTS, 'okänd plats "b"')]
    assert read(text).commitment("c").counts.places == ("a", "b")


def test_a_goal_changed_outside_the_validity_can_be_counted_but_not_taken_in() -> None:
    outside = "{kind: count, at_least: 1, revisions: [{from: 2022-01-01, at_least: 2}]}"
    with pytest.raises(PledgeFileFaults) as refused:
        read(one(target=outside))
    assert refused.value.countable is not None
    with pytest.raises(PledgeFileFaults) as refused:
        read(one("{types: [x]}", outside))
    assert refused.value.countable is None


@pytest.mark.parametrize(
    ("counts", "target", "warned"),
    [
        ("{}", "{kind: increase}", "utgångsvärde"),
        ("{}", "{kind: coverage}", "några platser"),
        ("{}", "{kind: count, at_least: 1, per: year, judged: average}", "hel period"),
        ("{seasons: [{from: 01-01, to: 01-05}]}", "{kind: count, at_least: 1, per: month}", "hel period"),
        (
            "{}",
            "{kind: count, at_least: 1, pauses: [{from: 2020-01-01, to: 2022-01-01, reason: x}]}",
            "ingen dag",
        ),
        ("{}", "{kind: count, at_least: 1, pauses: [{from: 2021-01-01, to: 2021-01-02}]}", "skäl"),
        ("{}", "{kind: count, at_least: 1, revisions: [{from: 2021-02-01, at_least: 2}]}", "skäl"),
    ],
)
def test_a_target_that_can_never_be_scored_is_a_warning(counts: str, target: str, warned: str) -> None:
    text = one(counts, target).replace("2021-12-31}", "2021-12-15}")
    text = text.replace("{from: 2021-01-01, to: 2021-12-15}", "{from: 2021-01-02, to: 2021-12-15}")
    (warning,) = warnings(read(text))
    assert warned in warning.message
    assert str(warning).startswith("c: ")


def test_what_can_be_scored_is_not_warned_of() -> None:
    assert warnings(read(one("{}", "{kind: count, at_least: 1, per: year}"))) == []
    assert warnings(read(one("{}", "{kind: ongoing}"))) == []
    schools = read(one("{place_kinds: [school]}", "{kind: coverage}"))
    assert warnings(schools) == []
    assert len(warnings(schools, places={})) == 1
    assert warnings(schools, places={"a": Place("a", "A", frozenset({"school"}))}) == []
