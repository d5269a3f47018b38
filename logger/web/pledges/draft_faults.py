"""What is wrong with a draft, in plain words and beside the field that it is about."""

import re
from collections.abc import Iterable

from logger.domain.drafting.draft_reading import PathFault
from logger.domain.pledge_files.plain_nodes import Path
from logger.web.texts import t
from logger.web.words import capital

# A list of codes is one field, whichever of them is wrong.
CODE_LISTS = frozenset({
    "types", "focus", "performed_by", "jointly", "places", "place_kinds", "weekdays", "performers",
    "responsible", "parties",
})  # fmt: skip
WORDS = {
    "title": "Namnet", "valid": "Tiden", "signed": "Dagen för undertecknandet", "parties": "Parterna",
    "focus_areas": "Fokusområdena", "name": "Namnet", "commitments": "Åtagandena",
    "id": "Namnet i filen", "wording": "Ordalydelsen", "label": "Det korta namnet",
    "performers": "Utförarna", "responsible": "De ansvariga", "counts": "Räkneregeln", "target": "Målet",
    "kind": "Målets slag", "at_least": "Talet", "per": "Perioden", "judged": "I snitt",
    "unit": "Det som räknas",
    "counter": "Räkneverket", "hours_as": "Sättet att räkna timmar", "baseline": "Utgångsvärdet",
    "in_addition_to": "Utöver", "from": "Början", "to": "Slutet", "reason": "Skälet",
    "types": "Typerna", "focus": "Fokus", "performed_by": "Utförd av", "jointly": "Tillsammans",
    "min_people": "Antalet deltagare", "min_minutes": "Antalet minuter", "places": "Platserna",
    "place_kinds": "Platstyperna", "any_of": "Alternativen", "except": "Undantaget", "clock": "Klockslaget",
    "seasons": "Säsongerna", "per: season": "Varje säsong",
}  # fmt: skip
# What the file says in its own terms, and a form in others.
SAID_OTHERWISE = (
    ("ska vara månad och dag som 06-01, inte", "ska vara en dag som 1 juni, inte"),
    ("ska vara ett datum som 2021-06-30, inte", "ska vara ett datum, inte"),
    ("ska vara ett klockslag från 00:00 till 23:59, inte", "ska vara ett klockslag som 18:00, inte"),
    ("måste vara ett annat count, utan per, unit och in_addition_to", "måste vara ett annat antal i total"),
    ("är en tom lista", "saknas"),
    ("saknar värde", "saknas"),
    (" behöver Säsongerna i räkneregeln", " behöver en säsong bland regelns tider"),
    (" behöver Perioden: i snitt per vad?", " behöver en period: i snitt per vad?"),
)

_QUOTED = re.compile(r'"([^"]*)"')
_LINE = re.compile(r"; (?:det första står på rad|the first is on line) \d+$")  # a draft has no lines
_LEFT_EMPTY = re.compile(r'"(\w+)" .* ""$')  # "inte ”” " of a field where nothing is written
_MISSING = re.compile(r'"(\w+)" saknas')


def field_of(fault: PathFault) -> str:
    """The name of the form's field that the fault is about: "target.revisions.0.from"."""
    missing = _MISSING.fullmatch(fault.message)
    path: Path = (*fault.path, missing[1]) if missing else fault.path
    parts: list[str] = []
    for part in path:
        parts.append(str(part))
        if part in CODE_LISTS:
            break
    return ".".join(parts)


def sentence_of(fault: PathFault) -> str:
    """The fault as a sentence without the file's own words."""
    said = _LINE.sub("", t(fault.message))
    if empty := _LEFT_EMPTY.match(said):
        return f"{capital(_named(empty[1]))} {t('saknas')}."
    said = _QUOTED.sub(lambda quoted: _named(quoted[1]), said)
    for before, after in SAID_OTHERWISE:
        said = said.replace(t(before), t(after))
    return capital(said) if said.endswith("?") else f"{capital(said)}."


def _named(key: str) -> str:
    return t(WORDS[key]) if key in WORDS else f"”{key}”"


def by_field(faults: Iterable[PathFault]) -> dict[str, str]:
    """The first sentence for each field."""
    found: dict[str, str] = {}
    for fault in faults:
        found.setdefault(field_of(fault), sentence_of(fault))
    return found
