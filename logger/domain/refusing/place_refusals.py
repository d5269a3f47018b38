"""Every "no" to what is done about places at a desk; nothing of the deed is done."""

from logger.domain.merge_effects import Lowered
from logger.domain.refusing.desk_refusals import DeskRefusal


class PlaceFaulty(DeskRefusal):
    """What is said of the place does not hold together; `fields` says where."""

    code = "place_faulty"


class PlaceChanged(DeskRefusal):
    """Somebody changed the place since it was looked at."""

    code = "place_changed"


class NameTaken(DeskRefusal):
    """Another place goes by that name already: it may be the same one."""

    code = "place_name_taken"


class SamePlace(DeskRefusal):
    """A place cannot be a double of itself, or of one that is not listed."""

    code = "same_place"


class MergedAlready(DeskRefusal):
    """One of the two places turned out to be another one meanwhile: somebody else was faster."""

    code = "places_merged_already"


class MergeLowers(DeskRefusal):
    """Promises that cover places count the two apart, and nobody said that they know; `lowered` are those."""

    code = "merge_lowers"

    def __init__(self, lowered: tuple[Lowered, ...] = ()) -> None:
        super().__init__()
        self.lowered = lowered


class ProposalDecided(DeskRefusal):
    """No entry proposes the place any more: it was decided on, or taken back, meanwhile."""

    code = "proposal_decided"
