"""What is typed into forms about pledges, as the plain data of the pledge file; nothing is judged here.

What cannot be read stays as it was typed, so that it can be told wrong beside its field.
"""

import re

from werkzeug.datastructures import MultiDict

from logger.domain.personal_data import presentable
from logger.web.dates import MONTHS_WHOLE, month_in_words
from logger.web.texts import t

Typed = MultiDict[str, str]
_NUMBER = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"[0-9]{1,9}[.,][0-9]{1,6}")
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_MONTH_DAY = re.compile(r"([0-9]{1,2})[. ]*(?:/ *([0-9]{1,2})|([a-zåäö]+)\.?)")
LEAST_LETTERS = 3


def text(form: Typed, name: str) -> str:
    """A text on one line, without what cannot be seen."""
    return presentable(" ".join(form.get(name, "").split()))


def number(form: Typed, name: str) -> int | float | str:
    """A number, whole or with a decimal comma; empty where none is given."""
    typed = form.get(name, "").strip()
    bare = _SPACES.sub("", typed)
    if _NUMBER.fullmatch(bare):
        return int(bare)
    if _DECIMAL.fullmatch(bare):
        return float(bare.replace(",", "."))
    return typed


def codes(form: Typed, name: str) -> list[str]:
    """The words chosen, each once, in the order of the form."""
    return list(dict.fromkeys(value for value in form.getlist(f"{name}[]") if value))


def month_day(form: Typed, name: str) -> str:
    """A day of the year as 06-01, typed as 1 juni or 1/6."""
    typed = text(form, name)
    found = _MONTH_DAY.fullmatch(typed.lower())
    if not found:
        return typed
    month = int(found[2]) if found[2] else _month(found[3])
    return f"{month:02}-{int(found[1]):02}" if month else typed


def shown_month_day(given: str) -> str:
    """The same as it is typed: "1 juni"."""
    month, _, day = given.partition("-")
    if month.isdigit() and day.isdigit() and 1 <= int(month) <= len(MONTHS_WHOLE):
        return f"{int(day)} {month_in_words(int(month))}"
    return given


def shown_number(given: object) -> str:
    """A number as it is typed, with a decimal comma."""
    return str(given).replace(".", ",") if isinstance(given, float) else str(given)


def _month(name: str) -> int:
    if len(name) < LEAST_LETTERS:
        return 0
    months = enumerate(zip(MONTHS_WHOLE, map(t, MONTHS_WHOLE), strict=True), 1)
    return next((at for at, names in months if any(each.lower().startswith(name) for each in names)), 0)
