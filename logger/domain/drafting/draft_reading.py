"""Reading a draft: the pledge that it makes, or what is wrong and where in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from logger.domain.drafting.pledge_drafts import Spot, areas_of, commitments_of
from logger.domain.places import Places
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledge_files.plain_nodes import Numbered, Path
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.pledge_files.pledge_file import read_pledge
from logger.domain.pledges import Commitment, Pledge
from logger.domain.terms import Vocabulary


@dataclass(frozen=True, slots=True)
class PathFault:
    """One thing that is wrong, and where in the draft."""

    path: Path
    message: str

    def under(self, path: Path) -> bool:
        """Whether it stands at the path or inside what stands there."""
        return self.path[: len(path)] == path


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A draft as read: the pledge, or every fault."""

    pledge: Pledge | None
    faults: tuple[PathFault, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCommitment:
    """One commitment of a draft with the pledge that it was read in, or what is wrong with it.

    The paths of `faults` begin inside the commitment.
    """

    commitment: Commitment | None
    pledge: Pledge | None
    faults: tuple[PathFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a draft may name: words, and the municipality's places."""

    words: Vocabulary
    places: Places = field(default_factory=dict)


def read_draft(draft: Document, known: Known) -> ReadDraft:
    """The pledge that the draft makes as a whole; `pledge` is None while anything is wrong or missing."""
    numbered = Numbered()
    try:
        return ReadDraft(read_pledge(numbered.node(draft), known.words, known.places))
    except PledgeFileFaults as faults:
        found = (PathFault(numbered.paths[each.line], each.message) for each in faults.faults)
        return ReadDraft(None, tuple(dict.fromkeys(found)))


def read_commitment(
    draft: Document, spot: Spot, known: Known, whole: ReadDraft | None = None
) -> ReadCommitment:
    """One commitment, whatever may be wrong with the others; `whole` where the draft is read already."""
    whole = whole or read_draft(draft, known)
    document = areas_of(draft)[spot.area]["commitments"][spot.index]
    if whole.pledge is not None:
        return ReadCommitment(whole.pledge.commitment(str(document["id"])), whole.pledge)
    path: Path = ("focus_areas", spot.area, "commitments", spot.index)
    here = [each for each in whole.faults if each.under(path)]
    if here:
        inside = tuple(PathFault(each.path[len(path) :], each.message) for each in here)
        return ReadCommitment(None, None, inside)
    pledge = read_draft(_alone(draft, document), known).pledge
    if pledge is None:  # what it is in addition to is at fault, not this one
        return ReadCommitment(None, None)
    return ReadCommitment(pledge.commitment(str(document["id"])), pledge)


def _alone(draft: Document, commitment: Document) -> Document:
    """A pledge of this commitment, and of the one that it is in addition to."""
    other = commitment.get("target", {}).get("in_addition_to")
    beside = [each for _, each in commitments_of(draft) if other and each.get("id") == other]
    heading: Mapping[str, object] = {key: each for key, each in draft.items() if key != "focus_areas"}
    return {**heading, "focus_areas": [{"name": "–", "commitments": [*beside[:1], commitment]}]}
