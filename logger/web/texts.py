"""The words of the pages: Swedish stands in the source, a dictionary puts it into another language."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from markupsafe import Markup

from logger.domain.said import Said
from logger.domain.terms import Lang
from logger.web.english import ENGLISH

DICTIONARIES: dict[Lang, Mapping[str, str]] = {"en": ENGLISH}

_spoken: ContextVar[Lang] = ContextVar("spoken", default="sv")


def speak(language: Lang) -> None:
    """From now on this language, until the request that it is spoken in ends (`languages.register`)."""
    _spoken.set(language)


@contextmanager
def speaking(language: Lang) -> Iterator[None]:
    """This language inside, and afterwards the one before: for what is written to somebody else."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> Lang:
    """The language that the page is made in."""
    return _spoken.get()


def t(swedish: str, *given: object) -> str:
    """The sentence in the language spoken, with what is given in its places: t("{0} av {1}", 32, 52).

    What the dictionary lacks stays Swedish; a test finds it. What is known while a module loads is put into
    words where it is used, as the language is not known yet. A sentence of the domain that has its places
    filled already (`Said`) is said anew.
    """
    if isinstance(swedish, Said):
        return t(swedish.sentence, *map(_said, swedish.given))
    return _put(swedish).format(*given) if given else _put(swedish)


def template_text(swedish: str, *given: object) -> Markup:
    """The same for templates: what is given is escaped unless it is markup."""
    sentence = Markup(_put(swedish))  # noqa: S704 (our own words, in the source or the dictionary)
    return sentence.format(*given) if given else sentence


def _said(given: object) -> object:
    return t(given) if isinstance(given, Said) else given


def _put(swedish: str) -> str:
    language = _spoken.get()
    return swedish if language == "sv" else DICTIONARIES[language].get(swedish, swedish)
