"""Every "no" to a change of the word list."""

from logger.domain.refusing.desk_refusals import DeskRefusal
from logger.domain.refusing.refusals import Refusal


class WordFaulty(DeskRefusal):
    """The word cannot be kept so; `fields` says why."""

    code = "word_faulty"


class WordTaken(DeskRefusal):
    """Another word of its kind is called so."""

    code = "word_taken"


class WordChanged(DeskRefusal):
    """Somebody changed the word since it was looked at."""

    code = "word_changed"


class WordInUse(DeskRefusal):
    """Pledges that hold count by the word, and nobody said that they know."""

    code = "word_in_use"


class MadeByProduct(Refusal):
    """The product itself logs by this type: it is neither retired nor given focuses."""

    code = "made_by_product"
