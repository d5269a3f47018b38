"""A promise that is told in monthly numbers, which neither signed pledge has: invented, and saying so."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from logger.domain.counting.ledger import Report
from logger.domain.pledge_files.pledge_export import Document, pledge_document
from logger.domain.pledges import Pledge
from logger.domain.terms import Vocabulary
from logger.services.demo.people import LEKEBERG
from logger.services.files.pledge_files import pledge_text, read_pledge_text

COMMITMENT = "early-support"
SOURCE = "Socialtjänstens statistik (påhittad)"
_NUMBERS = (11, 9, 14, 12, 8, 7, 3, 10, 16, 13, 15, 12)
"""By month of the year: fewest in July, when the schools are closed."""

_AREA: Document = {
    "name": "Tidigt stöd (påhittat för demon)",
    "commitments": [
        {
            "id": COMMITMENT,
            "wording": "Skola och socialtjänst tar emot oro för barn och unga inom en vecka. "
            "Det redovisas som ett antal i månaden, aldrig händelse för händelse.",
            "label": "Oro för unga som tagits emot i tid",
            "performers": ["municipality"],
            "responsible": ["municipality"],
            "target": {"kind": "reported"},
        }
    ],
}


def with_early_support(pledge: Pledge, words: Vocabulary) -> str:
    """The file of the pledge with the invented promise at its end; as it was, of any other municipality."""
    document = pledge_document(pledge)
    if pledge.municipality == LEKEBERG.code:
        document["focus_areas"] = [*document["focus_areas"], _AREA]
    return pledge_text(read_pledge_text(json.dumps(document), words))


def numbers(pledge: Pledge, today: date) -> Iterator[Report]:
    """Its numbers: one for each month that is over, and none of a pledge without the promise."""
    if COMMITMENT not in {each.id for each in pledge.commitments}:
        return
    month = pledge.valid.first.replace(day=1)
    while month < min(today.replace(day=1), pledge.valid.last):
        yield Report(COMMITMENT, month, _NUMBERS[month.month - 1], SOURCE)
        month = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
