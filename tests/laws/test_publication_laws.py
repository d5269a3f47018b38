"""Whatever is done and whenever it is published: no publication, and no two of them, tell a small cell."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from logger.domain.counting.contributions import contributions
from logger.domain.counting.ledger import Ledger, Report
from logger.domain.pledges import Pledge
from logger.domain.progress.open_facts import last_told, open_facts, open_progress
from logger.domain.progress.place_facts import SMALLEST
from logger.domain.progress.progress import progress
from logger.domain.progress.public_facts import facts_of, is_one_number
from logger.domain.progress.recounting import recounts
from logger.domain.progress.steady_facts import is_untold, steady
from logger.domain.progress.told_before import Before
from logger.domain.words.sensitivity import is_sensitive
from logger.domain.words.vocabulary import BUILT_IN
from tests.unit.web.examples import PLACES, SCHOOLS, a_pledge, done

POINTED_OUT = tuple(sorted(each.id for each in PLACES.values() if each.flagged))
ANYWHERE = (*SCHOOLS, *POINTED_OUT, "flanaden", None)
# Of places that are named, of all schools, of any place, of what is sensitive without a goal and with one.
PLEDGE = a_pledge(
    f"counts: {{types: [foot_patrol], places: [{', '.join(SCHOOLS[:3])}]}}, "
    "target: {kind: count, at_least: 20}",
    f"counts: {{types: [foot_patrol], places: [{', '.join(SCHOOLS)}]}}, target: {{kind: coverage}}",
    "counts: {types: [foot_patrol]}, target: {kind: ongoing}",
    "counts: {types: [foot_patrol], flagged: true}, target: {kind: ongoing}",
    "counts: {types: [drug_operation]}, target: {kind: ongoing}",
    "counts: {types: [drug_operation]}, target: {kind: count, at_least: 6}",
)
EVERY_SCHOOL, ANY_PLACE = "c1", "c2"
SENSITIVE = {each.id for each in PLEDGE.commitments if is_sensitive(each, BUILT_IN)}
MONTHS = [date(2021, month + 1, 1) - timedelta(days=1) for month in range(1, 12)] + [date(2021, 12, 31)]


@dataclass(frozen=True)
class Entry:
    """Something done on a day of the year, known so many months later, and perhaps struck later still."""

    day: int
    kind: str
    place: str | None
    late: int
    struck: int

    @property
    def date(self) -> date:
        return date(2021, 1, 1) + timedelta(days=self.day)

    def is_known(self, month: int) -> bool:
        came = self.date.month - 1 + self.late
        return came <= month and (not self.struck or came + self.struck > month)


ENTRIES = st.builds(
    Entry,
    day=st.integers(0, 364),
    kind=st.sampled_from(["foot_patrol", "foot_patrol", "foot_patrol", "drug_operation"]),
    place=st.sampled_from(ANYWHERE),
    late=st.sampled_from([0, 0, 0, 0, 1, 3]),
    struck=st.sampled_from([0, 0, 0, 0, 0, 2]),
)
# Each publication: figures to the end of a month, as known then or some months later; in any order.
PUBLISHED = st.lists(st.tuples(st.integers(0, 11), st.sampled_from([0, 0, 0, 2])), max_size=4)
Publication = tuple[date, list[dict[str, Any]]]


def publications(
    entries: Sequence[Entry],
    besides: Sequence[tuple[int, int]],
    pledge: Pledge = PLEDGE,
    day_of: Callable[[Entry], date] = lambda each: each.date,
) -> list[Publication]:
    """Every month as it is over, and some once more."""
    made: list[Publication] = []
    for month, later in [*((each, 0) for each in range(12)), *besides]:
        known = [each for each in entries if each.is_known(month + later)]
        work = [done(each.kind, day_of(each), each.place) for each in known]
        made.append((MONTHS[month], told(pledge, Ledger(PLACES, work), MONTHS[month], made)))
    return made


def told(pledge: Pledge, ledger: Ledger, as_of: date, earlier: Sequence[Publication]) -> list[dict[str, Any]]:
    answers = progress(pledge, ledger, as_of)
    found = []
    for each in pledge.commitments:
        sensitive = each.id in SENSITIVE
        one_number = is_one_number(each, sensitive=sensitive)
        facts = open_facts(facts_of(pledge, each, ledger, as_of, sensitive=sensitive))
        kept = {
            "id": each.id,
            "sensitive": sensitive,
            "one_number": one_number,
            "progress": open_progress(answers[each.id], each.valid, whole=not one_number),
            "facts": facts,
        }
        before = [Before(day, one) for day, all_of in earlier for one in all_of if one["id"] == each.id]
        given = contributions(pledge, each.id, ledger, as_of)
        last = last_told(each, max((one.rule_date for one in given), default=None), facts)
        found.append(steady(kept, each, as_of, before) | {"exact": kept["progress"], "last": last})
    return found


# Each year is published a dozen times and more, which costs as much as a hundred small things.
fewer = settings(max_examples=max(1, settings().max_examples // 12))


@fewer
@given(st.lists(ENTRIES, max_size=60), PUBLISHED)
def test_publications_of_a_year_tell_what_was_promised_and_no_small_cell(
    entries: list[Entry], besides: list[tuple[int, int]]
):
    made = publications(entries, besides)
    what_was_promised_is_exact_and_is_made_again_from_what_is_told(made)
    no_two_tell_by_their_difference_what_is_small(made)
    what_is_left_of_the_whole_tells_no_place_s_small_step(made)


def what_was_promised_is_exact_and_is_made_again_from_what_is_told(made: list[Publication]) -> None:
    for as_of, commitments in made:
        assert [each.differences for each in recounts(PLEDGE, commitments, as_of) if each.differences] == []
        for each in commitments:
            if not each["sensitive"] or "at_least" in each["exact"]:
                assert each["progress"] == each["exact"]


def no_two_tell_by_their_difference_what_is_small(made: list[Publication]) -> None:
    numbers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for each in (one for _, commitments in made for one in commitments):
        if each["sensitive"] and "at_least" not in each["progress"] and not is_untold(each):
            numbers[each["id"], ""].add(each["progress"]["value"])
        for place in each["facts"]["by_place"]:
            if place["counted_to"]:
                numbers[each["id"], place["place"]].add(place["occasions"])
    for which, told in numbers.items():
        steps = [abs(one - other) for one, other in combinations(told, 2)]
        assert all(step >= SMALLEST for step in steps), (which, told)


def what_is_left_of_the_whole_tells_no_place_s_small_step(made: list[Publication]) -> None:
    """Somebody takes what is told of the others from the whole, month after month, and compares."""
    for (_, one), (_, other) in pairwise(made):
        for before, after in zip(one, other, strict=True):
            if before["id"] == EVERY_SCHOOL:
                continue  # which of them are reached is what was promised
            known, then = exactly_known(before), exactly_known(after)
            for place in known.keys() & then.keys():
                step = abs(then[place] - known[place])
                assert step == 0 or step >= SMALLEST, (before["id"], place, known, then)


def exactly_known(told: dict[str, Any]) -> dict[str, int]:
    """What follows of each named place from the numbers of a publication, where one number alone can."""
    places = told["facts"]["by_place"]
    whole = sum(each["occasions"] or 0 for each in places)
    left = sum(each["occasions"] for each in places if each["place"] is None)
    named = [each for each in places if each["named"]]
    if told["id"] == ANY_PLACE or len(named) < 2:
        return {}  # it may have been elsewhere; or there is nowhere else, and the place is the promise
    ranges = {}
    for each in named:
        least = each["occasions"] or 0
        new = each["counted_to"] == told_to(places)
        ranges[each["place"]] = (least, least if new else min(least + left, least + SMALLEST - 1))
    found = {}
    for place, (least, most) in ranges.items():
        others = [bounds for at, bounds in ranges.items() if at != place]
        low = max(least, whole - sum(high for _, high in others))
        high = min(most, whole - sum(low for low, _ in others))
        if low == high:
            found[place] = low
    return found


def told_to(places: list[dict[str, Any]]) -> str:
    return max((each["counted_to"] or "" for each in places), default="")


REPORTED = a_pledge("target: {kind: reported}", "target: {kind: reported, at_least: 30}")


@fewer
@given(
    st.lists(st.integers(0, 6), min_size=12, max_size=12),
    st.lists(st.sampled_from([0, 0, 0, 1, -1]), min_size=12, max_size=12),
    PUBLISHED,
)
def test_numbers_entered_by_month_tell_no_small_month_nor_do_two_publications(
    months: list[int], changed: list[int], besides: list[tuple[int, int]]
):
    """Each month's number may be put right two months later."""
    made: list[Publication] = []
    for month, later in [*((each, 0) for each in range(12)), *besides]:
        reports = [
            Report(each.id, date(2021, at + 1, 1), max(0, value + changed[at] * (at + 2 <= month + later)))
            for at, value in enumerate(months[: month + 1])
            for each in REPORTED.commitments
        ]
        made.append((MONTHS[month], told(REPORTED, Ledger(PLACES, reports=reports), MONTHS[month], made)))
    for as_of, commitments in made:
        assert [each.differences for each in recounts(REPORTED, commitments, as_of) if each.differences] == []
        free, promised = commitments
        assert promised["progress"] == promised["exact"]
        for each in (free, promised):
            cells = [cell["value"] for cell in each["facts"]["by_period"]]
            assert len(cells) == 1 or not any(0 < cell < SMALLEST for cell in cells)
    unpromised = [commitments[0] for _, commitments in made]
    numbers = {each["progress"]["value"] for each in unpromised if not is_untold(each)}
    assert all(abs(one - other) >= SMALLEST for one, other in combinations(numbers, 2)), numbers
