"""Every "no" to what is done about people and their accounts."""

from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.refusals import Refusal


class CodeFailed(Refusal):
    """The e-mail and the code do not belong together, or the code holds no more; which is not told."""

    code = "code_failed"


class PersonFaulty(DeskRefusal):
    """The person or the role cannot be kept so; `fields` says why."""

    code = "person_faulty"


class PersonChanged(DeskRefusal):
    """Somebody did something about the person since they were looked at."""

    code = "person_changed"


class NotToOneself(DeskRefusal):
    """Nobody shuts themselves out, resets or gives themselves anything."""

    code = "not_to_oneself"


class ProofNeeded(Refusal):
    """The password was last said too long ago for a deed on people."""

    code = "proof_needed"


class ProofWrong(Refusal):
    """Whoever wants to do something about people did not say their own password."""

    code = "proof_wrong"
