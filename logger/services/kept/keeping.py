"""Keeping progress up with the activities it is made of, in the deed that changes them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from logger.domain.activities import Activity
from logger.domain.counting.daily import Attended, cut_by_day, days_of_presence, microseconds
from logger.domain.counting.day_book import Day, DayBook, added_up, growth
from logger.domain.counting.gists import gist, grown
from logger.domain.counting.keeping import (
    Attending,
    Change,
    Kept,
    is_kept,
    leaf_of,
    pages_changed,
    presence,
)
from logger.domain.counting.presence import add, total
from logger.domain.periods import Days, instant_of, week_of
from logger.domain.places import Places
from logger.domain.pledges import Commitment
from logger.domain.targets import Hours, HoursAs
from logger.services.kept.pledges_in_force import StoredPledge, approved_pledges_in
from logger.store import places, together
from logger.store.activities import activities
from logger.store.kept import kept_state, putting
from logger.store.kept.kept_state import Standing
from logger.store.kept.leaves import Key, Leaf, LeafKey, Presence
from logger.store.kept.progress import KeptPledge
from logger.store.kept.putting import Books
from logger.store.together import Reading

Changes = Mapping[str, Sequence[Change]]
"""What changed, by municipality."""
Pages = dict[date, Day | None]
"""Days as they are now; None for one on which nothing is left that counts."""
NO_BOOK = DayBook()
_WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts in some municipalities: their approved pledges, and their places by municipality."""

    pledges: Sequence[StoredPledge]
    places: Mapping[str, Places]


@dataclass
class Touched:
    """A commitment that changes touch: by days of occasions, or by time to add and weeks to count anew.

    `attending` finds which activities are presence here, each with its time. Where nothing `is_only_added`
    the gist is made from the whole book: of what is taken away it cannot tell what was beneath.
    """

    key: Key
    number: int
    commitment: Commitment
    is_only_added: bool
    pages: Mapping[date, Day] = field(default_factory=dict)
    added: Sequence[Attended] = ()
    anew: frozenset[date] = frozenset()
    attending: Attending = field(default=lambda _: [])

    @cached_property
    def weeks(self) -> set[date]:
        """The Mondays of the weeks that time is only added to."""
        return {monday_of(day) for _, day, _ in cut_by_day(self.added)} - self.anew

    @cached_property
    def leaves(self) -> dict[LeafKey, Days]:
        """The leaves on which something changes."""
        days = {*self.pages, *self.anew, *self.weeks}
        found = (leaf_of(self.commitment, day) for day in days)
        return {(self.key, leaf.first): leaf for leaf in found}


def rules_in(session: Session, municipalities: Iterable[str]) -> Rules:
    """What counts there now: two statements."""
    codes = sorted(municipalities)
    return Rules(approved_pledges_in(session, codes), places.places_in(session, codes))


def keep_up(session: Session, changes: Changes, rules: Rules) -> None:
    """Let what is kept follow changes that have been made already, while their ledgers are held."""
    touched = touched_by(changes, rules)
    rows = together.read(session, readings_for(touched))
    putting.put(session, followed(touched, changes, rows))


def touched_by(changes: Changes, rules: Rules) -> list[Touched]:
    """What these changes touch."""
    return [each for stored in rules.pledges for each in _touched_in(stored, changes, rules)]


def readings_for(touched: Sequence[Touched]) -> dict[str, Reading]:
    """What is to be read of it, while its ledgers are held; of what nothing touches nothing.

    The gists of the pledges touched and the leaves touched; for an activity that was there before the whole
    books, and the others of its weeks.
    """
    found = kept_state.readings(
        {each.key[:2] for each in touched},
        {leaf for each in touched if each.is_only_added for leaf in each.leaves},
        {each.key for each in touched if not each.is_only_added},
    )
    return found | _weeks_to_read(touched)


def followed(touched: Sequence[Touched], changes: Changes, rows: Mapping[str, Sequence[Any]]) -> Books:
    """What is kept as it becomes by these changes, by what was read of it; what is not kept stays so."""
    standing = kept_state.standing_in(rows)
    known = [each for each in touched if standing.of(each.key, each.number)]
    there = _as_they_are_now(activities.by_municipality(rows.get(_WEEKS, ())), changes)
    found = Books()
    for each in known:
        pledge = found.pledges[each.key[:2]] = standing.pledges[each.key[:2]]
        anew = dict(_weeks_anew(each, there.get(each.key[0], ())))
        found.leaves.update(_turned(each, pledge, standing, anew))
    return found


def monday_of(day: date) -> date:
    """The first day of the ISO week that the day lies in."""
    return week_of(day).first


