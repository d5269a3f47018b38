"""What is entered by hand about one commitment, as its page prints it."""

from collections.abc import Iterable
from dataclasses import dataclass

from logger.domain.refusing.refusals import NotFound
from logger.domain.targets import Milestone, Reported
from logger.services.follow_up.follow_up_rows import FollowedRow
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.web.dates import long_date, month_name
from logger.web.figures import name_of
from logger.web.followup.follow_up_page import address_of
from logger.web.survey_words import answers, measured
from logger.web.texts import t
from logger.web.words import capital, whole


@dataclass(frozen=True, slots=True)
class Line:
    """One thing entered; `id` where it can be taken back."""

    text: str
    second: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """The page; what the commitment's kind does not take is left out."""

    name: str
    wording: str
    back: str
    address: str
    takes_mark: bool
    takes_report: bool
    marks: tuple[Line, ...]
    reports: tuple[Line, ...]
    indicators: tuple[Line, ...]


def numbers_page(opened: OpenedFollowUp, rows: Iterable[FollowedRow], commitment_id: str) -> NumbersPage:
    """The page in words. Raises NotFound for a commitment that the pledge has not."""
    told = next((row for row in rows if row.commitment.id == commitment_id), None)
    if told is None:
        raise NotFound
    base, target = address_of(opened), told.commitment.target
    return NumbersPage(
        name=name_of(told.commitment),
        wording=told.commitment.wording,
        back=base,
        address=f"{base}/uppgifter/{commitment_id}",
        takes_mark=isinstance(target, Milestone),
        takes_report=isinstance(target, Reported),
        marks=tuple(Line(t("Klart {0}", long_date(each.date)), each.evidence) for each in told.marks),
        reports=tuple(
            Line(f"{capital(month_name(each.month))}: {whole(each.value)}", each.source)
            for each in told.reports
        ),
        indicators=tuple(
            Line(
                f"{each.name}: {measured(each.value, each.sample)}",
                t("{0} svar, {1}. {2}", answers(each.sample), long_date(each.measured_on), each.source),
                each.id,
            )
            for each in told.indicators
        ),
    )
