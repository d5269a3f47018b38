"""A follow-up as its page prints it: where it stands, every commitment with what is said, decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from logger.domain.follow_up.follow_up_periods import FollowedPeriod
from logger.domain.follow_up.follow_ups import Decision, Note, Stage
from logger.domain.periods import local_date
from logger.services.boards.board_rows import BoardRow
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.services.publishing.open_data import address_of as public_address
from logger.services.publishing.publishing import first_day_to_publish
from logger.web.activities.activity_words import ActivityWords
from logger.web.board.monday import Phrase, outcome
from logger.web.correction_words import CorrectionView, correction_view
from logger.web.dates import long_date
from logger.web.figures import name_of
from logger.web.followup.follow_up_row_views import AreaView, Option, row_view
from logger.web.followup.follow_up_steps import Step, steps
from logger.web.followup.follow_up_words import RHYTHMS, late_entry
from logger.web.period_names import name_of_period
from logger.web.public.public_views import standing
from logger.web.texts import spoken, t

AS_KNOWN = "Siffrorna gäller till och med {0}, så som de är kända i dag."


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Something decided."""

    id: str
    text: str
    second: str
    done: str
    planned: str


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """The whole page; what is pressed is in `can`."""

    title: str
    base: str
    stage: str
    rhythms: tuple[tuple[str, str, bool], ...]
    earlier: str
    later: str
    lead: tuple[Phrase, ...]
    figures: str
    steps: tuple[Step, ...]
    areas: tuple[AreaView, ...]
    decisions: tuple[DecisionView, ...]
    corrections: tuple[CorrectionView, ...]
    performers: tuple[Option, ...]
    commitments: tuple[Option, ...]
    mark: str
    sha256: str
    can: Mapping[str, bool]
    public: str
    publish_from: str


def follow_up_page(
    opened: OpenedFollowUp, today: date, typed: Mapping[str, Note] | None = None
) -> FollowUpPage:
    """The page in words; `typed` is what stands in the fields where it could not be kept."""
    follow_up, proposal = opened.follow_up, opened.follow_up.proposal
    base = address_of(opened)
    rows = [row.row for row in opened.rows]
    return FollowUpPage(
        title=t("Uppföljning {0}", name_of_period(follow_up.period)),
        base=base,
        stage=str(follow_up.stage),
        rhythms=_rhythms(opened),
        earlier=_beside(opened, opened.earlier),
        later=_beside(opened, opened.later),
        lead=_lead(rows),
        figures=_figures(opened, today),
        steps=steps(opened, today),
        areas=tuple(
            AreaView(area.name, tuple(row_view(row, opened, base, typed or {}) for row in area.rows))
            for area in opened.areas
        ),
        decisions=tuple(_decision(each, opened) for each in opened.decisions),
        corrections=_corrections(opened),
        performers=tuple(
            Option(each.code, each.title(spoken()), chosen=False)
            for each in opened.words.organisations.values()
        ),
        commitments=tuple(
            Option(row.commitment.id, name_of(row.commitment), chosen=False) for row in opened.rows
        ),
        mark=opened.mark,
        sha256=proposal.sha256 if proposal else "",
        can=_can(opened, today),
        public=_public(opened),
        publish_from=long_date(first_day_to_publish(opened.ends)),
    )


def address_of(opened: OpenedFollowUp) -> str:
    """Where the follow-up's page is."""
    return f"/uppfoljning/{opened.stored.municipality}/{opened.stored.key}/{opened.follow_up.period.address}"


def _rhythms(opened: OpenedFollowUp) -> tuple[tuple[str, str, bool], ...]:
    at = f"/uppfoljning/{opened.stored.municipality}/{opened.stored.key}"
    return tuple(
        (t(text), f"{at}?rytm={rhythm}", rhythm is opened.follow_up.period.rhythm)
        for rhythm, text in RHYTHMS.items()
    )


def _beside(opened: OpenedFollowUp, period: FollowedPeriod | None) -> str:
    if period is None:
        return ""
    return f"/uppfoljning/{opened.stored.municipality}/{opened.stored.key}/{period.address}"


def _lead(rows: Sequence[BoardRow]) -> tuple[Phrase, ...]:
    if not rows:
        return ()
    return outcome(rows) if all(row.pace.over for row in rows) else standing(rows)


def _figures(opened: OpenedFollowUp, today: date) -> str:
    until, proposal = long_date(opened.as_of), opened.follow_up.proposal
    if proposal:
        frozen_on = long_date(local_date(proposal.proposed_at))
        told = "Siffrorna gäller till och med {0}, så som de var kända {1}. De ändras inte."
        return t(told, until, frozen_on)
    if opened.ends >= today:
        return f"{t('Perioden är inte slut än.')} {t(AS_KNOWN, until)}"
    return f"{t(AS_KNOWN, until)} {t('De fryses när uppföljningen läggs fram.')}"


def _decision(each: Decision, opened: OpenedFollowUp) -> DecisionView:
    term = opened.words.organisations.get(each.organisation)
    names = {row.commitment.id: name_of(row.commitment) for row in opened.rows}
    parts = [
        term.title(spoken()) if term else each.organisation,
        t("senast {0}", long_date(each.due)) if each.due else "",
        names.get(each.commitment or "", ""),
    ]
    done = t("Gjort {0}", long_date(each.done_on)) if each.done_on else ""
    item = opened.planned.get(each.id)
    at = f"/plan/{opened.stored.municipality}/{opened.stored.key}/{item}" if item else ""
    return DecisionView(each.id, each.text, " · ".join(filter(None, parts)), done, at)


def _corrections(opened: OpenedFollowUp) -> tuple[CorrectionView, ...]:
    rows = {row.commitment.id: row.row for row in opened.rows}
    said = ActivityWords(opened.words, opened.places)
    return tuple(
        correction_view(
            each,
            rows[each.commitment.id],
            tuple(late_entry(one, said) for one in each.entries) if opened.rights.reads_entries else (),
        )
        for each in opened.corrections
    )


def _can(opened: OpenedFollowUp, today: date) -> Mapping[str, bool]:
    stage, rights = opened.follow_up.stage, opened.rights
    is_over = opened.ends < today
    approved = stage is Stage.APPROVED
    return {
        "write": stage is Stage.DRAFT and rights.edits,
        "propose": stage is Stage.DRAFT and rights.edits and is_over,
        "approve": rights.party in opened.follow_up.waits_for,
        "publish": approved
        and rights.publishes
        and opened.publication is None
        and today >= first_day_to_publish(opened.ends),
        "wait_to_publish": approved
        and opened.publication is None
        and today < first_day_to_publish(opened.ends),
        "carry_out": rights.edits,
        "plan": rights.edits,
    }


def _public(opened: OpenedFollowUp) -> str:
    if opened.publication is None:
        return ""
    return public_address(opened.slug, opened.stored.key, opened.follow_up.period.address)
