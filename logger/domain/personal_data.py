"""The guard for free text: finds what points out a person, since an entry is about an activity.

The phone runs the same rules before saving; `tests/vectors/personal_data.json` holds both to one verdict.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How sure the guard is: what is blocked is never shown to others, a warning leaves it to the author."""

    OK = 0
    WARN = 1
    BLOCK = 2


class Kind(StrEnum):
    """What a piece of text looks like."""

    PERSONAL_NUMBER = "personal_number"
    NUMBER_PLATE = "number_plate"
    PHONE_NUMBER = "phone_number"
    EMAIL = "email"
    POSSIBLE_PERSONAL_NUMBER = "possible_personal_number"
    POSSIBLE_NUMBER_PLATE = "possible_number_plate"


_WARNINGS = frozenset({Kind.POSSIBLE_PERSONAL_NUMBER, Kind.POSSIBLE_NUMBER_PLATE})


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of the cleaned text, from `start` up to `end`, and what it looks like."""

    kind: Kind
    start: int
    end: int

    @property
    def level(self) -> Level:
        """How sure that is."""
        return Level.WARN if self.kind in _WARNINGS else Level.BLOCK


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard says of a text: the surest level and the kinds found, in alphabetical order."""

    level: Level
    kinds: tuple[Kind, ...]


def judge(text: str) -> Verdict:
    """The verdict on a free text. A warning about what is blocked anyway is left out."""
    found = list(findings(cleaned(text)))
    certain = [finding for finding in found if finding.level is Level.BLOCK]
    doubts = [finding for finding in found if finding.level is Level.WARN and not _overlaps(finding, certain)]
    kept = certain + doubts
    level = max((finding.level for finding in kept), default=Level.OK)
    return Verdict(level, tuple(sorted({finding.kind for finding in kept})))


def cleaned(text: str) -> str:
    """The text as it is read: odd digits, dashes and gaps made plain, what is invisible taken out."""
    plain = (_plain(character) for character in unicodedata.normalize("NFKC", text))
    return re.sub(" +", " ", "".join(plain))


def presentable(text: str) -> str:
    """The text as it was written, in NFC, less what is invisible, breaks or turns the line."""
    return "".join(map(_visible, unicodedata.normalize("NFC", text))).strip()


def findings(text: str) -> Iterator[Finding]:
    """Everything in a cleaned text that looks like one of the kinds; the pieces may overlap."""
    for pattern, judged in _RULES:
        for match in pattern.finditer(text):
            kind = judged(match)
            if kind is not None:
                yield Finding(kind, *match.span(1))


def _plain(character: str) -> str:
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Pd":
            return "-"
        case "Nd":
            return str(unicodedata.decimal(character))
        case "Mn" | "Me":  # what is drawn over a digit, as on a key (7️⃣); an accent is in its letter by now
            return ""
        case _:
            return "-" if character == "\N{MINUS SIGN}" else _visible(character)


def _visible(character: str) -> str:
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cn" if _is_no_character(ord(character)):
            return ""  # no XML may hold it, so that no feed or workbook could
        case _:
            return character


