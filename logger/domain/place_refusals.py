"""Every "no" to what is done about places at a desk; nothing of the deed is done."""

from logger.domain.desk_refusals import DeskRefusal


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


class ProposalDecided(DeskRefusal):
    """No entry proposes the place any more: it was decided on, or taken back, meanwhile."""

    code = "proposal_decided"
