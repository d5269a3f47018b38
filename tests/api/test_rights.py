"""Every route × method × person, executed: an unknown route fails, a denied object is a missing one.

The table says who gets in; everybody else is answered as the group says. GET changes nothing.
"""

import hmac
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.worlds.town import (
    EVERYBODY,
    OURS,
    OWN_PAGE,
    PLEDGE,
    PROGRAM,
    STREAM,
    Town,
    activity,
    address,
    town_in,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
SIGNED_OUT = ("anonymous", "disabled", "expired")
OFFICERS = ("officer", "colleague", "worker")
OVERVIEW = ("coordinator", "town coordinator", "chief", "token")
OF_OURS = (*OFFICERS, *OVERVIEW)
DECIDERS = ("coordinator", "town coordinator", "chief")
THOSE_WHO_LOG = (*OFFICERS, *DECIDERS[:2], "foreign officer", "foreign coordinator")
STRANGERS = ("administrator", "foreign officer", "foreign coordinator", "foreign token")
WITH_TOKENS = ("token", "foreign token")
PEOPLE_SIGNED_IN = (*OFFICERS, *DECIDERS, *STRANGERS[:3])
MISSING = "6f1c1e9e-0000-7000-8000-000000000000"


@dataclass(frozen=True)
class Expected:
    """What each person is answered: one status for all, but for the named."""

    all: int
    but: Mapping[str, int] = field(default_factory=dict)

    def of(self, who: str) -> int:
        return self.but.get(who, self.all)


def everybody(status: int) -> Expected:
    return Expected(status)


def only(allowed: tuple[str, ...], *, signed_out: int, status: int = 200, others: int = 404) -> Expected:
    """Those who may get in; the signed out are led to sign in; to all others it does not exist."""
    return Expected(others, dict.fromkeys(allowed, status) | dict.fromkeys(SIGNED_OUT, signed_out))


def program(allowed: tuple[str, ...] = OF_OURS, *, status: int = 200) -> Expected:
    return only(allowed, signed_out=401, status=status)


def misshapen(*besides: str) -> Expected:
    """Whoever is signed in, and those besides, is told what is wrong with the body."""
    heard = only(EVERYBODY[1:], signed_out=401, status=400)
    return Expected(heard.all, {**heard.but, **dict.fromkeys(besides, 400)})


def page(allowed: tuple[str, ...] = OF_OURS, *, status: int = 200) -> Expected:
    """A page is for people: a program with a key is led to sign in like anybody signed out."""
    of_people = only(allowed, signed_out=303, status=status)
    return Expected(of_people.all, {**of_people.but, **dict.fromkeys(WITH_TOKENS, 303)})


def correcting(*readers: str) -> Expected:
    """For the municipality's coordinators; those who may only read are told so."""
    of_coordinators = page(("coordinator", "town coordinator"))
    return Expected(of_coordinators.all, {**of_coordinators.but, **dict.fromkeys(readers, 403)})


def correcting_nothing(*readers: str) -> Expected:
    """What is not there is told so to those who may write; those who only read are stopped before."""
    return Expected(404, {**page(()).but, **dict.fromkeys(readers, 403)})


def writing_pledges(*readers: str) -> Expected:
    """The same for those who write pledges, and those who read what is being written."""
    return correcting(*readers)


DRAFT = f"/loften/{OURS}/medborgarlofte-2028/utkast"
NO_DRAFT = f"/loften/{OURS}/{PLEDGE}/utkast"
PLAN = f"/plan/{OURS}/{PLEDGE}"
FOLLOW_UP = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10"
DAYS = {"first": "2026-01-01", "last": "2026-12-31"}
ACTIVITIES = f"/api/v1/municipalities/{OURS}/activities"
PLEDGES = f"/api/v1/municipalities/{OURS}/pledges"
OWN = "officer"
BROWSER = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/phone",
    "keys": {"p256dh": "B" + "A" * 86, "auth": "A" * 22},
}

