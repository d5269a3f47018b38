"""Which commitments may count activities of a sensitive type, and so are told in counts alone."""

from logger.domain.pledges import Commitment, Rule
from logger.domain.terms import Vocabulary


def is_sensitive(commitment: Commitment, words: Vocabulary) -> bool:
    """Whether the rule may count activities of a sensitive type; one that names no type may."""
    return any(term.sensitive and _may_count(commitment.counts, code) for code, term in words.types.items())


def _may_count(rule: Rule, type_code: str) -> bool:
    if rule.types and type_code not in rule.types:
        return False
    return not rule.any_of or any(_may_count(option, type_code) for option in rule.any_of)
