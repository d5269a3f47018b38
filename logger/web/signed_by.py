"""Who is to do what was promised, and who answers for it, as the parties signed it."""

from collections.abc import Iterable

from logger.domain.pledges import Commitment
from logger.domain.terms import Vocabulary
from logger.web.texts import spoken, t
from logger.web.words import listed


def signed_by(commitment: Commitment, words: Vocabulary) -> str:
    """Both in words: "Utförare: Polisen. Ansvarig: Polisen"; empty where the paper does not say."""
    performers = _named(commitment.performers, words)
    responsible = _named(commitment.responsible, words)
    parts = [
        t("Utförare: {0}", performers) if performers else "",
        t("Ansvarig: {0}", responsible) if responsible else "",
    ]
    return ". ".join(part for part in parts if part)


def _named(organisations: Iterable[str], words: Vocabulary) -> str:
    names = {code: term.in_text(spoken()) for code, term in words.organisations.items()}
    return listed([names.get(code, code) for code in organisations])
