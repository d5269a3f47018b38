"""What the signed words of a commitment point at: a kind of target, a number, who, and what is done."""

import re
from dataclasses import dataclass
from typing import Any

from logger.domain.periods import Per
from logger.domain.terms import Term, Vocabulary

Plain = dict[str, Any]

_ONES = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
         "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")  # fmt: skip
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
NUMBERS = {word: number for number, word in enumerate(_ONES)} | {"ett": 1, "hundra": 100, "tusen": 1000}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
NUMBERS |= {
    ten + one: 10 * tens + ones
    for tens, ten in enumerate(_TENS, 2)
    for ones, one in [*enumerate(_ONES[1:10], 1), (1, "ett")]
}
PERIODS = (
    (Per.DAY, r"dag|dygn"), (Per.ISO_WEEK, r"vecka|veckan"), (Per.MONTH, r"månad|månaden"),
    (Per.QUARTER, r"kvartal|kvartalet"), (Per.TERTIAL, r"tertial"), (Per.HALF_YEAR, r"halvår|halvåret"),
    (Per.YEAR, r"år|året"),
)  # fmt: skip

SHORTEST_STEM = 4
OTHER = "other"  # "annat" is a word of every sentence
_NUMBER = r"([0-9][0-9 \u00a0]{0,12}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_AT_LEAST = re.compile(rf"\b(?:minst|lägst|åtminstone)\s+{_NUMBER}\b\s*(\w*)")
_ANY_NUMBER = re.compile(rf"\b{_NUMBER}\s+(gång\w*|tillfäll\w*|timm\w*)")
_MORE = re.compile(r"\b(?:öka|ökas|ökar|ökat|ökad|utöka|utökas|utökar|fler|mer)\b")
_ONCE = re.compile(r"\b(?:genomför\w*|anordna\w*|arrangera\w*|upprätta\w*)\b.{0,40}?\b(?:en|ett)\b")
_EVERY_PLACE = re.compile(r"\b(?:varje|alla|samtliga)\s+(?:\w+\s+){0,2}?\w*(?:skol|badplats|fritidsgård)")
# "i Lekebergs kommun" says where, "med socialtjänst" with whom: not who is to do it.
_BESIDE = re.compile(r"\b(?:i|inom|av|med|till|för|hos)\s+(?:\w+s\s+)?$")
_MONTHLY = re.compile(r"\b(?:månadsvis|varje månad)\b")


@dataclass(frozen=True, slots=True)
class Hints:
    """What the words point at, as the pledge file's plain data; empty where they point at nothing."""

    target: Plain
    counts: Plain
    performers: tuple[str, ...]
    says_more: bool


def hints(wording: str, words: Vocabulary) -> Hints:
    """What the wording points at; a person decides."""
    said = wording.lower()
    counts: Plain = {}
    if types := _named(
        said, (each for each in words.types.values() if each.code != OTHER and not each.retired)
    ):
        counts["types"] = types
        offered = [focus for code in types for focus in words.types[code].focuses if not focus.retired]
        if focus := _named(said, offered):
            counts["focus"] = focus
    performers = _performers(said, words)
    if performers:
        counts["performed_by"] = list(performers)
    return Hints(_target(said), counts, performers, says_more(wording))


def says_more(wording: str) -> bool:
    """Whether the words promise more than before."""
    return _MORE.search(wording.lower()) is not None


def _target(said: str) -> Plain:
    least = _AT_LEAST.search(said) or _ANY_NUMBER.search(said)
    per = _per(said)
    if least:
        kind = "hours" if least[2].startswith("tim") else "count"
        return {"kind": kind, "at_least": _whole(least[1]), **({"per": str(per)} if per else {})}
    if _MONTHLY.search(said):
        return {"kind": "count", "at_least": 1, "per": "month"}
    if _EVERY_PLACE.search(said):
        return {"kind": "coverage", "at_least": 1}
    if _MORE.search(said):
        return {"kind": "increase"}
    return {"kind": "milestone"} if _ONCE.search(said) else {"kind": "ongoing"}


def _per(said: str) -> Per | None:
    for per, word in PERIODS:
        if re.search(rf"\b(?:per|varje|i|om)\s+(?:{word})\b", said):
            return per
    return None


def _whole(said: str) -> int:
    digits = re.sub(r"[^0-9]", "", said)
    return int(digits) if digits else NUMBERS[said]


def _named(said: str, terms: Any) -> list[str]:
    return [term.code for term in terms if any(re.search(stem, said) for stem in _stems(term))]


def _stems(term: Term) -> list[str]:
    """The beginnings that a word is known by: fotpatrull is in fotpatrullera, enkät in LUPP-enkät.

    Where the word has several, a small one may be another: inlägg i, or på, sociala medier.
    """
    names = [each for each in term.bare().lower().split("/") if len(each) >= SHORTEST_STEM]
    return [r"\w*\s+".join(map(_piece, name.split())) for name in names]


def _piece(word: str) -> str:
    return re.escape(word) if len(word) >= SHORTEST_STEM else r"\w{1,3}"


def _performers(said: str, words: Vocabulary) -> tuple[str, ...]:
    """Who the sentence begins with: the one that is to do it is named first."""
    names = {"police": r"polis(?:en)?\b", "municipality": r"kommun(?:en)?\b"}
    names |= {
        code: re.escape(term.in_text().lower())
        for code, term in words.organisations.items()
        if code not in names
    }
    found: list[tuple[int, str]] = []
    for code, name in names.items():
        starts = [match.start() for match in re.finditer(rf"\b{name}", said)]
        does = [start for start in starts if not _BESIDE.search(said[:start])]
        found += [(start, code) for start in does[:1]]
    return tuple(code for _, code in sorted(found))
