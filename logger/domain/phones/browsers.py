"""A browser that somebody is reminded in."""

from dataclasses import dataclass

from logger.domain.phones.reminder_words import Language


@dataclass(frozen=True, slots=True)
class Browser:
    """Where a message goes and what it is encrypted to; keys in base64url, as the browser gave them."""

    endpoint: str
    public_key: str
    secret: str
    language: Language