# endpoint: the addresses that it is tried at, each with who may GET it
READING: Mapping[str, list[tuple[str, Expected]]] = {
    "static_files.file": [
        ("/static/{release}/css/base.css", everybody(200)),
        ("/static/{release}/nothing.css", everybody(404)),
        ("/static/{release}/../config.py", everybody(404)),
        ("/static/000000000000/css/base.css", everybody(404)),
    ],
    "well_known.security": [("/.well-known/security.txt", everybody(200))],
    "health.live": [("/healthz/live", everybody(200))],
    "health.ready": [("/healthz", everybody(503))],  # the town's tables were made by no migration
    "signing_in.form": [("/logga-in", everybody(200))],
    "passwords.form": [("/losenord", page(PEOPLE_SIGNED_IN))],
    "phone.shell": [("/", everybody(200))],
    "phone.form": [("/ny", everybody(200))],
    "phone.mine": [("/mina", everybody(200))],
    "phone.sheet": [("/flera", everybody(200))],
    "phone.standing": [("/laget", everybody(200))],
    "phone.more": [("/mer", everybody(200))],
    "phone.help": [("/hjalp", everybody(200))],
    "phone.sign": [
        (f"/p/{OURS}/badet", everybody(200)),
        ("/p/9999/finns-inte", everybody(200)),  # no sign tells which places there are
        (f"/p/{OURS}/", everybody(404)),
    ],
    "phone.worker": [("/sw.js", everybody(200))],
    "phone.manifest": [("/manifest.webmanifest", everybody(200))],
    "public.index": [("/lofte/lekeberg", everybody(200)), ("/lofte/ingenstans", everybody(404))],
    "public.pledge": [
        (f"/lofte/lekeberg/{PLEDGE}", everybody(200)),
        ("/lofte/lekeberg/medborgarlofte-2027", everybody(404)),
        ("/lofte/lekeberg/inget", everybody(404)),
    ],
    "public.publication": [
        (f"/lofte/lekeberg/{PLEDGE}/2026-09", everybody(200)),
        (f"/lofte/lekeberg/{PLEDGE}/2026-10", everybody(404)),  # it is not published
    ],
    **{
        f"open_data.{door}": [
            (f"/lofte/lekeberg/{PLEDGE}/2026-09/{form}", everybody(200)),
            (f"/lofte/lekeberg/{PLEDGE}/2026-10/{form}", everybody(404)),
        ]
        for door, form in (("as_json", "data.json"), ("as_table", "data.csv"), ("as_facts", "fakta.csv"))
    },
    **{
        f"public_papers.{door}": [
            (f"/lofte/lekeberg/{PLEDGE}/2026-09/{name}", everybody(200)),
            (f"/lofte/lekeberg/{PLEDGE}/2026-10/{name}", everybody(404)),
        ]
        for door, name in (
            ("citizens", "blad.pdf"),
            ("municipal_council", "redovisning.pdf"),
            ("workbook_of", "data.xlsx"),
        )
    },
    "public.for_print": [
        (f"/lofte/lekeberg/{PLEDGE}/2026-09/utskrift", everybody(200)),
        (f"/lofte/lekeberg/{PLEDGE}/2026-10/utskrift", everybody(404)),
    ],
    "public.embedded": [
        (f"/lofte/lekeberg/{PLEDGE}/inbaddad", everybody(200)),
        ("/lofte/lekeberg/medborgarlofte-2027/inbaddad", everybody(404)),
    ],
    "public.atom": [
        ("/lofte/lekeberg/flode.xml", everybody(200)),
        ("/lofte/ingenstans/flode.xml", everybody(404)),
    ],
    "public.accessibility": [("/tillganglighet", everybody(200))],
    "open_data.schema": [("/oppna-data/publikation-1.schema.json", everybody(200))],
    "openapi.read_description": [("/api/v1/openapi.json", everybody(200))],
    "openapi.read_page": [("/api/v1/", everybody(200))],
    "session.read_session": [("/api/v1/session", only(EVERYBODY[1:], signed_out=401))],
    "reference.read_reference": [
        (f"/api/v1/reference/{OURS}", program()),
        ("/api/v1/reference/9999", program(())),
    ],
    "plan.read_due": [
        (f"/api/v1/plan/{OURS}", program()),
        ("/api/v1/plan/9999", program(())),
    ],
    "reference.read_colleagues": [
        (
            "/api/v1/colleagues",
            only(
                (*OFFICERS, "coordinator", "town coordinator", "token", *STRANGERS[1:]),
                signed_out=401,
            ),
        )
    ],
    "devices.read_devices": [("/api/v1/devices", only(EVERYBODY[1:], signed_out=401))],
    "push.read_key": [("/api/v1/push/key", only(EVERYBODY[1:], signed_out=401))],
    "municipalities.read_pledges": [(PLEDGES, program())],
    "municipalities.read_progress": [
        (f"{PLEDGES}/{PLEDGE}/progress", program()),
        (f"{PLEDGES}/medborgarlofte-2027/progress", program(())),
        (f"{PLEDGES}/inget/progress", program(())),
    ],
    "overview.read_overview": [("/api/v1/overview", only(EVERYBODY[1:], signed_out=401))],
    "municipalities.read_activities": [(ACTIVITIES, program())],
    "municipalities.read_activity": [
        (f"{ACTIVITIES}/{{officer}}", program((OWN, *OVERVIEW))),
        (f"{ACTIVITIES}/{{colleague}}", program(("colleague", *OVERVIEW))),
        (f"{ACTIVITIES}/{{worker}}", program(("worker", *OVERVIEW))),
        (f"{ACTIVITIES}/{{voided}}", program((OWN, *OVERVIEW))),
        (f"{ACTIVITIES}/{{foreign officer}}", program(())),
        (f"{ACTIVITIES}/{MISSING}", program(())),
        (f"{ACTIVITIES}/inget-id", everybody(404)),
    ],
    "desk.usual_board": [("/oversikt", page((*OF_OURS, *STRANGERS), status=303))],
    "overview_page.country": [
        ("/riket", page((*OF_OURS, *STRANGERS[1:]))),
        ("/riket?visa=efter&q=lek", page((*OF_OURS, *STRANGERS[1:]))),
    ],
    "district.district": [("/omradet", page((*OF_OURS, *STRANGERS[1:])))],
    "desk.board": [
        (f"/oversikt/{OURS}/{PLEDGE}", page()),
        (f"/oversikt/{OURS}/medborgarlofte-2027", page(())),
    ],
    "desk.commitment": [
        (f"/oversikt/{OURS}/{PLEDGE}/speed", page()),
        (f"/oversikt/{OURS}/{PLEDGE}/inget", page(())),
    ],
    "desk.weighed": [
        (f"/oversikt/{OURS}/{PLEDGE}/speed/{{officer}}", page((OWN, *OVERVIEW))),
        (f"/oversikt/{OURS}/{PLEDGE}/speed/{{colleague}}", page(("colleague", *OVERVIEW))),
        (f"/oversikt/{OURS}/{PLEDGE}/speed/{{foreign officer}}", page(())),
        (f"/oversikt/{OURS}/{PLEDGE}/speed/{MISSING}", page(())),
        (f"/oversikt/{OURS}/{PLEDGE}/inget/{{officer}}", page(())),
    ],
    "desk.presence_of": [(f"/narvaro/{OURS}/{PLEDGE}/presence", page())],
    "activity_doors.activities": [(f"/aktiviteter/{OURS}", page())],
    "signs.sheet": [
        (f"/skyltar/{OURS}", page(OVERVIEW[:3])),
        (f"/skyltar/{OURS}?valda=1&plats[]=badet", page(OVERVIEW[:3])),
        ("/skyltar/9999", page(())),
    ],
    "activity_doors.activity": [
        (f"/aktiviteter/{OURS}/{{officer}}", page((OWN, *OVERVIEW))),
        (f"/aktiviteter/{OURS}/{{colleague}}", page(("colleague", *OVERVIEW))),
        (f"/aktiviteter/{OURS}/{{foreign officer}}", page(())),
        (f"/aktiviteter/{OURS}/{MISSING}", page(())),
    ],
    "activity_files.for_a_spreadsheet": [
        (f"/aktiviteter/{OURS}/kalkylblad.csv", page()),
        ("/aktiviteter/9999/kalkylblad.csv", page(())),
    ],
    "activity_files.for_programs": [
        (f"/aktiviteter/{OURS}/data.csv", page()),
        ("/aktiviteter/9999/data.csv", page(())),
    ],
    "bulk_pages.look": [
        (f"/aktiviteter/{OURS}/flera", correcting(*OFFICERS, "chief")),
        (f"/aktiviteter/{OURS}/flera?post[]={MISSING}&post[]=inget", correcting(*OFFICERS, "chief")),
        ("/aktiviteter/9999/flera", page(())),
    ],
    "old_books.listed": [
        (f"/aktiviteter/{OURS}/tidigare", correcting(*OFFICERS, "chief")),
        ("/aktiviteter/9999/tidigare", page(())),
    ],
    "twin_pages.listed": [
        (f"/aktiviteter/{OURS}/dubbletter", correcting(*OFFICERS, "chief")),
        ("/aktiviteter/9999/dubbletter", page(())),
    ],
    # Whoever may read the activity is told that putting it right is for others; to the rest it is not there.
    "corrections.correction": [
        (f"/aktiviteter/{OURS}/{{officer}}/ratta", correcting(OWN, "chief")),
        (f"/aktiviteter/{OURS}/{{worker}}/ratta", correcting("worker", "chief")),
        (f"/aktiviteter/{OURS}/{{foreign officer}}/ratta", page(())),
        (f"/aktiviteter/{OURS}/{MISSING}/ratta", page(())),
    ],
    # For those who follow a municipality; a signed address alone decides whose letters end.
    "letter.shown": [("/mandagsbrevet", page((*OF_OURS, "foreign officer", "foreign coordinator")))],
    "letter.ending": [("/mandagsbrevet/avsluta/inget/inget", everybody(404))],
    "word_list.listed": [("/installningar/ordlista", page(("administrator",)))],
    "word_list.new": [
        ("/installningar/ordlista/ny/typ", page(("administrator",))),
        ("/installningar/ordlista/ny/fokus/traffic_check", page(("administrator",))),
        ("/installningar/ordlista/ny/fokus/follow_up", page(())),
        ("/installningar/ordlista/ny/inget", page(())),
    ],
    "word_list.opened": [
        ("/installningar/ordlista/typ/traffic_check", page(("administrator",))),
        ("/installningar/ordlista/fokus/traffic_check/speed", page(("administrator",))),
        ("/installningar/ordlista/fokus/traffic_check/inget", page(())),
    ],
    "pledges.shelves": [("/loften", page((*OF_OURS[:-1], "foreign officer", "foreign coordinator")))],
    "pledges.pledge": [
        (f"/loften/{OURS}/{PLEDGE}", page()),
        (f"/loften/{OURS}/medborgarlofte-2027", page(OVERVIEW)),  # it waits for approval
        (f"/loften/{OURS}/inget", page(())),
    ],
    "pledges.difference": [(f"/loften/{OURS}/{PLEDGE}/skillnad?fran=1&till=1", page())],
    "pledges.file": [
        (f"/loften/{OURS}/{PLEDGE}/fil", page()),
        (f"/loften/{OURS}/medborgarlofte-2027/fil", page(OVERVIEW)),
    ],
    "new_pledges.new": [(f"/loften/{OURS}/nytt", writing_pledges("chief")), ("/loften/9999/nytt", page(()))],
    "pledge_drafts.draft": [(f"{DRAFT}", writing_pledges("chief")), (f"{NO_DRAFT}", page(()))],
    "pledge_drafts.heading": [(f"{DRAFT}/huvud", writing_pledges("chief"))],
    "commitment_editor.edit": [
        (f"{DRAFT}/atagande", writing_pledges("chief")),
        (f"{DRAFT}/atagande?omrade=7", correcting_nothing("chief")),
        (f"{DRAFT}/atagande/speed", writing_pledges("chief")),
        (f"{DRAFT}/atagande/inget", correcting_nothing("chief")),
    ],
    # Whoever follows the municipality reads its places; those who coordinate change them.
    "place_pages.listed": [
        (f"/platser/{OURS}", page()),
        (f"/platser/{OURS}?ordning=slag", page()),
        ("/platser/9999", page(())),
    ],
    "place_pages.place": [
        (f"/platser/{OURS}/p/skolvagen", page()),
        (f"/platser/{OURS}/p/finns-inte", page(())),
        ("/platser/9999/p/skolvagen", page(())),
    ],
    "place_pages.new": [
        (f"/platser/{OURS}/ny", correcting(*OFFICERS, "chief")),
        ("/platser/9999/ny", page(())),
    ],
    "proposal_pages.waiting": [
        (f"/platser/{OURS}/foreslagna", page(DECIDERS)),
        ("/platser/9999/foreslagna", page(())),
    ],
    # Whoever follows the municipality reads what is frozen; those who coordinate write.
    "follow_ups.usual": [
        ("/uppfoljning", page((*OF_OURS[:-1], "foreign officer", "foreign coordinator"), status=303))
    ],
    "follow_ups.newest": [
        (f"/uppfoljning/{OURS}/{PLEDGE}", page(status=303)),
        (f"/uppfoljning/{OURS}/inget", page(())),
    ],
    "follow_ups.follow_up": [
        (f"{FOLLOW_UP}", page()),
        (f"/uppfoljning/{OURS}/{PLEDGE}/2026", page()),
        (f"/uppfoljning/{OURS}/{PLEDGE}/2027-01", page(())),
        (f"/uppfoljning/{OURS}/medborgarlofte-2027/2027-01", page(())),
    ],
    # A draft is for those who write or approve it; what everyone will read is there once it is put forward.
    **{
        f"papers.{door}": [
            (f"/uppfoljning/{OURS}/{PLEDGE}/2026-09/{name}", page()),
            (f"{FOLLOW_UP}/{name}", page(DECIDERS)),
            (f"/uppfoljning/{OURS}/{PLEDGE}/2027-01/{name}", page(())),
        ]
        for door, name in (
            ("prevention_council", "underlag.pdf"),
            ("workbook_of", "tabell.xlsx"),
            ("table", "tabell.csv"),
            ("data", "data.csv"),
        )
    },
    **{
        f"papers.{door}": [
            (f"/uppfoljning/{OURS}/{PLEDGE}/2026-09/{name}", page()),
            (f"{FOLLOW_UP}/{name}", page(())),
        ]
        for door, name in (("citizens", "blad.pdf"), ("municipal_council", "redovisning.pdf"))
    },
    "follow_ups.numbers": [
        (f"{FOLLOW_UP}/uppgifter/walk", correcting(*OFFICERS, "chief")),
        (f"{FOLLOW_UP}/uppgifter/inget", correcting_nothing(*OFFICERS, "chief")),
    ],
    # Officers read their own organisation's plan.
    "plans.usual": [("/plan", page((*OF_OURS[:-1], "foreign officer", "foreign coordinator"), status=303))],
    "plans.plan": [
        (PLAN, page()),
        (f"{PLAN}?ar=2031", page()),
        (f"/plan/{OURS}/inget", page(())),
        (f"/plan/9999/{PLEDGE}", page(())),
    ],
    "plans.item": [(f"{PLAN}/{MISSING}", page(()))],
    "school_terms.terms": [(f"/installningar/skolterminer/{OURS}", correcting(*OFFICERS, "chief"))],
    "calendars.feed": [(f"/kalender/{'x' * 43}.ics", everybody(404))],
    "held.waiting": [(f"/att-avgora/{OURS}", page(DECIDERS)), ("/att-avgora/9999", page(()))],
    "phone_list.listed": [(f"/telefoner/{OURS}", page(DECIDERS)), ("/telefoner/9999", page(()))],
    "phone_list.confirm": [(f"/telefoner/{OURS}/{MISSING}/sparra", page(()))],
}


