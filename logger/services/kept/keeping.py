"""Keeping progress up with the activities it is made of, in the deed that changes them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from logger.domain.counting.daily import Attended, cut_by_day, days_of_presence, microseconds
from logger.domain.counting.day_book import Day, DayBook, added_up
from logger.domain.counting.keeping import Attending, Change, Kept, gist, is_kept, pages_changed, presence
from logger.domain.counting.presence import add, total
from logger.domain.periods import instant_of, week_of
from logger.domain.places import Places
from logger.domain.pledges import Commitment
from logger.domain.targets import Hours, HoursAs
from logger.services.kept.pledges_in_force import StoredPledge, approved_pledges_in
from logger.store import activities, kept_state, places, progress
from logger.store import presence as presence_store
from logger.store.presence import Week
from logger.store.progress import Key

Changes = Mapping[str, Sequence[Change]]
"""What changed, by municipality."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts in some municipalities: their approved pledges, and their places by municipality."""

    pledges: Sequence[StoredPledge]
    places: Mapping[str, Places]


@dataclass(slots=True)
class _Touched:
    """A commitment that changes touch: by days of occasions, or by time to add and weeks to count anew.

    `attending` finds which activities are presence here, each with its time.
    """

    key: Key
    number: int
    commitment: Commitment
    attending: Attending
    pages: Mapping[date, Day] = field(default_factory=dict)
    added: Sequence[Attended] = ()
    anew: frozenset[date] = frozenset()

    @property
    def weeks(self) -> set[date]:
        """The Mondays of the weeks that time is only added to."""
        return {monday_of(day) for _, day, _ in cut_by_day(self.added)} - self.anew


def rules_in(session: Session, municipalities: Iterable[str]) -> Rules:
    """What counts there now: two statements."""
    codes = sorted(municipalities)
    return Rules(approved_pledges_in(session, codes), places.places_in(session, codes))


def keep_up(session: Session, changes: Changes, rules: Rules) -> None:
    """Let what is kept follow changes that have been made already, while their ledgers are held.

    A few statements, whatever the changes: what is kept of the commitments touched, the weeks of presence
    touched, for an activity that was there before the others of its weeks. What is not kept stays so.
    """
    touched = [each for stored in rules.pledges for each in _touched_in(stored, changes, rules)]
    if not touched:
        return
    weeks_touched = [(each.key, monday) for each in touched for monday in each.weeks]
    kept, added_to = kept_state.standing(session, [each.key for each in touched], weeks_touched)
    known = [each for each in touched if each.key in kept and kept[each.key].number == each.number]
    anew, weeks = _weeks_anew(session, known)
    found: dict[Key, tuple[Commitment, Kept]] = {}
    for each in known:
        book = kept[each.key].book
        pages = {day: added_up(filter(None, (book.on(day), page))) for day, page in each.pages.items()}
        with_time, added = _with_time(each, book, added_to)
        turned = book.turned(pages | with_time | anew.get(each.key, {}))
        found[each.key] = each.commitment, replace(kept[each.key], book=turned)
        weeks |= added
    put(session, found)
    presence_store.put(session, weeks)


def put(session: Session, found: Mapping[Key, tuple[Commitment, Kept]]) -> None:
    """Keep these, each with its gist."""
    progress.put(session, {key: (kept, gist(of, kept.book)) for key, (of, kept) in found.items()})


def monday_of(day: date) -> date:
    """The first day of the ISO week that the day lies in."""
    return week_of(day).first


def _touched_in(stored: StoredPledge, changes: Changes, rules: Rules) -> Iterator[_Touched]:
    made, known = changes.get(stored.municipality, ()), rules.places.get(stored.municipality, {})
    for commitment in filter(is_kept, stored.pledge.commitments) if made else ():
        key = stored.municipality, stored.key, commitment.id
        touched = _Touched(key, stored.number, commitment, presence(commitment, known))
        match commitment.target:
            case Hours(hours_as=hours_as):
                touched.added, touched.anew = _time_changed(touched, made, hours_as)
            case _:
                touched.pages = pages_changed(commitment, made, known)
        if touched.pages or touched.added or touched.anew:
            yield touched


def _time_changed(
    touched: _Touched, made: Sequence[Change], hours_as: HoursAs
) -> tuple[list[Attended], frozenset[date]]:
    """The time that is new, and the weeks in which some was taken away or that hold no names to add to."""
    added: list[Attended] = []
    anew: set[date] = set()
    for change in made:
        before, after = touched.attending([change.before]), touched.attending([change.after])
        if before or hours_as is HoursAs.PERSON:
            anew |= {monday_of(day) for _, day, _ in cut_by_day([*before, *after])}
        else:
            added += after
    return added, frozenset(anew)


def _weeks_anew(
    session: Session, touched: Sequence[_Touched]
) -> tuple[dict[Key, dict[date, Day | None]], dict[tuple[Key, date], Week]]:
    """The pages of the days of all weeks that are counted anew, and their time."""
    pages: dict[Key, dict[date, Day | None]] = {}
    weeks: dict[tuple[Key, date], Week] = {}
    spans = {(each.key[0], monday) for each in touched for monday in each.anew}
    there = activities.touching(session, {(code, *_instants(monday)) for code, monday in spans})
    for each in touched:
        if not each.anew or not isinstance(each.commitment.target, Hours):
            continue
        hours_as = each.commitment.target.hours_as
        present = days_of_presence(each.attending(there.get(each.key[0], ())), hours_as)
        for week in map(week_of, each.anew):
            pages.setdefault(each.key, {}).update(
                {day: present[day].page if day in present else None for day in week}
            )
            if hours_as is HoursAs.PRESENCE:
                weeks[each.key, week.first] = {day: present[day].merged for day in week if day in present}
    return pages, weeks


def _with_time(
    touched: _Touched, book: DayBook, kept: Mapping[tuple[Key, date], Week]
) -> tuple[dict[date, Day], dict[tuple[Key, date], Week]]:
    """The pages of the days that time is added to, and their weeks with that time merged in."""
    weeks = {(touched.key, monday): dict(kept.get((touched.key, monday), {})) for monday in touched.weeks}
    came: defaultdict[date, set[str]] = defaultdict(set)
    began: dict[date, date] = {}
    for activity, day, part in cut_by_day(touched.added):
        if (touched.key, monday_of(day)) not in weeks:
            continue
        week = weeks[touched.key, monday_of(day)]
        add(week.setdefault(day, []), part)
        came[day].add(activity.id)
        began[day] = max(activity.local_date, began.get(day, date.min))
    pages: dict[date, Day] = {}
    for day, ids in came.items():
        length = microseconds(total(weeks[touched.key, monday_of(day)][day]))
        before = book.on(day) or Day(0, 0, date.min, {})
        pages[day] = Day(before.occasions + len(ids), length, max(before.began, began[day]), {})
    return pages, weeks


def _instants(monday: date) -> tuple[datetime, datetime]:
    return instant_of(monday), instant_of(monday + timedelta(days=7))
