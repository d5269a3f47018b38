"""Aktiviteter as its page prints it: the filter, the list, and the way on."""

from collections.abc import Mapping
from dataclasses import dataclass

from logger.domain.people.policy import Sight
from logger.domain.records import State
from logger.services.activities.activity_lists import PAGE, ActivityList
from logger.web.activities.activity_filter import GONE, Asked, position_text
from logger.web.activities.activity_list_around import Around
from logger.web.activities.activity_words import ActivityWords
from logger.web.dates import span_of_clock, weekday_date
from logger.web.texts import spoken, t
from logger.web.words import ACTIVITY, capital, whole

STATES = {State.WITHDRAWN: "ångrad", State.VOIDED: "struken"}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list in the form."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """One list in the form."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ListedActivity:
    """One activity of the list."""

    id: str
    href: str
    day: str
    clock: str
    title: str
    detail: str
    by: str
    state: str


@dataclass(frozen=True, slots=True)
class ActivityListPage:
    """The whole page. `next` is empty on the last page, `start` on the first.

    `several` is where those that are ticked are done something about; empty for those who may not.
    """

    action: str
    choices: tuple[Choices, ...]
    fields: Mapping[str, str]
    faults: Mapping[str, str]
    filtered: bool
    count: str
    only_own: bool
    activities: tuple[ListedActivity, ...]
    next: str
    start: str
    around: Around
    edits: bool
    several: str
    whole_search: tuple[str, str]
    tick_all: str
    files: tuple[tuple[str, str], ...]


def activity_list_page(
    found: ActivityList, asked: Asked, address: str, around: Around, after: str = ""
) -> ActivityListPage:
    """The page in words; `address` is its own, without a query."""
    words = ActivityWords(found.words, found.places)
    return ActivityListPage(
        action=address,
        choices=_choices(found, asked),
        fields=asked.fields,
        faults=asked.faults,
        filtered=any(asked.fields.values()),
        count=ACTIVITY.of(found.total),
        only_own=found.only_own,
        activities=tuple(
            ListedActivity(
                id=each.stored.activity.id,
                href=f"{address}/{each.stored.activity.id}",
                day=weekday_date(each.stored.activity.local_date),
                clock=span_of_clock(each.stored.activity.started_at, each.stored.activity.ended_at),
                title=words.title(each.stored.activity),
                detail=words.detail(each.stored.activity, with_people=each.sight is Sight.WHOLE),
                by=words.organisations(each.stored.activity),
                state=t(STATES[each.stored.state]) if each.stored.state is not State.CURRENT else "",
            )
            for each in found.activities
        ),
        next=f"{address}{asked.query(after=position_text(found.next))}" if found.next else "",
        start="" if around.first else f"{address}{asked.query()}",
        around=around,
        edits=found.edits,
        several=f"{address}/flera" if found.edits and asked.fields["state"] != GONE else "",
        whole_search=_whole_search(found, asked, address),
        tick_all="" if around.all_ticked else f"{address}{asked.query(after=after, alla='1')}",
        files=(
            (t("Kalkylblad"), f"{address}/kalkylblad.csv{asked.query()}"),
            (t("Data i CSV"), f"{address}/data.csv{asked.query()}"),
        ),
    )


def _whole_search(found: ActivityList, asked: Asked, address: str) -> tuple[str, str]:
    """To do something about all that the search finds, where that is more than a page; else empty."""
    if not found.edits or asked.fields["state"] == GONE or found.total <= PAGE:
        return "", ""
    return t("Gör något med alla {0}", whole(found.total)), f"{address}/flera{asked.query(alla='1')}"


def _choices(found: ActivityList, asked: Asked) -> tuple[Choices, ...]:
    types = {code: capital(term.bare(spoken())) for code, term in found.words.types.items()}
    places = {place.id: place.name for place in found.places.values()}
    organisations = {
        code: capital(term.in_text(spoken())) for code, term in found.words.organisations.items()
    }
    states = {"": t("De som gäller"), GONE: t("Ångrade och strukna")}
    return (
        _list("type", "Typ", {"": t("Alla typer"), **types}, asked),
        _list("place", "Plats", {"": t("Alla platser"), **places}, asked),
        _list("organisation", "Deltog", {"": t("Alla"), **organisations}, asked),
        _list("state", "Visa", states, asked),
    )


def _list(name: str, label: str, options: Mapping[str, str], asked: Asked) -> Choices:
    chosen = asked.fields[name]
    return Choices(
        name, label, tuple(Option(value, text, value == chosen) for value, text in options.items())
    )
