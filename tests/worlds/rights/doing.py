"""Every deed that has a door, and who may do it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.worlds.rights.addresses import BROWSER, DAYS, DRAFT, FOLLOW_UP, MISSING, OWN, PLAN
from tests.worlds.rights.expected import (
    DECIDERS,
    OF_OURS,
    OFFICERS,
    THOSE_WHO_LOG,
    Expected,
    everybody,
    misshapen,
    only,
    program,
)
from tests.worlds.town import EVERYBODY, OURS, PLEDGE, STREAM, activity, address, user_id


@dataclass(frozen=True)
class Deed:
    """An unsafe request, rightly made but for who makes it."""

    method: str
    address: str
    expected: Expected
    json: Any = None
    form: Mapping[str, str] = field(default_factory=dict)


PERSON = f"/installningar/personer/{user_id(OWN)}"
# A page's form is never sent by a program: without a form token nobody gets further.
NO_FORM_TOKEN = everybody(403)
DOING: Mapping[str, list[Deed]] = {
    "signing_in.sign_in": [Deed("POST", "/logga-in", NO_FORM_TOKEN, form={"email": address("officer")})],
    "languages.choose": [Deed("POST", "/sprak", NO_FORM_TOKEN, form={"lang": "en"})],
    "signing_in.sign_out": [Deed("POST", "/logga-ut", NO_FORM_TOKEN)],
    "accounts.end_others": [Deed("POST", "/konto/avsluta-andra", NO_FORM_TOKEN)],
    "accounts.revoke": [Deed("POST", f"/konto/telefon/{STREAM}/sparra", NO_FORM_TOKEN)],
    "codes.use": [Deed("POST", "/kod", NO_FORM_TOKEN)],
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
    "people_pages.invite": [Deed("POST", "/installningar/personer/ny", NO_FORM_TOKEN)],
    **{
        f"people_deeds.{deed}": [Deed("POST", f"{PERSON}/{way}", NO_FORM_TOKEN)]
        for deed, way in (
            ("shut_out", "stang-ute"),
            ("let_in", "slapp-in"),
            ("change_details", "uppgifter"),
            ("make_code", "kod"),
            ("take_code_back", "kod/ta-tillbaka"),
            ("give_role", "roll"),
            ("end_role", f"roll/{MISSING}/avsluta"),
        )
    },
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
# An officer of the police: seen by those of the police who coordinate and lead there.
OF_AN_OFFICER = (("administrator",), ("coordinator", "chief"))
WITH_A_TOKEN = {
    **WITH_A_TOKEN,
    "accounts.revoke": ((OWN,), ()),
    "people_pages.invite": (("administrator", *COORDINATORS, "foreign coordinator"), ("chief",)),
    **{f"people_deeds.{deed}": OF_AN_OFFICER for deed in ("shut_out", "let_in")},
    **{f"people_deeds.{deed}": OF_AN_OFFICER for deed in ("change_details", "make_code", "take_code_back")},
    **{
        f"people_deeds.{deed}": (("administrator", "chief"), ("coordinator",))
        for deed in ("give_role", "end_role")
    },
}
# For oneself, whoever one is.
OF_ONES_OWN = {
    "signing_in.sign_in",
    "signing_in.sign_out",
    "passwords.change",
    "codes.use",
    "accounts.end_others",
    "languages.choose",
    "letter.decide",
    "calendars.change",
}
