"""What became of what was planned, what the product proposes, and what others may see of a plan."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from logger.domain.activities import Activity, Outcome
from logger.domain.periods import Days
from logger.domain.places import Gazetteer, Place
from logger.domain.planning.ics import Event, calendar
from logger.domain.planning.plan_matching import proposals
from logger.domain.planning.plans import (
    Done,
    NotDone,
    PlanItem,
    Planned,
    Standing,
    is_for_own_eyes,
    is_toward,
    planned_in,
    told,
)
from logger.domain.planning.recurrence import Monthly, Once, Weekly
from logger.domain.planning.school_terms import USUAL
from logger.domain.pledges import Commitment, FocusArea, Pledge, Rule
from logger.domain.targets import Ongoing
from logger.domain.words.vocabulary import BUILT_IN

YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
PLACES = Gazetteer([Place("torget", "Torget", former=("stora-torget",))])
THEN = datetime(2026, 3, 1, tzinfo=UTC)
PATROL = PlanItem("patrol", "police", "Fotpatrull", Weekly(2), YEAR, type="foot_patrol", place="torget")


def patrol(name: str, day: date, **changes: object) -> Activity:
    given: dict[str, object] = {
        "id": name,
        "type": "foot_patrol",
        "started_at": datetime(day.year, day.month, day.day, 10, tzinfo=UTC),
        "organisations": frozenset({"police"}),
        "place": "torget",
    }
    return Activity(**given | changes)  # type: ignore[arg-type]


def in_march(*numbers: int) -> list[Planned]:
    """The Wednesdays 4, 11, 18 and 25 March, by their place in the month."""
    march = [
        each for each in planned_in([PATROL], {}, 2026, USUAL) if each.occurrence.key.startswith("2026-03")
    ]
    return [march[number] for number in numbers]


def proposed(planned: list[Planned], *activities: Activity, taken: tuple[str, ...] = ()) -> dict[str, str]:
    found = proposals(planned, activities, PLACES, taken)
    return {key[1]: activity.id for key, activity in found.items()}


def test_a_time_is_late_when_its_last_day_is_over_and_coming_until_its_first():
    monthly = replace(PATROL, recurs=Monthly(1))
    march = planned_in([monthly], {}, 2026, USUAL)[2]
    standings = [march.standing(day) for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31))]
    assert standings == [Standing.COMING, Standing.NOW, Standing.NOW]
    assert march.standing(date(2026, 4, 1)) is Standing.LATE


def test_what_became_of_it_stands_whatever_day_it_is():
    key = in_march(0)[0].key
    for outcome, standing in (
        (Done("a", "x", THEN), Standing.DONE),
        (NotDone("Sjukdom", "x", THEN), Standing.NOT_DONE),
    ):
        found = next(each for each in planned_in([PATROL], {key: outcome}, 2026, USUAL) if each.key == key)
        assert found.standing(date(2027, 1, 1)) is standing


def test_the_nearest_day_is_proposed_and_each_activity_but_once():
    planned = in_march(0, 1)
    assert proposed(planned, patrol("a", date(2026, 3, 4)), patrol("b", date(2026, 3, 12))) == {
        "2026-03-04": "a",
        "2026-03-11": "b",
    }
    assert proposed(planned, patrol("a", date(2026, 3, 7))) == {"2026-03-04": "a"}
    assert proposed(planned, patrol("a", date(2026, 3, 8))) == {"2026-03-11": "a"}


def test_what_fits_on_the_day_wins_over_what_fits_beside_it():
    planned = in_march(0)
    before, on_it = patrol("before", date(2026, 3, 3)), patrol("on it", date(2026, 3, 4))
    assert proposed(planned, before, on_it) == {"2026-03-04": "on it"}
    assert proposed(planned, before, on_it, taken=("on it",)) == {"2026-03-04": "before"}


def test_another_thing_is_never_proposed():
    day = date(2026, 3, 4)
    others = [
        patrol("type", day, type="traffic_check"),
        patrol("place", day, place="skolan"),
        patrol("performer", day, organisations=frozenset({"municipality"})),
        patrol("voided", day, voided=True),
        patrol("interrupted", day, outcome=Outcome.INTERRUPTED),
        patrol("day", day - timedelta(days=4)),
    ]
    assert proposed(in_march(0), *others) == {}
    anywhere = [replace(each, item=replace(PATROL, place=None)) for each in in_march(0)]
    assert proposed(anywhere, others[1]) == {"2026-03-04": "place"}


def test_a_place_that_turned_out_to_be_another_is_the_same_place_in_a_plan():
    day = date(2026, 3, 4)
    assert proposed(in_march(0), patrol("then", day, place="stora-torget")) == {"2026-03-04": "then"}
    planned = [replace(each, item=replace(PATROL, place="stora-torget")) for each in in_march(0)]
    assert proposed(planned, patrol("now", day)) == {"2026-03-04": "now"}


def test_nothing_is_proposed_for_what_has_an_outcome():
    said = replace(in_march(0)[0], outcome=NotDone("Sjukdom", "x", THEN))
    assert proposed([said], patrol("a", date(2026, 3, 4))) == {}


def test_a_sensitive_type_is_for_the_own_organisations_eyes():
    secret = Commitment("drugs", "Narkotika", Ongoing(), YEAR, Rule(types=("drug_operation",)))
    open_one = Commitment("walks", "Fotpatrull", Ongoing(), YEAR, Rule(types=("foot_patrol",)))
    pledge = Pledge("1814", "Löfte", YEAR, (FocusArea("Allt", (secret, open_one)),))

    def hidden(**given: str | None) -> bool:
        return is_for_own_eyes(replace(PATROL, **given), pledge, BUILT_IN)  # type: ignore[arg-type]

    assert hidden(type="drug_operation")
    assert not hidden()
    assert hidden(type=None, commitment="drugs")
    assert not hidden(type=None, commitment="walks")
    assert not hidden(type=None)


def test_the_digest_of_a_plan_is_made_of_what_it_says_in_whatever_order():
    other = replace(PATROL, id="other", title="Rondering")
    assert told([PATROL, other]) == told([other, PATROL])
    assert told([PATROL]) != told([replace(PATROL, days=Days(date(2026, 2, 1), YEAR.last))])
    assert told([PATROL]) != told([replace(PATROL, recurs=Once())])


def test_a_calendar_is_folded_escaped_and_ends_its_lines_as_the_standard_says():
    name = "Trygghetsvandring, å; ä\\ö\nvid Fjugesta torg och i parken bakom Bergsgården i Lekebergs kommun"
    text = calendar("Plan", [Event("u1", Days(date(2026, 3, 4), date(2026, 3, 4)), name, THEN, "Fjugesta")])
    lines = text.split("\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = text.replace("\r\n ", "").split("\r\n")
    escaped = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    assert f"SUMMARY:{escaped}" in unfolded
    assert "DTSTART;VALUE=DATE:20260304" in unfolded
    assert "DTEND;VALUE=DATE:20260305" in unfolded
    assert "DTSTAMP:20260301T000000Z" in unfolded


def test_what_is_planned_is_toward_what_it_is_meant_for_or_would_surely_count_for():
    presence = Commitment("presence", "Ord", Ongoing(), YEAR, Rule(performed_by=("police",)))
    at_school = Commitment("school", "Ord", Ongoing(), YEAR, Rule(types=("foot_patrol",), places=("skolan",)))
    assert is_toward(PATROL, presence)
    assert not is_toward(replace(PATROL, organisation="municipality"), presence)
    assert not is_toward(replace(PATROL, type=None), presence)
    assert not is_toward(PATROL, at_school)  # where it will be is not said by its type
    assert is_toward(replace(PATROL, commitment="school"), at_school)