def _touched_in(stored: StoredPledge, changes: Changes, rules: Rules) -> Iterator[Touched]:
    made, known = changes.get(stored.municipality, ()), rules.places.get(stored.municipality, {})
    only_added = all(each.before is None or each.before.voided for each in made)
    for commitment in filter(is_kept, stored.pledge.commitments) if made else ():
        key = stored.municipality, stored.key, commitment.id
        match commitment.target:
            case Hours(hours_as=hours_as):
                attending = presence(commitment, known)
                added, anew = _time_changed(attending, made, hours_as)
                if added or anew:
                    is_added = only_added and not anew
                    yield Touched(key, stored.number, commitment, is_added, {}, added, anew, attending)
            case _:
                if pages := pages_changed(commitment, made, known):
                    yield Touched(key, stored.number, commitment, only_added, pages)


def _time_changed(
    attending: Attending, made: Sequence[Change], hours_as: HoursAs
) -> tuple[list[Attended], frozenset[date]]:
    """The time that is new, and the weeks in which some was taken away or that hold no names to add to."""
    added: list[Attended] = []
    anew: set[date] = set()
    for change in made:
        before = attending([change.before]) if change.before else []
        after = attending([change.after])
        if before or hours_as is HoursAs.PERSON:
            anew |= {monday_of(day) for _, day, _ in cut_by_day([*before, *after])}
        else:
            added += after
    return added, frozenset(anew)


def _turned(
    touched: Touched, pledge: KeptPledge, standing: Standing, anew: Mapping[date, tuple[Pages, Presence]]
) -> dict[LeafKey, Leaf]:
    """The leaves that are touched as they are now; the gist of the commitment follows in the pledge."""
    of, book = touched.commitment, standing.books.get(touched.key, NO_BOOK)
    pages: Pages = {day: added_up(filter(None, (book.on(day), page))) for day, page in touched.pages.items()}
    with_time, weeks = _with_time(touched, book, standing)
    pages |= with_time
    for monday, (recounted, present) in anew.items():
        pages |= recounted
        weeks[monday] = present
    turned = book.turned(pages)
    kept = pledge.of(of.id) or Kept(NO_BOOK)
    if touched.is_only_added:
        growing = {day: growth(book.on(day), page) for day, page in with_time.items() if page}
        new = grown(of, kept.gist, DayBook.of({**touched.pages, **growing}))
    else:
        new = gist(of, turned)
    pledge.keep(of.id, Kept(new, kept.covered))
    return {
        name: Leaf(turned.between(days), weeks.get(days.first, {})) for name, days in touched.leaves.items()
    }


def _weeks_to_read(touched: Sequence[Touched]) -> dict[str, Reading]:
    """What was done in the weeks that are counted anew."""
    spans = {(each.key[0], *_instants(monday)) for each in touched for monday in each.anew}
    return {_WEEKS: activities.touching(spans)} if spans else {}


def _as_they_are_now(
    there: Mapping[str, Mapping[str, Activity]], changes: Changes
) -> dict[str, Collection[Activity]]:
    """The activities that were read, those that change as they become, written down yet or not."""
    return {
        code: {**there.get(code, {}), **{each.after.id: each.after for each in made}}.values()
        for code, made in changes.items()
    }


def _weeks_anew(touched: Touched, there: Iterable[Activity]) -> Iterator[tuple[date, tuple[Pages, Presence]]]:
    """The Mondays of the weeks that are counted anew, with the pages of their days and their time."""
    if not touched.anew or not isinstance(touched.commitment.target, Hours):
        return
    hours_as = touched.commitment.target.hours_as
    present = days_of_presence(touched.attending(there), hours_as)
    for week in map(week_of, touched.anew):
        pages = {day: present[day].page if day in present else None for day in week}
        merged = {day: present[day].merged for day in week if day in present}
        yield week.first, (pages, merged if hours_as is HoursAs.PRESENCE else {})


def _with_time(touched: Touched, book: DayBook, standing: Standing) -> tuple[Pages, dict[date, Presence]]:
    """The pages of the days that time is added to, and their weeks with that time merged in."""
    if not touched.added:
        return {}, {}
    weeks = {monday: dict(standing.presence.get((touched.key, monday), {})) for monday in touched.weeks}
    came: defaultdict[date, set[str]] = defaultdict(set)
    began: dict[date, date] = {}
    for activity, day, part in cut_by_day(touched.added):
        if monday_of(day) not in weeks:
            continue
        add(weeks[monday_of(day)].setdefault(day, []), part)
        came[day].add(activity.id)
        began[day] = max(activity.local_date, began.get(day, date.min))
    pages: Pages = {}
    for day, ids in came.items():
        length = microseconds(total(weeks[monday_of(day)][day]))
        before = book.on(day) or Day(0, 0, date.min, {})
        pages[day] = Day(before.occasions + len(ids), length, max(before.began, began[day]), {})
    return pages, weeks


def _instants(monday: date) -> tuple[datetime, datetime]:
    return instant_of(monday), instant_of(monday + timedelta(days=7))
