"""Open data held to themselves: the digest, and every published figure made again from its facts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from logger.domain.entering.canonical import canonical, digest_of
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.progress.recounting import Recount, recounts
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text
from logger.services.publishing.open_data import FORMAT


class NotOpenData(Exception):
    """The text is not the open data of a publication; the message says why, in Swedish."""


@dataclass(frozen=True)
class Verified:
    """What the check came to. `is_as_published` is whether the digest is that of the rest."""

    title: str
    municipality: str
    as_of: date
    is_as_published: bool
    recounts: tuple[Recount, ...]

    @property
    def holds(self) -> bool:
        """Whether every figure is what its facts come to, and the document what was published."""
        return self.is_as_published and not any(each.differences for each in self.recounts)


def verify(text: str) -> Verified:
    """Check the open data of one publication, as the JSON has them. Raises NotOpenData."""
    document = _document(text)
    stated = document.pop("sha256", "")
    try:
        pledge, as_of = _pledge(document["pledge_file"]), date.fromisoformat(document["as_of"])
        found = tuple(recounts(pledge, document["commitments"], as_of))
        name = str(document["municipality"]["name"])
    except (KeyError, TypeError, ValueError) as fault:
        raise NotOpenData(f"Något saknas eller har fel form i filen: {fault}.") from fault
    return Verified(pledge.title, name, as_of, digest_of(canonical(document)) == stated, found)


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NotOpenData("Innehållet går inte att läsa som JSON.") from fault
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotOpenData(f"Innehållet är inte öppna data i formatet {FORMAT}.")
    return document


def _pledge(written: Mapping[str, Any]) -> Pledge:
    """The pledge in the open data; words that only its installation knows count all the same."""
    try:
        return read_pledge_text(json.dumps(written), BUILT_IN)
    except PledgeFileFaults as faults:
        if faults.countable is None:
            raise NotOpenData(f"Löftesfilen i innehållet håller inte ihop: {faults}") from faults
        return faults.countable
