"""The word list of the installation, kept by its administrators: words are added, renamed and retired."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal, Role
from logger.domain.refusing.refusals import NotFound, SignInNeeded
from logger.domain.refusing.word_refusals import MadeByProduct, WordChanged, WordInUse, WordTaken
from logger.domain.terms import SOFT_HYPHEN, ActivityType, Term, Vocabulary
from logger.domain.words.word_list import (
    WORD_LIST,
    Use,
    Wording,
    WordKey,
    WordKind,
    checked,
    code_for,
    found,
    keyed,
    uses_in,
)
from logger.services.pledges.pledges import approved_pledges_in
from logger.services.transactions import writing
from logger.store import audit, vocabulary
from logger.store.people import people


@dataclass(frozen=True, slots=True)
class OpenedWord:
    """A word with the commitments of pledges that hold that count by it."""

    key: WordKey
    term: Term
    words: Vocabulary
    uses: tuple[Use, ...]


def words_for(session: Session, principal: Principal | None) -> Vocabulary:
    """The whole list, for administrators. Raises SignInNeeded and NotFound."""
    _administrator(principal)
    return vocabulary.vocabulary(session)


def open_word(session: Session, principal: Principal | None, key: WordKey) -> OpenedWord:
    """One word. Raises SignInNeeded and NotFound."""
    words = words_for(session, principal)
    term = _term(words, key)
    codes = [each.code for each in people.municipalities(session)]
    uses = uses_in((each.pledge for each in approved_pledges_in(session, codes)), key)
    return OpenedWord(key, term, words, uses)


def version_of(term: Term) -> str:
    """What changes whenever the word does: sent along with a form, so that nobody overwrites unseen."""
    bare = replace(term, focuses=(), counters=()) if isinstance(term, ActivityType) else term
    return sha256(repr(bare).encode()).hexdigest()[:16]


def add_word(
    session: Session, principal: Principal, kind: WordKind, of_type: str, wording: Wording, now: datetime
) -> WordKey:
    """Add a word, under a code made from it. Raises NotFound, MadeByProduct, WordFaulty and WordTaken."""
    with writing(session):
        words = words_for(session, principal)
        if kind in (WordKind.FOCUS, WordKind.COUNTER):
            _check_kept_by_people(_term(words, WordKey(WordKind.TYPE, of_type)))
        elif of_type:
            raise NotFound
        kept = checked(wording)
        code = code_for(kept, vocabulary.codes_of(session, kind))
        key = WordKey(kind, code, of_type)
        _check_free(words, key, kept)
        made: Term = Term(code, kept.sv, kept.en, kept.sv_text, kept.en_text)
        if kind is WordKind.TYPE:
            made = ActivityType(code, kept.sv, kept.en, kept.sv_text, kept.en_text, sensitive=kept.sensitive)
        vocabulary.add_term(session, kind, of_type, made)
        _tell(session, principal, "word_add", key, made, now)
        return key


def change_word(
    session: Session, principal: Principal, key: WordKey, wording: Wording, version: str, now: datetime
) -> None:
    """Let a word read otherwise; its code stays, and everything logged by it reads so too.

    Raises NotFound, WordChanged, WordFaulty and WordTaken.
    """
    with writing(session):
        words = words_for(session, principal)
        term = _standing(words, key, version)
        kept = checked(wording)
        _check_free(words, key, kept)
        changed = replace(term, sv=kept.sv, en=kept.en, sv_text=kept.sv_text, en_text=kept.en_text)
        if isinstance(changed, ActivityType):
            changed = replace(changed, sensitive=kept.sensitive)
        vocabulary.put_term(session, key.kind, key.of_type, changed)
        _tell(session, principal, _change(term, changed), key, changed, now)


def retire_word(
    session: Session, principal: Principal, key: WordKey, version: str, *, anyway: bool, now: datetime
) -> None:
    """Offer a word no more; `anyway` says that one knows which pledges count by it.

    Raises NotFound, WordChanged, MadeByProduct and WordInUse.
    """
    with writing(session):
        opened = open_word(session, principal, key)
        term = _standing(opened.words, key, version)
        _check_kept_by_people(term)
        if opened.uses and not anyway:
            raise WordInUse
        vocabulary.put_term(session, key.kind, key.of_type, replace(term, retired=True))
        _tell(session, principal, "word_retire", key, term, now)


def bring_back(session: Session, principal: Principal, key: WordKey, version: str, now: datetime) -> None:
    """Offer a retired word again. Raises NotFound and WordChanged."""
    with writing(session):
        term = _standing(words_for(session, principal), key, version)
        vocabulary.put_term(session, key.kind, key.of_type, replace(term, retired=False))
        _tell(session, principal, "word_bring_back", key, term, now)


def keeps_words(principal: Principal | None) -> bool:
    """Whether the principal keeps the list."""
    return principal is not None and principal.kind == "user" and Role.ADMINISTRATOR in principal.roles


def _administrator(principal: Principal | None) -> None:
    if principal is None:
        raise SignInNeeded
    if not keeps_words(principal):
        raise NotFound


def _term(words: Vocabulary, key: WordKey) -> Term:
    term = found(words, key)
    if term is None:
        raise NotFound
    return term


def _standing(words: Vocabulary, key: WordKey, version: str) -> Term:
    term = _term(words, key)
    if version_of(term) != version:
        raise WordChanged
    return term


def _change(term: Term, changed: Term) -> str:
    """What the audit calls the change: what is sensitive decides what is published."""
    was, is_now = (isinstance(each, ActivityType) and each.sensitive for each in (term, changed))
    if was == is_now:
        return "word_change"
    return "word_made_sensitive" if is_now else "word_made_open"


def _check_kept_by_people(term: Term) -> None:
    if isinstance(term, ActivityType) and term.made_by_product:
        raise MadeByProduct


def _check_free(words: Vocabulary, key: WordKey, kept: Wording) -> None:
    """Two words of one kind that read the same could not be told apart on a phone."""
    asked = kept.sv.replace(SOFT_HYPHEN, "").casefold()
    others = (
        term.bare().casefold()
        for name, term in keyed(words)
        if name.kind is key.kind and name.of_type == key.of_type and name.code != key.code
    )
    if asked in others:
        raise WordTaken(
            fields={"sv": "Ett annat ord heter så. Är det taget ur bruk kan det tas i bruk igen."}
        )


def _tell(
    session: Session, principal: Principal, action: str, key: WordKey, term: Term, now: datetime
) -> None:
    told = {"kind": key.kind.value, "code": key.code, "of_type": key.of_type, "sv": term.sv, "en": term.en}
    audit.append(session, audit.Event(principal.user_id, action, WORD_LIST, None, told), now)
