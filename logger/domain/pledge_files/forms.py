"""Reading one mapping of a document: values of the right kind, and every fault noted by line."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from logger.domain.periods import Days
from logger.domain.pledge_files.faults import Fault
from logger.domain.pledge_files.nodes import Listing, Nature, Node, Scalar, Table
from logger.domain.said import Said
from logger.domain.targets import Amount

YEARS = range(1970, 2200)
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Choice = TypeVar("Choice", bound=StrEnum)
Number = TypeVar("Number")


class Form:
    """A mapping being read.

    Each method answers the value of a key, or None (an empty text or tuple) where it is absent or faulty; a
    fault has then been noted in `faults`. Keys outside `keys` and keys written twice are faults at once.
    """

    def __init__(self, table: Table, faults: list[Fault], keys: Collection[str]) -> None:
        self._table = table
        self.faults = faults
        self.line = table.line
        self._check_keys(keys)

    @classmethod
    def of(cls, node: Node, faults: list[Fault], keys: Collection[str], what: str) -> "Form | None":
        """A form over the node; None, and a fault, when it is no mapping. `what` names it in Swedish."""
        if isinstance(node, Table):
            return cls(node, faults, keys)
        faults.append(Fault(node.line, Said("{0} ska bestå av nycklar och värden", what)))
        return None

    def fault(self, line: int, message: str, *, countable: bool = False) -> None:
        """Note a fault; a `countable` one leaves the figures what they are."""
        self.faults.append(Fault(line, message, countable))

    def has(self, key: str) -> bool:
        """Whether the key is written, whatever its value."""
        return self._table.get(key) is not None

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """The key's value, whatever it is; one that is left empty is a fault."""
        found = self._table.get(key)
        if found is None:
            if required:
                self.fault(self.line, Said('"{0}" saknas', key))
            return None
        if isinstance(found, Scalar) and found.nature is Nature.NOTHING:
            self.fault(found.line, Said('"{0}" saknar värde', key))
            return None
        return found

    def line_of(self, key: str) -> int:
        """The line that the key stands on; the form's own where it is absent."""
        return next((entry.line for entry in self._table.entries if entry.key == key), self.line)

    def text(self, key: str, *, required: bool = False) -> str:
        """A text that is not blank, without space around it."""
        scalar = self._scalar(key, Said("en text"), required=required)
        if scalar is None:
            return ""
        if not scalar.text.strip():
            self.fault(scalar.line, Said('"{0}" saknar värde', key))
        return scalar.text.strip()

    def truth(self, key: str) -> bool:
        """True. A condition is given or left out: `false` could be read in two ways and is a fault."""
        scalar = self._scalar(key, "true")
        if scalar is None:
            return False
        if scalar.nature is Nature.TRUTH and scalar.text.lower() in {"true", "yes", "on"}:
            return True
        self.fault(scalar.line, Said('"{0}" kan bara vara true; stryk raden om det inte är ett villkor', key))
        return False

    def whole(self, key: str, *, least: int, required: bool = False) -> int | None:
        """A whole number, at least `least`."""
        return self._number(key, _WHOLE, Said("ett heltal"), least=least, required=required, read=int)

    def amount(self, key: str, *, least: int, required: bool = False) -> Amount | None:
        """A number with or without decimals, at least `least`; exact, and an int where it is whole."""
        return self._number(key, _DECIMAL, Said("ett tal"), least=least, required=required, read=_exactly)

    def choice(self, key: str, among: type[Choice], *, required: bool = False) -> Choice | None:
        """One of the words of an enumeration."""
        scalar = self._scalar(key, Said("ett ord"), required=required)
        if scalar is None:
            return None
        words = [str(word) for word in among]
        if scalar.text in words:
            return among(scalar.text)
        self.fault(
            scalar.line, Said('"{0}" kan inte vara "{1}"; välj bland {2}', key, scalar.text, ", ".join(words))
        )
        return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date that exists, in a plausible year."""
        scalar = self._scalar(key, Said("ett datum"), required=required)
        if scalar is None:
            return None
        if not _DATE.fullmatch(scalar.text):
            self.fault(
                scalar.line, Said('"{0}" ska vara ett datum som 2021-06-30, inte "{1}"', key, scalar.text)
            )
            return None
        try:
            day = date.fromisoformat(scalar.text)
        except ValueError:
            self.fault(scalar.line, Said("datumet {0} finns inte", scalar.text))
            return None
        if day.year not in YEARS:
            self.fault(scalar.line, Said("årtalet i {0} är orimligt", scalar.text))
            return None
        return day

    def days(self, key: str, *, required: bool = False) -> Days | None:
        """A run of days written as {from, to}."""
        node = self.node(key, required=required)
        form = node and Form.of(node, self.faults, ("from", "to"), f'"{key}"')
        return form.span() if form else None

    def span(self) -> Days | None:
        """This form's own `from` and `to`."""
        first, last = self.day("from", required=True), self.day("to", required=True)
        if first is None or last is None:
            return None
        if last < first:
            self.fault(self.line_of("to"), Said("slutet {0} ligger före början {1}", last, first))
            return None
        return Days(first, last)

    def listing(self, key: str, *, required: bool = False) -> Sequence[Node]:
        """The items of a list that is not empty."""
        node = self.node(key, required=required)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            self.fault(node.line, Said('"{0}" ska vara en lista', key))
            return ()
        if not node.items:
            self.fault(node.line, Said('"{0}" är en tom lista', key))
        return node.items

    def codes(self, key: str) -> list[Scalar]:
        """The items of a list of words, each word once."""
        found: dict[str, Scalar] = {}
        for item in self.listing(key):
            if not isinstance(item, Scalar) or not item.text.strip():
                self.fault(item.line, Said('"{0}" ska vara en lista av ord', key))
            elif item.text in found:
                self.fault(item.line, Said('"{0}" står två gånger i "{1}"', item.text, key))
            else:
                found[item.text] = item
        return list(found.values())

    def _check_keys(self, keys: Collection[str]) -> None:
        seen: set[str] = set()
        for entry in self._table.entries:
            if entry.key not in keys:
                self.fault(
                    entry.line, Said('okänd nyckel "{0}"{1}', entry.key, did_you_mean(entry.key, keys))
                )
            elif entry.key in seen:
                self.fault(entry.line, Said('"{0}" står två gånger', entry.key))
            seen.add(entry.key)

    def _scalar(self, key: str, what: str, *, required: bool = False) -> Scalar | None:
        node = self.node(key, required=required)
        if node is None or isinstance(node, Scalar):
            return node
        self.fault(node.line, Said('"{0}" ska vara {1}', key, what))
        return None

    def _number(
        self,
        key: str,
        form: re.Pattern[str],
        what: str,
        *,
        least: int,
        required: bool,
        read: Callable[[str], Number],
    ) -> Number | None:
        scalar = self._scalar(key, what, required=required)
        if scalar is None:
            return None
        if scalar.nature is not Nature.NUMBER or not form.fullmatch(scalar.text):
            self.fault(scalar.line, Said('"{0}" ska vara {1}, inte "{2}"', key, what, scalar.text))
            return None
        if Decimal(scalar.text) < least:
            self.fault(scalar.line, Said('"{0}" ska vara minst {1}, inte {2}', key, least, scalar.text))
            return None
        return read(scalar.text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that looks most like this one; empty when none does."""
    close = get_close_matches(word, list(known), n=1)
    return Said('; menade du "{0}"?', close[0]) if close else ""


def _exactly(text: str) -> Amount:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number.normalize()
