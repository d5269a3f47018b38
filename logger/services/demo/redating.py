"""The same pledge, re-dated so that its validity holds today, and saying so in its title."""

import json
import re
from datetime import date
from typing import Any

from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.pledges import Pledge
from logger.domain.terms import Vocabulary
from logger.services.files.pledge_files import pledge_text, read_pledge_text

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def redated(pledge: Pledge, today: date, words: Vocabulary) -> str:
    """The file of the pledge moved by whole lengths of its validity, to the one that holds today.

    Seasons and clock times stay; days of the validity, of pauses and revisions move with it. Nobody signed
    it, so the day of signing is left out.
    """
    first, last = pledge.valid.first.year, pledge.valid.last.year
    length = last - first + 1
    years = (today.year - first) // length * length
    document = _moved(pledge_document(pledge), years)
    now = f"{first + years}" if length == 1 else f"{first + years}–{last + years}"
    document["title"] = f"{pledge.title} (demo, omdaterat till {now})"
    document.pop("signed", None)
    return pledge_text(read_pledge_text(json.dumps(document), words))


def _moved(value: Any, years: int) -> Any:
    match value:
        case dict():
            return {key: _moved(each, years) for key, each in value.items()}
        case list():
            return [_moved(each, years) for each in value]
        case str() if _DATE.fullmatch(value):
            return _moved_day(date.fromisoformat(value), years).isoformat()
        case _:
            return value


def _moved_day(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)