@dataclass(frozen=True)
class Deed:
    """An unsafe request, rightly made but for who makes it."""

    method: str
    address: str
    expected: Expected
    json: Any = None
    form: Mapping[str, str] = field(default_factory=dict)


# A page's form is never sent by a program: without a form token nobody gets further.
NO_FORM_TOKEN = everybody(403)
DOING: Mapping[str, list[Deed]] = {
    "signing_in.sign_in": [Deed("POST", "/logga-in", NO_FORM_TOKEN, form={"email": address("officer")})],
    "languages.choose": [Deed("POST", "/sprak", NO_FORM_TOKEN, form={"lang": "en"})],
    "signing_in.sign_out": [Deed("POST", "/logga-ut", NO_FORM_TOKEN)],
    "passwords.change": [Deed("POST", "/losenord", NO_FORM_TOKEN)],
    "corrections.correct": [Deed("POST", f"/aktiviteter/{OURS}/{activity(OWN).id}/ratta", NO_FORM_TOKEN)],
    "corrections.strike": [Deed("POST", f"/aktiviteter/{OURS}/{MISSING}/stryk", NO_FORM_TOKEN)],
    "corrections.merge": [Deed("POST", f"/aktiviteter/{OURS}/{MISSING}/sla-ihop", NO_FORM_TOKEN)],
    "bulk_pages.do": [Deed("POST", f"/aktiviteter/{OURS}/flera", NO_FORM_TOKEN)],
    "twin_pages.decide": [Deed("POST", f"/aktiviteter/{OURS}/dubbletter", NO_FORM_TOKEN)],
    "old_books.look": [Deed("POST", f"/aktiviteter/{OURS}/tidigare/granska", NO_FORM_TOKEN)],
    "old_books.take_in": [Deed("POST", f"/aktiviteter/{OURS}/tidigare/las-in", NO_FORM_TOKEN)],
    "old_books.take_out": [Deed("POST", f"/aktiviteter/{OURS}/tidigare/{MISSING}/ta-bort", NO_FORM_TOKEN)],
    "letter.decide": [Deed("POST", "/mandagsbrevet", NO_FORM_TOKEN)],
    "letter.end": [Deed("POST", "/mandagsbrevet/avsluta/inget/inget", everybody(404))],
    "word_list.add": [Deed("POST", "/installningar/ordlista/ny/typ", NO_FORM_TOKEN)],
    "word_list.change": [Deed("POST", "/installningar/ordlista/typ/traffic_check", NO_FORM_TOKEN)],
    "word_list.retire": [Deed("POST", "/installningar/ta-ur-bruk/typ/traffic_check", NO_FORM_TOKEN)],
    "word_list.bring_back": [Deed("POST", "/installningar/ta-i-bruk/typ/traffic_check", NO_FORM_TOKEN)],
    "held.take_in": [Deed("POST", f"/att-avgora/{OURS}/{MISSING}/ta-emot", NO_FORM_TOKEN)],
    "held.refuse": [Deed("POST", f"/att-avgora/{OURS}/{MISSING}/avvisa", NO_FORM_TOKEN)],
    "place_pages.add": [Deed("POST", f"/platser/{OURS}/ny", NO_FORM_TOKEN)],
    "place_pages.change": [Deed("POST", f"/platser/{OURS}/p/skolvagen", NO_FORM_TOKEN)],
    "place_pages.merge": [Deed("POST", f"/platser/{OURS}/sla-ihop", NO_FORM_TOKEN)],
    **{
        f"proposal_pages.{deed}": [Deed("POST", f"/platser/{OURS}/foreslagna/{way}", NO_FORM_TOKEN)]
        for deed, way in (("accept", "lagg-upp"), ("accept_as", "samma-som"), ("refuse", "avvisa"))
    },
    "phone_list.revoke": [Deed("POST", f"/telefoner/{OURS}/{MISSING}/sparra", NO_FORM_TOKEN)],
    "pledges.begin": [Deed("POST", f"/loften/{OURS}/{PLEDGE}/andra", NO_FORM_TOKEN)],
    "pledges.approve": [Deed("POST", f"/loften/{OURS}/{PLEDGE}/godkann", NO_FORM_TOKEN)],
    "new_pledges.begin": [Deed("POST", f"/loften/{OURS}/nytt", NO_FORM_TOKEN)],
    "new_pledges.bring_in": [Deed("POST", f"/loften/{OURS}/nytt/las-in", NO_FORM_TOKEN)],
    "pledge_drafts.change_heading": [Deed("POST", f"{DRAFT}/huvud", NO_FORM_TOKEN)],
    "pledge_drafts.add_area": [Deed("POST", f"{DRAFT}/omrade", NO_FORM_TOKEN)],
    "pledge_drafts.change_area": [Deed("POST", f"{DRAFT}/omrade/0", NO_FORM_TOKEN)],
    "pledge_drafts.move_commitment": [Deed("POST", f"{DRAFT}/atagande/speed/ordna", NO_FORM_TOKEN)],
    "pledge_drafts.propose": [Deed("POST", f"{DRAFT}/lagg-fram", NO_FORM_TOKEN)],
    "pledge_drafts.discard": [Deed("POST", f"{DRAFT}/kasta", NO_FORM_TOKEN)],
    "follow_up_deeds.write": [Deed("POST", FOLLOW_UP, NO_FORM_TOKEN)],
    **{
        f"follow_up_deeds.{deed}": [Deed("POST", f"{FOLLOW_UP}/{way}", NO_FORM_TOKEN)]
        for deed, way in (
            ("decide", "beslut"),
            ("undecide", f"beslut/{MISSING}/bort"),
            ("carry_out", f"beslut/{MISSING}/gjort"),
            ("plan", f"beslut/{MISSING}/planera"),
            ("approve", "godkann"),
            ("send_back", "tillbaka"),
            ("publish", "publicera"),
            ("enter", "uppgifter/walk"),
            ("drop", f"uppgifter/walk/{MISSING}/bort"),
        )
    },
    "plan_deeds.add": [Deed("POST", PLAN, NO_FORM_TOKEN, form=DAYS)],
    "plan_deeds.change": [Deed("POST", f"{PLAN}/{MISSING}", NO_FORM_TOKEN, form=DAYS)],
    "school_terms.change": [Deed("POST", f"/installningar/skolterminer/{OURS}", NO_FORM_TOKEN)],
    "calendars.change": [Deed("POST", f"{PLAN}/kalender", NO_FORM_TOKEN)],
    **{
        f"plan_deeds.{deed}": [Deed("POST", f"{PLAN}/{way}", NO_FORM_TOKEN)]
        for deed, way in (
            ("approve", "godkann"),
            ("end", f"{MISSING}/avsluta"),
            ("done", f"{MISSING}/gjort"),
            ("not_done", f"{MISSING}/inte"),
            ("unsay", f"{MISSING}/angra"),
        )
    },
    "commitment_editor.write": [Deed("POST", f"{DRAFT}/atagande", NO_FORM_TOKEN)],
    "commitment_editor.say": [Deed("POST", f"{DRAFT}/mening", NO_FORM_TOKEN)],
    "session.begin_session": [
        Deed("POST", "/api/v1/session", everybody(401), json={"email": "{who}@example.se", "password": "fel"})
    ],
    "session.choose_municipality": [
        Deed("PUT", "/api/v1/session/municipality", program(OF_OURS[:-1]), json={"code": OURS}),
    ],
    # The only door that still hears who was disabled: what waits on their phone is held, not lost.
    "sync.sync": [Deed("POST", "/api/v1/sync", misshapen("disabled"), json={"protocol": 1})],
    "sync_aid.rescue": [Deed("POST", "/api/v1/sync/rescue", misshapen(), json={"protocol": 1})],
    "sync_aid.compare": [Deed("POST", "/api/v1/sync/reconcile", misshapen(), json={"protocol": 1})],
    "devices.revoke": [
        Deed("POST", f"/api/v1/devices/{STREAM}/revoke", program((OWN, "administrator"), status=204)),
        Deed("POST", f"/api/v1/devices/{MISSING}/revoke", program(())),
    ],
    # For those who log, and so can do something about what they are reminded of; each in their own browsers.
    "push.subscribe": [
        Deed("POST", "/api/v1/push/subscriptions", program(THOSE_WHO_LOG, status=204), BROWSER)
    ],
    "push.unsubscribe": [
        Deed(
            "DELETE",
            "/api/v1/push/subscriptions",
            only(EVERYBODY[1:], signed_out=401, status=204),
            json={"endpoint": BROWSER["endpoint"]},
        )
    ],
    # Last, for whoever does this is signed out.
    "session.end_session": [Deed("DELETE", "/api/v1/session", everybody(204))],
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("rights")
    with town_in(f"sqlite:///{folder / 'faltlogg.db'}", folder) as town:
        town.app.config["PUSH_KEY"] = f"{'A' * 43}.B{'A' * 86}"
        yield town


def test_every_route_is_in_the_table(town: Town):
    routes = {(rule.endpoint, method) for rule in town.app.url_map.iter_rules() for method in _own(rule)}

    listed = {(endpoint, "GET") for endpoint in READING}
    listed |= {(endpoint, deed.method) for endpoint, deeds in DOING.items() for deed in deeds}
    assert routes == listed


@pytest.mark.parametrize("endpoint", READING)
def test_reading_is_for_those_in_the_table_and_changes_nothing(town: Town, endpoint: str):
    before = town.contents()

    for raw, expected in READING[endpoint]:
        path = _path(town, raw)
        for who in EVERYBODY:
            answer = town.client(who).get(path, buffered=True)
            assert (who, path, answer.status_code) == (who, path, expected.of(who))
            assert town.client(who).head(path, buffered=True).status_code == expected.of(who)
            assert "/static/" in path or _is_kept_by_nobody_else(answer), path

    assert town.contents() == before


@pytest.mark.parametrize(
    "endpoint", ["activity_doors.activity", "municipalities.read_activity", "municipalities.read_progress"]
)
def test_what_is_denied_is_answered_like_what_is_missing(town: Town, endpoint: str):
    path, missing = (_path(town, raw) for raw, _ in (READING[endpoint][0], READING[endpoint][-1]))

    for who in ("administrator", "foreign officer", "foreign coordinator"):
        denied, absent = town.client(who).get(path), town.client(who).get(missing)
        if "inget-id" in missing:
            absent = town.client(who).get(missing.replace("inget-id", MISSING))
        assert (denied.status_code, _told(denied)) == (absent.status_code, _told(absent))


@pytest.mark.parametrize("endpoint", DOING)
def test_doing_is_for_those_in_the_table(town: Town, endpoint: str):
    for deed in DOING[endpoint]:
        for who in EVERYBODY:
            answer = town.client(who).open(
                deed.address,
                method=deed.method,
                json=_of(deed.json, who),
                data=dict(deed.form) or None,
                headers=PROGRAM if deed.address.startswith("/api/") else OWN_PAGE,
            )
            assert (who, deed.address, answer.status_code) == (who, deed.address, deed.expected.of(who))


# Who may do what the page's form does, and who is told that it is for others; to the rest it is not there.
COORDINATORS = DECIDERS[:2]
BY_COORDINATORS = (COORDINATORS, (*OFFICERS, "chief"))
OF_ONE_ENTRY = (COORDINATORS, (OWN, "chief"))
OF_DRAFTS = (COORDINATORS, ("chief",))
BY_PARTIES = (("town coordinator", "chief"), (*OFFICERS, "coordinator"))
ABOUT_NOTHING = (COORDINATORS, ())  # the object that the form names is missing
WITH_A_TOKEN: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "corrections.correct": OF_ONE_ENTRY,
    "corrections.strike": ABOUT_NOTHING,
    "corrections.merge": ABOUT_NOTHING,
    "bulk_pages.do": BY_COORDINATORS,
    "twin_pages.decide": ABOUT_NOTHING,
    **dict.fromkeys(("old_books.look", "old_books.take_in", "old_books.take_out"), BY_COORDINATORS),
    **{f"word_list.{deed}": (("administrator",), ()) for deed in ("add", "change", "retire", "bring_back")},
    **dict.fromkeys(("held.take_in", "held.refuse", "phone_list.revoke"), (DECIDERS, ())),
    **{f"place_pages.{deed}": BY_COORDINATORS for deed in ("add", "change", "merge")},
    **{f"proposal_pages.{deed}": OF_DRAFTS for deed in ("accept", "accept_as", "refuse")},
    **{f"pledge_drafts.{deed}": OF_DRAFTS for deed in ("change_heading", "add_area", "change_area")},
    **{f"pledge_drafts.{deed}": OF_DRAFTS for deed in ("move_commitment", "propose", "discard")},
    **dict.fromkeys(("pledges.begin", "new_pledges.begin", "new_pledges.bring_in"), OF_DRAFTS),
    "pledges.approve": (("chief",), COORDINATORS),
    **dict.fromkeys(("commitment_editor.write", "commitment_editor.say"), OF_DRAFTS),
    **{f"follow_up_deeds.{deed}": BY_COORDINATORS for deed in ("write", "decide", "undecide", "carry_out")},
    **{f"follow_up_deeds.{deed}": BY_COORDINATORS for deed in ("enter", "drop", "plan")},
    **{f"follow_up_deeds.{deed}": BY_PARTIES for deed in ("approve", "send_back", "publish")},
    **dict.fromkeys(("plan_deeds.add", "plan_deeds.change", "plan_deeds.end"), BY_COORDINATORS),
    "school_terms.change": BY_COORDINATORS,
    "plan_deeds.approve": (("town coordinator",), (*OFFICERS, "coordinator", "chief")),
    **dict.fromkeys(("plan_deeds.done", "plan_deeds.not_done", "plan_deeds.unsay"), ABOUT_NOTHING),
}
# For oneself, whoever one is.
OF_ONES_OWN = {
    "signing_in.sign_in",
    "signing_in.sign_out",
    "passwords.change",
    "languages.choose",
    "letter.decide",
    "calendars.change",
}


