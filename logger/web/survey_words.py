"""What a survey came to, in words; of what a few answered it is said that it is not shown."""

from logger.domain.follow_up.follow_ups import FEWEST_ANSWERS
from logger.web.texts import t
from logger.web.words import whole


def measured(value: str, sample: int) -> str:
    """What was answered, unless too few did."""
    return value if sample >= FEWEST_ANSWERS else t("visas inte")


def answers(sample: int) -> str:
    """How many answered, as it stands before "svar"."""
    return whole(sample) if sample >= FEWEST_ANSWERS else t("färre än {0}", FEWEST_ANSWERS)
