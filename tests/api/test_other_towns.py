"""What another municipality has, named under one's own addresses: it is not there, whoever asks."""

import hmac
from collections.abc import Iterator, Mapping
from datetime import timedelta
from hashlib import sha256

from logger.domain.counting.estimates import Estimate
from logger.domain.follow_up.follow_ups import Decision, Indicator
from logger.domain.periods import Days
from logger.domain.planning.plans import PlanItem
from logger.domain.planning.recurrence import Once
from logger.services.follow_up import follow_up_numbers, follow_up_work
from logger.services.follow_up.follow_up_work import Where
from logger.services.plan import plan_work
from logger.services.plan.plan_work import PlanOf
from logger.services.transactions import writing
from logger.store.activities import estimates
from logger.store.activities.estimates import NewImport
from logger.store.follow_up import follow_ups, indicators
from logger.store.people import people
from tests.worlds.phones import Person, Phone
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, THEIRS, Town, user_id

TODAY = NOW.date()
COORDINATORS = ("coordinator", "town coordinator")
WHO = (*COORDINATORS, "chief", "officer", "administrator")
IMPORT = "6f1c1e9e-0000-4000-8000-0000000000bb"


def theirs(town: Town) -> Mapping[str, str]:
    """One of everything, by those of the other municipality."""
    phone = Phone(
        town.app.test_client(), Person(user_id("foreign officer"), "the session of foreign officer")
    )
    waits = phone.create(municipality=THEIRS, note="ring 070-123 45 67")
    assert phone.statuses(waits) == [("held", "personal_data")]
    where, plan = Where(THEIRS, PLEDGE, "2026-10"), PlanOf(THEIRS, PLEDGE)
    with town.inside() as session:
        by = people.principal_of(session, user_id("foreign coordinator"), TODAY)
        assert by
        walk = PlanItem("", "municipality", "Vandring", Once(), Days(TODAY, TODAY + timedelta(days=7)))
        item = plan_work.add(session, by, plan, walk, NOW)
        follow_up_work.decide(session, by, where, Decision("", "Lys upp gången.", "municipality"), NOW)
        asked = Indicator("", "walk", "Trygga ute", "71 %", 400, TODAY, "Trygghetsmätningen")
        follow_up_numbers.enter_indicator(session, by, where, asked, NOW)
        line = Estimate(1, "foot_patrol", Days(TODAY, TODAY))
        with writing(session):
            estimates.add(session, THEIRS, NewImport(IMPORT, "Pärmen", "0" * 64, by.user_id, NOW), [line])
        return {
            "activity": town.activities["foreign officer"],
            "mine": town.activities["officer"],
            "held": str(waits["op_id"]),
            "phone": phone.stream_id,
            "item": item,
            "decision": follow_ups.decisions_of(session, THEIRS, PLEDGE)[0].id,
            "indicator": indicators.indicators_of(session, THEIRS, PLEDGE)[0].id,
            "import": IMPORT,
        }


def attempts(of: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every form that names a thing, under our municipality, with the thing of theirs in it."""
    list_, plan = f"/aktiviteter/{OURS}", f"/plan/{OURS}/{PLEDGE}"
    follow_up, why = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10", {"reason": "Fel.", "base_rev": "1"}
    pair = {"other": of["activity"], "other_rev": "1"}
    dates = {"first": "2026-01-01", "last": "2026-12-31"}
    yield f"{list_}/{of['activity']}/ratta", {**why, "type": "traffic_check", "shown_type": "traffic_check"}
    yield f"{list_}/{of['activity']}/stryk", why
    yield f"{list_}/{of['activity']}/sla-ihop", {**why, "other": of["mine"], "other_rev": "1"}
    yield f"{list_}/{of['mine']}/sla-ihop", {**why, **pair}
    yield f"{list_}/{of['mine']}/sla-ihop", {**why, **pair, "kept": "other"}
    yield f"{list_}/tidigare/{of['import']}/ta-bort", why
    for deed in ("ta-emot", "avvisa"):
        yield f"/att-avgora/{OURS}/{of['held']}/{deed}", why
    yield f"/telefoner/{OURS}/{of['phone']}/sparra", {}
    yield f"{plan}/{of['item']}", {**dates, "title": "Vår", "organisation": "police", "recurs": "once"}
    for deed in ("avsluta", "gjort", "inte", "angra"):
        yield f"{plan}/{of['item']}/{deed}", {**why, "occurrence": TODAY.isoformat()}
    for deed in ("bort", "gjort", "planera"):
        yield f"{follow_up}/beslut/{of['decision']}/{deed}", {"gor": "gjort"}
    yield f"{follow_up}/uppgifter/walk/{of['indicator']}/bort", {}


def test_what_another_municipality_has_is_not_there_under_ones_own(sqlite_town: Town):
    tried, key = list(attempts(theirs(sqlite_town))), str(sqlite_town.app.config["SECRET_KEY"])
    before = sqlite_town.contents()

    for who in WHO:
        client, anchor = sqlite_town.client(who), f"form:the session of {who}"
        token = {"form_token": hmac.new(key.encode(), anchor.encode(), sha256).hexdigest()}
        told = {
            address: client.post(address, data=fields | token, headers=OWN_PAGE).status_code
            for address, fields in tried
        }
        # A coordinator may do all of it here, and so is told of nothing else.
        refused = {404} if who in COORDINATORS else {403, 404}
        assert {address: each for address, each in told.items() if each not in refused} == {}, who

    assert sqlite_town.contents() == before
