"""People as their pages print them: in a list, and one by one with what may be done about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from logger.domain.people.new_people import Details
from logger.domain.people.register import Held, Person, Standing, Trace
from logger.domain.periods import local_date
from logger.services.people.people_list import PAGE, Listed, Opened, Shown, Sought
from logger.web.dates import month_name, short_date, weekday_date
from logger.web.settings.role_words import Choice, RoleForm, organisation_name, role_form, role_in_words
from logger.web.settings.settings_frame import PEOPLE
from logger.web.settings.word_views import Told
from logger.web.texts import t
from logger.web.words import Noun

PERSON = Noun("person", "personer", "person", "people")
PHONE = Noun("telefon", "telefoner", "phone", "phones")
SHOWN = {Shown.ALL: "Alla", Shown.NOT_COME: "Har inte kommit än", Shown.SHUT_OUT: "Utestängda"}
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the list. `news` is what keeps them from coming in, `used` how the account is used."""

    name: str
    href: str
    email: str
    roles: tuple[str, ...]
    organisation: str
    news: str
    used: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The list. `next` and `earlier` are empty where there is no such page."""

    lines: tuple[PersonLine, ...]
    count: str
    words: str
    shown: tuple[Choice, ...]
    filtered: bool
    invite: str
    next: str
    earlier: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role that somebody holds; `end` is where it is ended, empty for what is not the reader's."""

    text: str
    end: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person; an address that is empty is a deed that is not the reader's."""

    name: str
    email: str
    organisation: str
    version: str
    state: str
    needs: bool
    used: str
    own: bool
    details: Details | None
    roles: tuple[RoleLine, ...]
    gives: RoleForm | None
    address: str
    code: str
    takes_password: bool
    takes_back: bool
    shut_out: bool
    let_in: bool
    told: Told


def people_page(found: Listed, sought: Sought, now: datetime) -> PeoplePage:
    """One page of the list in words."""
    return PeoplePage(
        lines=tuple(_line(each, found, now) for each in found.people),
        count=PERSON.of(found.found),
        words=sought.words,
        shown=tuple(Choice(each, _shown(each, found), each is sought.shown) for each in Shown),
        filtered=bool(sought.words) or sought.shown is not Shown.ALL,
        invite=f"{PEOPLE}/ny" if found.invites else "",
        next=_page(sought, sought.page + 1) if found.found > sought.page * PAGE else "",
        earlier=_page(sought, sought.page - 1) if sought.page > 1 else "",
    )


def person_page(opened: Opened, told: Told, typed: Mapping[str, str], now: datetime) -> PersonPage:
    """One person in words, the forms as they were typed."""
    person, here = opened.person, f"{PEOPLE}/{opened.person.id}"
    standing = person.standing(now)
    return PersonPage(
        name=person.name,
        email=person.email,
        organisation=organisation_name(opened.organisations, person.organisation),
        version=person.version,
        state=_state(person, standing) or t("Kan logga in."),
        needs=standing is not Standing.IN,
        used=_used(opened.trace, now),
        own=opened.own,
        details=_details(person, typed) if opened.names else None,
        roles=tuple(_role(each, opened, here) for each in person.held),
        gives=role_form(opened.gives, opened.where, typed) if opened.gives else None,
        address=here,
        code=_code_words(person) if opened.makes_code else "",
        takes_password=person.has_password,
        takes_back=opened.makes_code and person.invitation is not None,
        shut_out=opened.keeps and person.disabled_at is None,
        let_in=opened.keeps and person.disabled_at is not None,
        told=told,
    )


def _details(person: Person, typed: Mapping[str, str]) -> Details:
    return Details(typed.get("name", person.name), typed.get("email", person.email))


def _line(person: Person, found: Listed, now: datetime) -> PersonLine:
    trace = None if found.traces is None else found.traces.get(person.id, Trace())
    return PersonLine(
        name=person.name,
        href=f"{PEOPLE}/{person.id}",
        email=person.email,
        roles=tuple(role_in_words(each, found.where) for each in person.grants) or (t("Ingen roll"),),
        organisation=organisation_name(found.organisations, person.organisation),
        news=_state(person, person.standing(now)),
        used=_used(trace, now),
    )


def _state(person: Person, standing: Standing) -> str:
    """What keeps the person from coming in; empty where nothing does."""
    invitation = person.invitation
    until = weekday_date(local_date(invitation.expires_at)) if invitation else ""
    match standing:
        case Standing.IN:
            return ""
        case Standing.SHUT_OUT:
            return t("Utestängd sedan {0}.", _day(person.disabled_at))
        case Standing.INVITED:
            return t("Inbjuden, har inte kommit än. Koden gäller till {0}.", until)
        case Standing.RESET:
            return t("Har fått en kod för ett nytt lösenord. Den gäller till {0}.", until)
        case Standing.OUTLIVED:
            return t("Koden gick ut {0}. Gör en ny.", until)
        case Standing.NO_CODE:
            return t("Har inget lösenord och ingen kod som gäller.")


def _used(trace: Trace | None, now: datetime) -> str:
    """When the account was last used, no more exactly than it takes to see that it is; and its phones."""
    if trace is None:
        return ""
    if trace.last_sign_in is None:
        return t("Har aldrig loggat in.")
    signed_in = t("Senast inloggad {0}", _ago(trace.last_sign_in, now))
    return f"{signed_in} · {PHONE.of(trace.phones)}" if trace.phones else signed_in


def _ago(then: datetime, now: datetime) -> str:
    days = (local_date(now) - local_date(then)).days
    if days <= 1:
        return t("i dag") if days <= 0 else t("i går")
    return t("den senaste veckan") if days <= A_WEEK else t("i {0}", month_name(local_date(then)))


def _code_words(person: Person) -> str:
    return t("Gör en ny kod") if person.invitation or person.has_password else t("Gör en kod")


def _role(held: Held, opened: Opened, here: str) -> RoleLine:
    end = f"{here}/roll/{held.id}/avsluta" if held.id in opened.ends else ""
    return RoleLine(role_in_words(held.grant, opened.where), end)


def _shown(shown: Shown, found: Listed) -> str:
    text = t(SHOWN[shown])
    return f"{text} ({found.not_come})" if shown is Shown.NOT_COME and found.not_come else text


def _page(sought: Sought, number: int) -> str:
    fields = {"q": sought.words, "visa": sought.shown.value, "sida": str(number)}
    return f"{PEOPLE}?{urlencode(fields)}"


def _day(instant: datetime | None) -> str:
    return short_date(local_date(instant)) if instant else ""
