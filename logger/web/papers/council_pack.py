"""The pack for the local crime-prevention council: what needs talk, the follow-up whole, what was decided."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from logger.domain.follow_up.follow_ups import Decision, Stage
from logger.domain.periods import local_date
from logger.domain.progress.pace import Status
from logger.services.follow_up.follow_ups import OpenedFollowUp
from logger.web.dates import long_date
from logger.web.figures import figure, name_of, status_view
from logger.web.followup.follow_up_page import follow_up_page
from logger.web.papers.paper_promises import PaperArea, of_the_follow_up
from logger.web.papers.public_papers import approved_on
from logger.web.period_names import name_of_period
from logger.web.texts import spoken, t

TO_TALK_ABOUT = (Status.NOT_MET, Status.BEHIND, Status.PARTLY_MET, Status.WATCH)
STAGES = {
    Stage.DRAFT: "Utkast. Siffrorna är inte frysta.",
    Stage.PROPOSED: "Framlagd, inte godkänd av båda parter.",
    Stage.APPROVED: "Godkänd av båda parter.",
}


def pack(opened: OpenedFollowUp, today: date) -> Mapping[str, object]:
    """The pack in words, as the follow-up's page says it; no name of a person stands in it."""
    page = follow_up_page(opened, today)
    pledge = opened.stored.pledge
    return {
        "lang": spoken(),
        "author": "Fältlogg",
        "kind": t("Underlag till brottsförebyggande rådet"),
        "title": page.title,
        "parties": pledge.title,
        "sentence": [asdict(each) for each in page.lead],
        "as_of": page.figures,
        "stage": " ".join(_stage(opened)),
        "demo": t("Demo: alla aktiviteter är påhittade.") if opened.stored.demo else "",
        "areas": [
            asdict(PaperArea(area.name, tuple(of_the_follow_up(row) for row in area.rows)))
            for area in page.areas
        ],
        "talk": list(_to_talk_about(opened)),
        "decisions": [_decision(each, opened) for each in opened.decisions],
        "corrections": [asdict(each) for each in page.corrections],
        "words": _words(opened),
    }


def _stage(opened: OpenedFollowUp) -> Iterable[str]:
    follow_up = opened.follow_up
    yield t(STAGES[follow_up.stage])
    for party, stand in sorted(follow_up.approvals.items()):
        yield approved_on(party, local_date(stand.at))


def _to_talk_about(opened: OpenedFollowUp) -> Iterable[Mapping[str, object]]:
    """What lies behind or was not kept, the worst first, each with its reason."""
    rows = [row for status in TO_TALK_ABOUT for row in opened.rows if row.row.progress.status is status]
    for row in rows:
        yield {
            "name": name_of(row.commitment),
            "status": asdict(status_view(row.row.progress.status)),
            "figure": str(figure(row.row)),
            "why": row.note.deviation or row.note.comment,
        }


def _decision(each: Decision, opened: OpenedFollowUp) -> Mapping[str, str]:
    term = opened.words.organisations.get(each.organisation)
    names = {row.commitment.id: name_of(row.commitment) for row in opened.rows}
    return {
        "text": each.text,
        "about": names.get(each.commitment or "", t("Hela löftet")),
        "who": term.title(spoken()) if term else each.organisation,
        "due": long_date(each.due) if each.due else "–",
        "state": t("Gjort {0}", long_date(each.done_on)) if each.done_on else t("Inte gjort än"),
    }


def _words(opened: OpenedFollowUp) -> dict[str, str]:
    return {
        "of": t("av"),
        "because": t("Inte genomfört – därför"),
        "rule": t("Så räknar vi"),
        "short": t("Läget i korthet"),
        "promise": t("Löfte"),
        "standing": t("Läge"),
        "result": t("Hittills"),
        "in_period": name_of_period(opened.follow_up.period),
        "pointed_out": "",
        "talk": t("Att ta upp"),
        "nothing_to_talk": t("Inget löfte ligger efter eller behöver bevakas."),
        "decisions": t("Beslut och åtgärder"),
        "nothing_decided": t("Inga beslut för den här perioden."),
        "decision": t("Vad som ska göras"),
        "who": t("Vem"),
        "due": t("Senast"),
        "state": t("Hur det står till"),
        "corrections": t("Rättelser efter frysningen"),
        "unchanged": t("De frysta siffrorna står kvar. Det här är känt i dag och var det inte då."),
    }
