"""Why nothing, or nothing more, is disposed of."""

from logger.domain.refusing.refusals import Refusal


class DisposalTooSoon(Refusal):
    """The limit is nearer than phones, and those who correct, are done with an entry."""

    code = "disposal_too_soon"


class DecisionMissing(Refusal):
    """Nobody said by what decision, or in more words than a reference has."""

    code = "disposal_decision_missing"


class DisposalStopped(Refusal):
    """Something is not what was entered: disposal would take the evidence away; `detail` names where."""

    code = "disposal_stopped"
