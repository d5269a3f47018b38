"""The open data as tables: figures as Swedish Excel opens them, and the facts behind them for machines."""

from collections.abc import Iterable, Mapping
from typing import Any

from logger.domain.progress.place_facts import SMALLEST
from logger.domain.progress.steady_facts import is_untold
from logger.web.csv_text import PROGRAM, SPREADSHEET, Cell, csv_text
from logger.web.pledges.typed import shown_number
from logger.web.texts import t

UNITS = {"hours": "sekunder", "coverage": "platser", "milestone": "klart (1) eller inte (0)", "sum": "antal"}

FIGURES = (
    "Åtagande", "Lydelse", "Läge", "Utfall", "Mål", "Enhet", "Väntat", "Hållna perioder", "Bedömda perioder",
    "Senast", "Till och med", "Inte genomfört – därför", "Bedömning, därför att", "Kommentar", "Så räknar vi",
)  # fmt: skip
FACTS = (
    "commitment", "by", "from", "to", "place", "name", "value", "occasions", "flagged", "last_month",
    "counted_to", "last_week",
)  # fmt: skip


def figures_csv(document: Mapping[str, Any]) -> str:
    """One line a commitment: a mark for the encoding, semicolons, decimal commas."""
    rows = [_figure(each, document["as_of"]) for each in document["commitments"]]
    return csv_text(SPREADSHEET, [tuple(map(t, FIGURES)), *rows])


def facts_csv(document: Mapping[str, Any]) -> str:
    """One line a fact: commas, decimal points, ISO dates, codes as in the JSON."""
    rows = [row for each in document["commitments"] for row in _facts(each)]
    return csv_text(PROGRAM, [FACTS, *rows])


def _figure(told: Mapping[str, Any], as_of: str) -> list[Cell]:
    progress = told["progress"]
    return [
        told["label"] or told["id"],
        told["wording"],
        t(told["status"]),
        t("färre än {0}", SMALLEST) if is_untold(told) else progress.get("value", ""),
        progress.get("at_least", ""),
        t(UNITS.get(progress["kind"], "tillfällen")),
        shown_number(progress.get("expected", "")),
        progress.get("periods_met", ""),
        progress.get("periods_scored", ""),
        told["last"] or "",
        as_of,
        told["deviation"],
        told["because"],
        told["comment"],
        f"{told['rule']}. {told['goal']}.",
    ]


def _facts(told: Mapping[str, Any]) -> Iterable[list[Cell]]:
    for each in told["facts"]["by_period"]:
        days = each["from"], each["to"]
        yield [told["id"], "period", *days, "", "", each["value"], each["occasions"], "", "", "", ""]
    for each in told["facts"]["by_place"]:
        at = each["place"], each["name"], "", each["occasions"], int(each["flagged"])
        cells = *at, each["last_month"], each.get("counted_to"), each.get("last_week")
        yield [told["id"], "place", "", "", *("" if cell is None else cell for cell in cells)]