def _is_no_character(code: int) -> bool:
    """Whether it is one of those that never will be; what is not assigned yet may be tomorrow's emoji."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _overlaps(finding: Finding, others: list[Finding]) -> bool:
    return any(finding.start < other.end and other.start < finding.end for other in others)


# A personal identity number (personnummer) or coordination number (samordningsnummer, day + 60): date of
# birth with or without century, a separator, three digits, a check digit (folkbokföringslagen § 18); joined,
# or in groups as people write and say it: "1985-07-09-9805", "85 07 09 98 05". Looked for at every place, and
# both with and without century, since what stands before may be a number too: "kl 14 85 07 09 98 05".
_REST = r"[0-9]{4}|[0-9]{2} [0-9]{2}|[0-9]{3} [0-9]"
_BORN = rf"([0-9]{{2}})([ ./-]?)([0-9]{{2}})\4([0-9]{{2}})( ?[-+/] ?|[. ]?)({_REST})"
_IDENTITY, _IDENTITY_WITH_CENTURY = (
    re.compile(rf"(?<![0-9])(?=({century}{_BORN})(?![0-9]))") for century in ("()", "(1[89]|20) ?")
)


_UNTIL = re.compile(r" ?- ?[0-2][0-9][0-5][0-9](?![0-9])")


def _identity(match: re.Match[str]) -> Kind | None:
    _, century, year, gap, month, day, separator, rest = match.groups()
    if not _is_birth_date(century, year + month + day):
        return None
    # "2026-05-14 1430-1600": a day and from when to when.
    if separator == " " and _UNTIL.match(match.string, match.end(1)):
        return None
    if _luhn(year + month + day + rest.replace(" ", "")):
        return Kind.PERSONAL_NUMBER
    # Dates, clock times and counts are written with gaps like these: no reason to warn.
    is_in_one_piece = gap in {"", "-"} and separator in {"", "-", "+", " - ", " + "} and " " not in rest
    return Kind.POSSIBLE_PERSONAL_NUMBER if is_in_one_piece else None


def _is_birth_date(century: str, six_digits: str) -> bool:
    year, month, day = (int(six_digits[at : at + 2]) for at in (0, 2, 4))
    day -= 60 if day > 60 else 0
    centuries = (century,) if century else ("19", "20")
    return any(_is_date(int(first) * 100 + year, month, day) for first in centuries)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in doubled) % 10 == 0


# Swedish number plates: three letters without I, Q, V, Å, Ä, Ö, two digits, a digit or a letter.
_PLATE = re.compile(
    r"(?<!\w)([A-HJ-PR-UW-Z]{3}([ -]?)[0-9]{2}[0-9A-HJ-PR-UW-Z])(?!\w)", re.IGNORECASE | re.ASCII
)
_LETTER = re.compile(r"[^\W_]")


def _plate(match: re.Match[str]) -> Kind | None:
    if _touches_a_letter(match):
        return None
    capital = match[0] == match[0].upper()
    if match[2]:
        return Kind.POSSIBLE_NUMBER_PLATE if capital else None
    return Kind.NUMBER_PLATE if capital else Kind.POSSIBLE_NUMBER_PLATE


def _touches_a_letter(match: re.Match[str]) -> bool:
    """Whether a letter outside ASCII stands beside it: "både123" holds no plate."""
    around = (
        match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]
    )
    return _LETTER.search(around) is not None


# Swedish phone numbers: an area code and at least five digits more, in groups of two and three as they are
# written, so that "0700-0900", "08.00-16.00" and "08-16 120 fordon" stay times; a mobile's in other groups
# too, and without its zero. Abroad: a plus or 00 and eight digits or more, but "0030-0230 120 fordon" is a
# night. Looked for at every place, since "08-16 070" before "-123 45 67" is no number.
_AREA = r"(?:08(?=[ ./)-]*[1-9](?:[ .-]?[0-9]){5})|0[1-79][0-9]{1,2})"
_GROUPS = r"(?:[0-9]{5,8}|[0-9]{2,3}([ .-])[0-9]{2,3}(?:\2[0-9]{2,3}){0,2}|[0-9]{3}[ -][0-9]{4})"
_PHONE = re.compile(
    r"(?<![0-9+])(?<![0-9]-)(?=("
    rf"\(?{_AREA}\)?(?: ?[/-] ?|[. ]|(?<=\))){_GROUPS}"
    r"|0[1-9][0-9]{6,8}|07([ .-])[0-9]{2}(?:\3[0-9]{2}){3}|07[0-9][ -][0-9]{4}[ -][0-9]{3}"
    r"|46[ -]?(?:\(0\) ?)?7[0-9](?:[ .-]?[0-9]){7}"
    r")(?![0-9]))"
)
_NIGHT = r"00[0-5][0-9] ?[/-] ?[0-2][0-9][0-5][0-9](?![0-9])"
_ABROAD = re.compile(
    rf"(?<![0-9])(?=((?:\+ ?|(?!{_NIGHT})00(?: (?=46))?)[1-9][0-9]{{0,2}}(?:[ ./-]|\(0\))*"
    r"[0-9](?:[ ./-]{0,3}[0-9]){6,11})(?![0-9]))"
)


def _phone(match: re.Match[str]) -> Kind | None:
    digits = sum(character in "0123456789" for character in match[1])
    return Kind.PHONE_NUMBER if digits >= 8 else None


_EMAIL = re.compile(r"([^\s@,;:<>()\"]+@[^\s@,;:<>()\"]+\.[^\s@,;:<>()\".]{2,})")


def _email(_match: re.Match[str]) -> Kind | None:
    return Kind.EMAIL


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Kind | None]], ...] = (
    (_IDENTITY, _identity),
    (_IDENTITY_WITH_CENTURY, _identity),
    (_PLATE, _plate),
    (_PHONE, _phone),
    (_ABROAD, _phone),
    (_EMAIL, _email),
)
