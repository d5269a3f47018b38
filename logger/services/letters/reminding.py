"""Reminding those who asked for it of what runs out: one message a day at the most, none in the evening."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.people.policy import Action, Resource, allowed
from logger.domain.periods import local_date
from logger.domain.phones.browsers import Browser
from logger.domain.phones.push_services import is_of_a_push_service
from logger.domain.phones.reminder_words import Message, message
from logger.domain.phones.reminders import Due, due, is_for, may_disturb, seconds_awake, soonest_first
from logger.domain.progress.progress import standing
from logger.domain.words.sensitivity import is_sensitive
from logger.services.kept.ledgers import accounts_for
from logger.services.letters.push_messages import Handed
from logger.services.pledges.pledges import approved_pledges
from logger.services.transactions import writing
from logger.store import vocabulary
from logger.store.letters import push_subscriptions
from logger.store.people import people

HandIn = Callable[[Browser, Message, int, int], Handed]


@dataclass(frozen=True, slots=True)
class Post:
    """The way to the push services: which of them are spoken to, and what hands a message in."""

    services: Sequence[str]
    hand_in: HandIn


@dataclass(slots=True)
class Told:
    """What a round came to: people reminded, messages not taken, browsers that are no more."""

    reminded: int = 0
    not_taken: int = 0
    gone: int = 0
    too_late: bool = False


@dataclass(slots=True)
class _Round:
    """One round: what was found out is asked for once."""

    session: Session
    now: datetime
    found: dict[tuple[str, str], list[Due]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return local_date(self.now)


def remind(session: Session, post: Post, now: datetime) -> Told:
    """Remind everyone who asked for it, was not reminded today, and has something to be reminded of.

    Each person is noted before anything is sent and the note taken back where nothing was taken, so that
    neither a crash nor another round at the same time reminds twice.
    """
    told = Told(too_late=not may_disturb(now))
    if told.too_late:
        return told
    here = _Round(session, now)
    for user_id, browsers in push_subscriptions.not_reminded_on(session, here.today).items():
        principal = people.principal_of(session, user_id, now.date())
        found = _due_for(here, principal) if principal else []
        if found:
            _remind_one(here, post, user_id, browsers, found, told)
    return told


def _remind_one(
    here: _Round,
    post: Post,
    user_id: str,
    browsers: Sequence[Browser],
    found: Sequence[Due],
    told: Told,
) -> None:
    with writing(here.session):
        is_ours = push_subscriptions.claim(here.session, user_id, here.today)
    if not is_ours:
        return
    became = {each.endpoint: _hand_in(here, post, each, found) for each in browsers}
    gone = [endpoint for endpoint, what in became.items() if what is Handed.GONE]
    is_reminded = Handed.TAKEN in became.values()
    with writing(here.session):
        push_subscriptions.drop_gone(here.session, gone)
        if not is_reminded:
            push_subscriptions.unclaim(here.session, user_id)
    told.reminded += is_reminded
    told.gone += len(gone)
    told.not_taken += sum(what is Handed.NOT_NOW for what in became.values())


def _hand_in(here: _Round, post: Post, browser: Browser, found: Sequence[Due]) -> Handed:
    if not is_of_a_push_service(browser.endpoint, post.services):
        return Handed.GONE  # the list has become shorter since
    said = message(found, here.today, browser.language)
    return post.hand_in(browser, said, seconds_awake(here.now), int(here.now.timestamp()))


def _due_for(here: _Round, principal: Principal) -> list[Due]:
    """What the principal's own organisation can still do something about, where they may log."""
    codes = [
        code
        for code in principal.municipalities
        if allowed(principal, Action.LOG, Resource.ACTIVITY, code, author=principal.user_id)
    ]
    return soonest_first(each for code in codes for each in _due_in(here, code, principal.organisation))


def _due_in(here: _Round, code: str, organisation: str) -> list[Due]:
    key = (code, organisation)
    if key not in here.found:
        here.found[key] = _look(here, code, organisation)
    return here.found[key]


def _look(here: _Round, code: str, organisation: str) -> list[Due]:
    town = people.municipality(here.session, code)
    words = vocabulary.vocabulary(here.session)
    found: list[Due | None] = []
    for stored in approved_pledges(here.session, code):
        if town is None or not any(here.today in each.valid for each in stored.pledge.commitments):
            continue
        accounts = accounts_for(here.session, stored, here.today)
        for commitment in stored.pledge.commitments:
            if is_for(commitment, organisation) and not is_sensitive(commitment, words):
                progress = standing(accounts[commitment.id])
                found.append(due(town.name, commitment, progress, here.today))
    return [each for each in found if each is not None]
