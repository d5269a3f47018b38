"""Every address that can be read, and who may read it."""

from collections.abc import Mapping

from tests.worlds.rights.addresses import ACTIVITIES, DRAFT, FOLLOW_UP, MISSING, NO_DRAFT, OWN, PLAN, PLEDGES
from tests.worlds.rights.expected import (
    DECIDERS,
    OF_OURS,
    OFFICERS,
    OVERVIEW,
    PEOPLE_SIGNED_IN,
    SIGNED_OUT,
    STRANGERS,
    Expected,
    correcting,
    correcting_nothing,
    everybody,
    inviting,
    only,
    page,
    program,
    writing_pledges,
)
from tests.worlds.town import EVERYBODY, OURS, PLEDGE, STREAM, user_id

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
    "codes.form": [("/kod", everybody(200))],
    "accounts.shown": [("/konto", page(PEOPLE_SIGNED_IN))],
    "accounts.confirm": [
        (f"/konto/telefon/{STREAM}/sparra", page((OWN,))),
        (f"/konto/telefon/{MISSING}/sparra", page(())),
    ],
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
    # A phone asks it before it knows whether anybody is signed in.
    "reference.read_own_reference": [
        ("/api/v1/reference", Expected(200, dict.fromkeys((*SIGNED_OUT, "administrator"), 204)))
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
    # Administrators keep everybody; who coordinates or leads, their own organisation's people there.
    "people_pages.listed": [
        ("/installningar/personer", page((*DECIDERS, "administrator", "foreign coordinator"))),
        ("/installningar/personer?visa=inbjudna", page((*DECIDERS, "administrator", "foreign coordinator"))),
    ],
    "people_pages.new": [("/installningar/personer/ny", inviting())],
    "people_pages.opened": [
        (f"/installningar/personer/{user_id(OWN)}", page(("coordinator", "chief", "administrator"))),
        (f"/installningar/personer/{user_id('worker')}", page(("town coordinator", "administrator"))),
        (f"/installningar/personer/{user_id('administrator')}", page(("administrator",))),
        (f"/installningar/personer/{user_id('foreign officer')}", page(("administrator",))),
        (f"/installningar/personer/{MISSING}", page(())),
    ],
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