def test_every_form_is_in_the_table_of_those_who_may():
    forms = {name for name, deeds in DOING.items() if deeds[0].expected is NO_FORM_TOKEN}
    assert forms == WITH_A_TOKEN.keys() | OF_ONES_OWN


@pytest.fixture(scope="module")
def signed_in_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town of its own: in the other one sessions are ended, which is a deed like others."""
    folder = tmp_path_factory.mktemp("forms")
    with town_in(f"sqlite:///{folder / 'faltlogg.db'}", folder) as town:
        yield town


@pytest.mark.parametrize("endpoint", WITH_A_TOKEN)
def test_a_form_token_lets_nobody_do_what_is_not_theirs(signed_in_town: Town, endpoint: str):
    """Everybody sends the form with a right token of their own session; none of those named may do it."""
    town = signed_in_town
    may, told = WITH_A_TOKEN[endpoint]
    before = town.contents()
    for deed in DOING[endpoint]:
        for who in EVERYBODY:
            if who not in may:
                answer = town.client(who).post(
                    deed.address, data={**deed.form, "form_token": _form_token(town, who)}, headers=OWN_PAGE
                )
                assert (who, deed.address, answer.status_code) == (who, deed.address, _refused(who, told))
    assert town.contents() == before


def _refused(who: str, told: tuple[str, ...]) -> int:
    """Without a session there is no token that is right."""
    if who == "anonymous" or who in WITH_TOKENS:
        return 403
    if who in SIGNED_OUT:
        return 401
    return 403 if who in told else 404


def _form_token(town: Town, who: str) -> str:
    key, anchor = str(town.app.config["SECRET_KEY"]), f"form:the session of {who}"
    return hmac.new(key.encode(), anchor.encode(), sha256).hexdigest()


def test_other_methods_are_refused_everywhere(town: Town):
    for path, known in _paths_with_methods(town):
        for method in set(METHODS) - known:
            answer = town.client("coordinator").open(path, method=method, headers=PROGRAM)
            # A page's form token is asked for before anyone looks whether the page takes forms.
            assert answer.status_code in ((405,) if path.startswith("/api/") else (403, 405)), (method, path)


def _of(content: Any, who: str) -> Any:
    """The content with the person's name in it: one who fails too often would be made to wait."""
    if not isinstance(content, dict):
        return content
    return {
        key: each.replace("{who}", who) if isinstance(each, str) else each for key, each in content.items()
    }


