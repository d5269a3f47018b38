"""A period that somebody picks to look at: read from the address, and the control that changes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from logger.domain.periods import ONE_DAY, Days, Per, calendar_periods
from logger.web.as_of import day_in
from logger.web.dates import days, long_date, period_name
from logger.web.texts import t
from logger.web.words import capital

OFFERED = ((Per.ISO_WEEK, 2), (Per.MONTH, 2), (Per.QUARTER, 2), (Per.TERTIAL, 1), (Per.YEAR, 2))
"""The lengths that can be picked at once, and how many of each: the present one, and those before it."""


@dataclass(frozen=True, slots=True)
class SpanChoice:
    """A period that is one press away."""

    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class SpanPicker:
    """The control; `told` says what the page then shows, empty while no period is picked."""

    text: str
    told: str
    action: str
    first: str
    last: str
    latest: str
    choices: tuple[SpanChoice, ...]
    clear: str


def span_in(asked: Mapping[str, str], as_of: date) -> Days | None:
    """The days that the address asks for, to the shown day where it names no other end; None for none."""
    first, last = day_in(asked.get("from")), day_in(asked.get("to")) or as_of
    if first is None or first > last:
        return None
    return Days(first, last)


def span_notice(asked: Mapping[str, str], span: Days | None) -> str:
    """What to say of a period that cannot be shown; empty when it is."""
    if not asked.get("from") or span is not None:
        return ""
    return t("Den perioden går inte att visa. Den första dagen måste finnas och ligga före den sista.")


def span_query(span: Days | None, as_of: date) -> str:
    """The query of a page as of the day with the period kept."""
    if span is None:
        return ""
    asked = {"from": span.first.isoformat(), "to": span.last.isoformat(), "as_of": as_of.isoformat()}
    return f"?{urlencode(asked)}"


def span_picker(span: Days | None, as_of: date, latest: date, address: str) -> SpanPicker:
    """The control of a page at `address`; `latest` is the last day that there can be anything to see of."""
    return SpanPicker(
        text=span_name(span) if span else t("Välj en period"),
        told=_told(span, as_of) if span else "",
        action=address,
        first=span.first.isoformat() if span else "",
        last=(span.last if span else as_of).isoformat(),
        latest=latest.isoformat(),
        choices=tuple(_choices(span, latest, address)),
        clear=address,
    )


def span_name(span: Days) -> str:
    """A whole week, month, quarter or year by its name; all else by its days."""
    for per in (Per.ISO_WEEK, Per.MONTH, Per.QUARTER, Per.TERTIAL, Per.YEAR):
        if span in calendar_periods(per, span):
            name = capital(period_name(per, span))
            return f"{name} {span.last.year}" if per is Per.ISO_WEEK else name
    return days(span)


def _told(span: Days, as_of: date) -> str:
    return t("Kolumnen I perioden visar det som gjordes {0}. Annars läget {1}.", days(span), long_date(as_of))


def _choices(span: Days | None, latest: date, address: str) -> Iterator[SpanChoice]:
    for per, number in OFFERED:
        day = latest
        for _ in range(number):
            whole = next(iter(calendar_periods(per, Days(day, day))))
            last = min(whole.last, latest)
            asked = {"from": whole.first.isoformat(), "as_of": last.isoformat()}
            name = capital(period_name(per, whole))
            yield SpanChoice(name, f"{address}?{urlencode(asked)}", span == Days(whole.first, last))
            day = whole.first - ONE_DAY
