"""How far a follow-up has come, in words: written, put forward, approved by each party, published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from logger.domain.follow_up.follow_ups import Stage
from logger.domain.people.parties import PARTIES
from logger.domain.periods import local_date
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.web.dates import long_date
from logger.web.followup.follow_up_words import PARTY_WORDS
from logger.web.texts import spoken, t
from logger.web.words import capital


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the symbol of how it stands, its word, and who, when and why."""

    symbol: str
    text: str
    second: str = ""


def steps(opened: OpenedFollowUp, today: date) -> tuple[Step, ...]:
    """Every step, those that are done first."""
    return (_written(opened, today), *_approvals(opened), _published(opened))


def _written(opened: OpenedFollowUp, today: date) -> Step:
    proposal, back = opened.follow_up.proposal, opened.follow_up.sent_back
    if proposal:
        when = long_date(local_date(proposal.proposed_at))
        return Step("kept", t("Framlagd"), f"{when}, {_name(opened, proposal.proposed_by)}")
    if back:
        when = long_date(local_date(back.at))
        who = f"{when}, {_name(opened, back.by)}"
        return Step("watch", t("Tillbaka för ändring"), f"{who}: {back.why}")
    if opened.ends >= today:
        after = long_date(opened.ends)
        return Step("notyet", t("Perioden pågår"), t("kan läggas fram efter {0}", after))
    return Step("going", t("Skrivs"), t("inte framlagd än"))


def _approvals(opened: OpenedFollowUp) -> Iterator[Step]:
    for party in PARTIES:
        word, stand = t(PARTY_WORDS[party]), opened.follow_up.approvals.get(party)
        if stand:
            when = long_date(local_date(stand.at))
            yield Step("kept", t("Godkänd av {0}", word), f"{when}, {_name(opened, stand.by)}")
        elif opened.follow_up.stage is Stage.PROPOSED:
            yield Step("wait", t("Väntar på {0}", word))
        else:
            yield Step("notyet", t("{0} godkänner", capital(word)))


def _published(opened: OpenedFollowUp) -> Step:
    if opened.publication is None:
        return Step("notyet", t("Inte publicerad"))
    return Step("kept", t("Publicerad"), long_date(local_date(opened.publication.published_at)))


def _name(opened: OpenedFollowUp, user_id: str) -> str:
    """The name of somebody of the reader's own organisation, else the organisation's."""
    name, organisation = opened.who.get(user_id, ("", ""))
    if name and organisation == opened.organisation:
        return name
    term = opened.words.organisations.get(organisation)
    return term.in_text(spoken()) if term else t("driften")
