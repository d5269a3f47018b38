"""Several activities that were chosen, and what to do about them, as the page prints it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from logger.domain.bulk import AddOrganisation, BulkDeed, MarkTargeted, Move, Strike
from logger.domain.records import StoredActivity
from logger.services.activities.activity_lists import PAGE
from logger.services.activities.bulk_deeds import MOST, Chosen
from logger.web.activities.activity_words import ActivityWords
from logger.web.activities.correction_form import Choice
from logger.web.dates import span_of_clock, weekday_date
from logger.web.texts import spoken, t
from logger.web.whole_numbers import whole
from logger.web.words import ACTIVITY, capital

BETWEEN = "~"
DEEDS = {
    "stryk": "Stryk dem: de räknas inte, men finns kvar",
    "riktad": "Märk som riktad insats",
    "inte-riktad": "Ta bort märket riktad insats",
    "plats": "Byt plats",
    "organisation": "Lägg till en organisation som deltog",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form holds: the chosen with their versions, and what is to be done about them."""

    versions: Mapping[str, int] = field(default_factory=dict)
    deed: str = ""
    place: str = ""
    organisation: str = ""
    reason: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What was answered to the form: a sentence, what is wrong with which field, which of them changed."""

    status: int = 200
    problem: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One of the chosen."""

    value: str
    href: str
    when: str
    title: str
    detail: str
    by: str
    changed: bool


@dataclass(frozen=True, slots=True)
class BulkPage:
    """The whole page; `folded` are those beyond what a page of the list shows, `gone` says who fell away."""

    count: str
    gone: str
    lines: tuple[ChosenLine, ...]
    folded: tuple[ChosenLine, ...]
    rest: str
    sure: bool
    deeds: tuple[Choice, ...]
    places: tuple[Choice, ...]
    organisations: tuple[Choice, ...]
    reason: str
    action: str
    back: str
    told: Told


def filled_by(form: MultiDict[str, str]) -> Filled:
    """The form as it was sent; a version that cannot be read is none that stands."""
    versions = {}
    for each in form.getlist("post[]")[: MOST + 1]:
        name, _, rev = each.partition(BETWEEN)
        versions[name] = whole(rev, 9) or 0
    said = {name: form.get(name, "") for name in ("deed", "place", "organisation", "reason")}
    return Filled(versions, **said, sure="sure" in form)


def deed_of(filled: Filled) -> BulkDeed | None:
    """What is to be done; None where that was not chosen."""
    match filled.deed:
        case "stryk":
            return Strike()
        case "riktad" | "inte-riktad":
            return MarkTargeted(targeted=filled.deed == "riktad")
        case "plats" if filled.place:
            return Move(filled.place)
        case "organisation" if filled.organisation:
            return AddOrganisation(filled.organisation)
        case _:
            return None


def unsaid(filled: Filled) -> dict[str, str]:
    """What must be chosen before anything can be done, by field; nothing where all is said."""
    if deed_of(filled) is not None:
        return {"sure": t("Kryssa för att alla ska ändras.")} if is_unsure(filled) else {}
    if filled.deed == "plats":
        return {"place": t("Välj platsen.")}
    if filled.deed == "organisation":
        return {"organisation": t("Välj organisationen.")}
    return {"deed": t("Välj vad som ska göras.")}


def is_unsure(filled: Filled) -> bool:
    """Whether more are chosen than a page shows, and nobody has said yet that all of them are meant."""
    return len(filled.versions) > PAGE and not filled.sure


def bulk_page(chosen: Chosen, filled: Filled, told: Told, action: str, back: str) -> BulkPage:
    """The page in words: where it is sent, and the list that it leads back to."""
    words = ActivityWords(chosen.words, chosen.places)
    named = sorted(chosen.places.values(), key=lambda place: place.name)
    parties = chosen.words.organisations.values()
    lines = tuple(_line(each, words, told, back.partition("?")[0]) for each in chosen.activities)
    return BulkPage(
        count=ACTIVITY.of(len(chosen.activities)),
        gone=_gone(len(filled.versions) - len(chosen.activities)),
        lines=lines[:PAGE],
        folded=lines[PAGE:],
        rest=t("Visa {0} till", ACTIVITY.of(len(lines) - PAGE)) if len(lines) > PAGE else "",
        sure=filled.sure,
        deeds=tuple(Choice(value, t(text), value == filled.deed) for value, text in DEEDS.items()),
        places=(
            Choice("", t("Välj plats"), not filled.place),
            *(Choice(place.id, place.name, place.id == filled.place) for place in named),
        ),
        organisations=(
            Choice("", t("Välj organisation"), not filled.organisation),
            *(
                Choice(each.code, capital(each.in_text(spoken())), each.code == filled.organisation)
                for each in parties
            ),
        ),
        reason=filled.reason,
        action=action,
        back=back,
        told=told,
    )


def _gone(number: int) -> str:
    """Of those that a form sent: what was struck or taken back meanwhile is not silently fewer."""
    return t("{0} gäller inte längre och står inte här.", ACTIVITY.of(number)) if number > 0 else ""


def _line(stored: StoredActivity, words: ActivityWords, told: Told, address: str) -> ChosenLine:
    activity = stored.activity
    clock = span_of_clock(activity.started_at, activity.ended_at)
    return ChosenLine(
        value=f"{activity.id}{BETWEEN}{stored.rev}",
        href=f"{address}/{activity.id}",
        when=f"{weekday_date(activity.local_date)} {clock}",
        title=words.title(activity),
        detail=words.detail(activity, with_people=False),
        by=words.organisations(activity),
        changed=activity.id in told.changed,
    )
