"""Which commitments may count activities of a sensitive type, and so are told in counts alone."""

from logger.domain.pledges import Commitment, Rule
from logger.domain.targets import Hours, Reported
from logger.domain.terms import Vocabulary


def is_sensitive(commitment: Commitment, words: Vocabulary) -> bool:
    """Whether the rule names a sensitive type, or names no type and could tell of a single activity of one.

    Hours over every kind of work ("två timmar per vecka") and reported numbers tell of none.
    """
    return any(term.sensitive and _may_tell_of(commitment, code) for code, term in words.types.items())


def _may_tell_of(commitment: Commitment, type_code: str) -> bool:
    match commitment.target:
        case Hours() | Reported():
            return _names(commitment.counts, type_code)
        case _:
            return _may_count(commitment.counts, type_code)


def _names(rule: Rule, type_code: str) -> bool:
    return type_code in rule.types or any(_names(option, type_code) for option in rule.any_of)


def _may_count(rule: Rule, type_code: str) -> bool:
    if rule.types and type_code not in rule.types:
        return False
    return not rule.any_of or any(_may_count(option, type_code) for option in rule.any_of)
