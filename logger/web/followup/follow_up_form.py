"""What is typed into a follow-up, as the values that its deeds take; nothing is judged here."""

from collections.abc import Iterable
from datetime import date

from logger.domain.counting.ledger import Mark, Report
from logger.domain.follow_up.follow_ups import Assessment, Decision, Indicator, Note
from logger.web.pledges.typed import Typed, text
from logger.web.whole_numbers import whole

UNREADABLE = date.max
"""What an unreadable day is taken for: it has not been yet, and is told so beside its field."""

NO_NUMBER = -1


def notes_in(form: Typed, commitments: Iterable[str]) -> dict[str, Note]:
    """What is said of each commitment."""
    return {each: _note(form, each) for each in commitments}


def decision_in(form: Typed) -> Decision:
    """A decision to add."""
    return Decision(
        id="",
        text=text(form, "text"),
        organisation=text(form, "organisation"),
        commitment=text(form, "commitment") or None,
        due=day_in(form, "due") if text(form, "due") else None,
    )


def mark_in(form: Typed, commitment: str) -> Mark:
    """A milestone's day and where it can be seen."""
    return Mark(commitment, day_in(form, "date"), text(form, "evidence"))


def report_in(form: Typed, commitment: str) -> Report:
    """A month's number."""
    month = text(form, "month")
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        first = UNREADABLE
    return Report(commitment, first, whole_in(form, "value"), text(form, "source"))


def indicator_in(form: Typed, commitment: str) -> Indicator:
    """A number from a survey."""
    return Indicator(
        id="",
        commitment=commitment,
        name=text(form, "name"),
        value=text(form, "measured"),
        sample=whole_in(form, "sample"),
        measured_on=day_in(form, "measured_on"),
        source=text(form, "study"),
    )


def day_in(form: Typed, name: str) -> date:
    """A day as a date field sends it."""
    try:
        return date.fromisoformat(text(form, name))
    except ValueError:
        return UNREADABLE


def whole_in(form: Typed, name: str) -> int:
    """A whole number, its thousands apart or not."""
    number = whole("".join(form.get(name, "").split()), 10)
    return NO_NUMBER if number is None else number


def _note(form: Typed, commitment: str) -> Note:
    judged = form.get(f"assessment.{commitment}", "")
    return Note(
        commitment,
        comment=text(form, f"comment.{commitment}"),
        deviation=text(form, f"deviation.{commitment}"),
        assessment=Assessment(judged) if judged in set(Assessment) else None,
        because=text(form, f"because.{commitment}"),
    )