def _own(rule: Any) -> set[str]:
    return set(rule.methods) - {"HEAD", "OPTIONS"}


def _paths_with_methods(town: Town) -> Iterator[tuple[str, set[str]]]:
    known: dict[str, set[str]] = {}
    for cases in READING.values():
        known.setdefault(_path(town, cases[0][0]), {"HEAD"}).add("GET")
    for deeds in DOING.values():
        for deed in deeds:
            known.setdefault(deed.address, set()).add(deed.method)
    yield from known.items()


def _path(town: Town, raw: str) -> str:
    return raw.format(release=_release(town.app), **town.activities)


def _release(app: Flask) -> str:
    release: str = app.config["RELEASE"]
    return release


def _is_kept_by_nobody_else(answer: TestResponse) -> bool:
    """What names a person or belongs to somebody is stored by no cache; what is public sets no cookie."""
    kept = answer.headers["Cache-Control"]
    return kept == "no-store" or ("Set-Cookie" not in answer.headers and "Cookie" not in answer.vary)


def _told(answer: TestResponse) -> str:
    """The body, without the number of the request and the addresses in it."""
    text = re.sub(r'"request_id":\s*"[0-9a-f]+"', "", answer.text)
    return re.sub(r'<span class="nowrap">[0-9a-f]+</span>', "", text)
