"""What a phone needs of a municipality to work without a network: words, places, pledges with figures."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256

from sqlalchemy.orm import Session

from logger.domain.counting.accounts import Account
from logger.domain.counting.estimates import Estimated
from logger.domain.people.people import Colleague, Municipality, Principal
from logger.domain.people.policy import Action, Resource, allowed, require
from logger.domain.periods import local_date
from logger.domain.places import Places
from logger.domain.pledges import Commitment
from logger.domain.progress.answers import Progress
from logger.domain.progress.outlook import needed_per_week
from logger.domain.progress.progress import standing
from logger.domain.refusing.refusals import NotFound
from logger.domain.sentences.sentences import rule_sentence, target_sentence
from logger.domain.terms import Lang, Vocabulary
from logger.domain.words.sensitivity import is_sensitive
from logger.domain.words.word_list import WORD_LIST
from logger.services.activities.estimates import Beside, estimates_of
from logger.services.boards.board_rows import last_work
from logger.services.kept.ledgers import accounts_for
from logger.services.pledges.pledges import StoredPledge, approved_pledges
from logger.store import audit, places, vocabulary
from logger.store.people import people
from logger.store.syncing import counters


@dataclass(frozen=True)
class CommitmentNow:
    """One commitment with its sentences and its figure; `needed_per_week` in the value's own unit.

    `sensitive` ones tell no date of what was done. `beside` is what books kept before say.
    """

    commitment: Commitment
    rule: str
    target: str
    progress: Progress
    needed_per_week: Fraction | None
    last_activity: date | None
    sensitive: bool
    beside: Estimated | None


@dataclass(frozen=True)
class PledgeNow:
    """A pledge that holds, its commitments by focus area in the document's order."""

    stored: StoredPledge
    areas: tuple[tuple[str, tuple[CommitmentNow, ...]], ...]


@dataclass(frozen=True)
class Reference:
    """Everything of one municipality, the same for everybody who may see it."""

    municipality: Municipality
    as_of: date
    words: Vocabulary
    places: Places
    pledges: tuple[PledgeNow, ...]


def version_of(
    session: Session, principal: Principal | None, code: str, now: datetime, release: str, lang: Lang = "sv"
) -> str:
    """Hex digits that change whenever the reference may have: cheap to find out, three rows by index.

    Every entry moves the municipality's counter, every other change leaves a row in its audit, a day and a
    release change the figures and the words. Raises SignInNeeded or NotFound.
    """
    require(principal, Action.READ, Resource.PLEDGE, code)
    counter = counters.counter_of(session, code)
    seen = (
        release,
        lang,
        code,
        local_date(now).isoformat(),
        counter and (counter.epoch, counter.server_seq),
        audit.last_about(session, code),
        audit.last_of_object(session, WORD_LIST),
    )
    return sha256(repr(seen).encode()).hexdigest()[:32]


def reference(
    session: Session, principal: Principal | None, code: str, now: datetime, lang: Lang = "sv"
) -> Reference:
    """The reference data of a municipality as of today, its sentences in the language asked for.

    Pledges that are over are left out: nothing more is logged towards them. Raises SignInNeeded or NotFound.
    """
    require(principal, Action.READ, Resource.PLEDGE, code)
    here = people.municipality(session, code)
    if here is None:
        raise NotFound
    today, words = local_date(now), vocabulary.vocabulary(session)
    known = places.places_of(session, code)
    running = [each for each in approved_pledges(session, code) if _may_still_count(each, today)]
    return Reference(
        here, today, words, known, tuple(_now(session, each, words, today, lang) for each in running)
    )


def colleagues_of(session: Session, principal: Principal, now: datetime) -> list[Colleague]:
    """The others of the principal's organisation in the same municipalities, for naming who took part.

    Raises NotFound for one who logs nothing.
    """
    codes = tuple(
        code
        for code in principal.municipalities
        if allowed(principal, Action.READ, Resource.COLLEAGUES, code)
    )
    if not codes:
        raise NotFound
    found = people.colleagues(session, principal.organisation, codes, now.date())
    return [each for each in found if each.id != principal.user_id]


def _may_still_count(stored: StoredPledge, today: date) -> bool:
    last = max(commitment.valid.last for commitment in stored.pledge.commitments)
    return today <= max(last, stored.pledge.valid.last)


def _now(session: Session, stored: StoredPledge, words: Vocabulary, today: date, lang: Lang) -> PledgeNow:
    accounts = accounts_for(session, stored, today)
    beside = estimates_of(session, stored, today)
    return PledgeNow(
        stored,
        tuple(
            (
                area.name,
                tuple(
                    _commitment(stored, accounts[each.id], words, lang, beside) for each in area.commitments
                ),
            )
            for area in stored.pledge.focus_areas
        ),
    )


def _commitment(
    stored: StoredPledge, account: Account, words: Vocabulary, lang: Lang, beside: Beside
) -> CommitmentNow:
    commitment, progress = account.commitment, standing(account)
    return CommitmentNow(
        commitment,
        rule=rule_sentence(commitment, words, account.places, lang, pledge=stored.pledge),
        target=target_sentence(commitment, words, lang),
        progress=progress,
        needed_per_week=needed_per_week(commitment, progress, account.as_of),
        last_activity=last_work(account),
        sensitive=is_sensitive(commitment, words),
        beside=beside.get(commitment.id),
    )
