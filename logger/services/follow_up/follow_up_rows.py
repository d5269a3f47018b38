"""What a follow-up says of each commitment: its figure, its rule, what the period gave, what was entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from logger.domain.counting.accounts import accounts_of
from logger.domain.counting.ledger import Ledger, Mark, Report
from logger.domain.follow_up.follow_up_periods import FollowedPeriod, day_before, last_day
from logger.domain.follow_up.follow_ups import FollowUp, Indicator, Note
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import OngoingProgress, Progress, ReportedProgress, TotalProgress
from logger.domain.progress.progress import progress
from logger.domain.sentences.sentences import rule_sentence, target_sentence
from logger.domain.terms import Vocabulary
from logger.services.boards.board_rows import BoardRow, areas
from logger.services.kept.ledgers import ledger_for
from logger.services.pledges.pledges import StoredPledge
from logger.store import vocabulary
from logger.store.follow_up import indicators


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """One commitment; `in_period` is what the period itself came to, None where that says nothing."""

    row: BoardRow
    rule: str
    goal: str
    in_period: int | None
    note: Note
    marks: tuple[Mark, ...] = ()
    reports: tuple[Report, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    @property
    def commitment(self) -> Commitment:
        """The commitment itself."""
        return self.row.commitment


@dataclass(frozen=True, slots=True)
class FollowedArea:
    """A focus area with its rows, in the pledge's own order."""

    name: str
    rows: tuple[FollowedRow, ...]


@dataclass(frozen=True)
class Known:
    """What is known now of a period: the ledger that its figures are from, and its rows."""

    ledger: Ledger
    words: Vocabulary
    as_of: date
    areas: tuple[FollowedArea, ...]

    @property
    def rows(self) -> Iterator[FollowedRow]:
        """Every row, in the pledge's own order."""
        return (row for area in self.areas for row in area.rows)


def known_now(
    session: Session,
    stored: StoredPledge,
    follow_up: FollowUp,
    as_of: date | None = None,
    entered_to: date | None = None,
) -> Known:
    """What is known now about the state at the end of the follow-up's period, or as of a day before it.

    What is entered by hand is told up to that day, or up to a later one that is asked for.
    """
    ledger = ledger_for(session, stored.municipality, stored)
    entered = indicators.indicators_of(session, stored.municipality, stored.key)
    words = vocabulary.vocabulary(session)
    return known_of(stored, ledger, words, follow_up, entered, as_of=as_of, entered_to=entered_to)


def known_of(
    stored: StoredPledge,
    ledger: Ledger,
    words: Vocabulary,
    follow_up: FollowUp,
    entered: Sequence[Indicator] = (),
    *,
    as_of: date | None = None,
    entered_to: date | None = None,
) -> Known:
    """The same over a ledger that is given."""
    as_of = as_of or last_day(stored.pledge, follow_up.period)
    before = _before(stored, ledger, follow_up.period)
    told = _Telling(stored, ledger, words, follow_up, entered, before)
    return Known(
        ledger,
        words,
        as_of,
        tuple(
            FollowedArea(area.name, tuple(told.of(row, entered_to or as_of) for row in area.rows))
            for area in areas(stored.pledge, accounts_of(stored.pledge, ledger, as_of))
        ),
    )


@dataclass(frozen=True)
class _Telling:
    stored: StoredPledge
    ledger: Ledger
    words: Vocabulary
    follow_up: FollowUp
    entered: Sequence[Indicator]
    before: Mapping[str, Progress]

    def of(self, row: BoardRow, until: date) -> FollowedRow:
        its, pledge, ledger = row.commitment, self.stored.pledge, self.ledger
        return FollowedRow(
            row,
            rule=rule_sentence(its, self.words, ledger.places, pledge=pledge),
            goal=target_sentence(its, self.words),
            in_period=_difference(row.progress, self.before[its.id]),
            note=self.follow_up.notes.get(its.id, Note(its.id)),
            marks=tuple(
                each
                for each in ledger.marks
                if each.commitment == its.id and each.date in its.valid and each.date <= until
            ),
            reports=tuple(
                each for each in ledger.reports if each.commitment == its.id and each.month <= until
            ),
            indicators=tuple(
                each.as_kept()
                for each in self.entered
                if each.commitment == its.id and each.measured_on <= until
            ),
        )


def _before(stored: StoredPledge, ledger: Ledger, period: FollowedPeriod) -> Mapping[str, Progress]:
    return progress(stored.pledge, ledger, day_before(period))


def _difference(now: Progress, before: Progress) -> int | None:
    match now, before:
        case TotalProgress(kind="coverage"), _:
            return None
        case TotalProgress(value=value), TotalProgress(value=earlier):
            return value - earlier
        case OngoingProgress(value=value), OngoingProgress(value=earlier):
            return value - earlier
        case ReportedProgress(value=value), ReportedProgress(value=earlier):
            return value - earlier
        case _:
            return None
