"""A phone in states that take long to come to, laid into its storage by hand: real words, long names."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from logger import clock
from logger.domain.periods import local_date

SWEDEN = ZoneInfo("Europe/Stockholm")

LAY = """async ({operations, pulled, notices, timers, sheet, week}) => {
  const [{name}] = (await indexedDB.databases()).filter(({name}) => name.startsWith("faltlogg-"));
  const database = await new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => done(opening.result);
  });
  const hex = async (text) => [...new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)),
  )].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sealed = await Promise.all(operations.map(async (one) => {
    if (one.body === undefined) return one;
    const sha256 = await hex(one.body);
    return {...one, sha256, ...(one.receipt ? {receipt: {...one.receipt, op_id: one.op_id, sha256}} : {})};
  }));
  const transaction = database.transaction(["outbox", "facts", "pulled"], "readwrite");
  const facts = transaction.objectStore("facts");
  const next = await new Promise((done) => {
    const asking = facts.get("next_seq");
    asking.onsuccess = () => done(asking.result);
  });
  sealed.forEach((one, place) => transaction.objectStore("outbox").put({...one, seq: next + place}));
  pulled.forEach((change) => transaction.objectStore("pulled").put(change));
  facts.put(next + sealed.length, "next_seq");
  facts.put(notices, "notices");
  facts.put(timers, "timers 1814");
  facts.put(sheet, "sheet 1814");
  if (week) {
    const told = await new Promise((done) => {
      const asking = facts.get("reference 1814");
      asking.onsuccess = () => done(asking.result);
    });
    const presence = told.reference.pledges
      .flatMap(({focus_areas}) => focus_areas.flatMap(({commitments}) => commitments))
      .filter(({target}) => target.kind === "hours");
    for (const period of presence.flatMap(({progress}) => progress.periods)) {
      if (period.from <= week.day && week.day <= period.to) {
        Object.assign(period, {value: week.value, scored: true, met: false});
      }
    }
    facts.put(told, "reference 1814");
  }
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}"""


def lay(
    page: Page,
    operations: Sequence[Mapping[str, Any]] = (),
    pulled: Sequence[Mapping[str, Any]] = (),
    notices: Mapping[str, Any] | None = None,
    timers: Sequence[Mapping[str, Any]] = (),
    sheet: Sequence[Mapping[str, Any]] = (),
    week_lacks: tuple[datetime, int] | None = None,
) -> None:
    """Put operations, what the feed told and the rest onto the phone: seen from the next start.

    The week of a moment comes to have these seconds of presence, as if the server had said so.
    """
    week = week_lacks and {"day": week_lacks[0].date().isoformat(), "value": week_lacks[1]}
    laid = {"operations": operations, "pulled": pulled, "notices": notices or {}, "timers": timers}
    page.evaluate(LAY, laid | {"sheet": sheet, "week": week})


def operation(
    state: str = "acked",
    *,
    kind: str = "create",
    hours_ago: float = 1,
    activity_id: str | None = None,
    receipt: Mapping[str, Any] | None = None,
    **body: Any,
) -> dict[str, Any]:
    """One operation as the phone keeps it; what the body does not say is a foot patrol at a school."""
    name = activity_id or str(uuid4())
    told = _facts(hours_ago) | {"kind": kind, "activity_id": name, "municipality": "1814"} | body
    captured = {"wall": _at(hours_ago), "mono_ms": 1, "boot_id": "b"}
    settled = {"status": "stored", "rev": 1, "received_at": _at(hours_ago - 0.6), "counted_towards": []}
    return {
        "op_id": str(uuid4()),
        "activity_id": name,
        "kind": kind,
        "municipality": "1814",
        "schema": 1,
        "body": json.dumps(told | {"captured": captured}),
        "state": state,
        "saved_at": int(clock.now().timestamp() * 1000 - hours_ago * 3_600_000),
        "attempts": 0,
        **({} if state == "queued" else {"receipt": settled | dict(receipt or {})}),
    }


def refused(code: str, status: str = "rejected", **how: Any) -> dict[str, Any]:
    """An operation that waits for a person."""
    state = {"rejected": "needs_fix", "held": "held", "conflict": "conflict"}[status]
    receipt = {"status": status, "code": code} | how.pop("receipt", {})
    made = operation(state, receipt=receipt, **how)
    made["receipt"].pop("rev", None)
    return made


def decided(reason: str = "", **how: Any) -> dict[str, Any]:
    """A held operation that a coordinator took in, or refused for a reason."""
    made = refused("rescued", "held", **how)
    put_aside = {"state": "archived", "closed": True} if reason else {"state": "acked"}
    return made | put_aside | {"decision": {"at": int(clock.now().timestamp() * 1000), "reason": reason}}


def conflict(*, hours_ago: float = 2, current: Mapping[str, Any], **body: Any) -> list[dict[str, Any]]:
    """An entry changed here and elsewhere: its making, and the change that met another version."""
    made = operation(hours_ago=hours_ago)
    facts = _facts(hours_ago) | {"rev": 2, "state": "current"} | dict(current)
    change = refused(
        "other_version_stands",
        "conflict",
        kind="amend",
        hours_ago=hours_ago,
        activity_id=made["activity_id"],
        receipt={"current": facts},
        base_rev=1,
        **body,
    )
    return [made, change]


def change(
    *, kind: str = "create", state: str = "current", hours_ago: float = 20, rev: int = 1, **how: Any
) -> dict[str, Any]:
    """The newest version of an activity as the feed tells it and the phone keeps it."""
    facts = _facts(hours_ago) | {"people": 1, "has_note": False} | how.pop("activity", {})
    times = {"started": _instant(facts.pop("started_at")), "ended": _instant(facts.pop("ended_at"))}
    kept = {name: facts[name] for name in facts if name not in ("people", "has_note", "participants")}
    return {
        "municipality": "1814",
        "activity_id": str(uuid4()),
        "server_seq": 1,
        "rev": rev,
        "state": state,
        "kind": kind,
        "received_at": _at(hours_ago - 1),
        "stream_id": str(uuid4()),
        "activity": kept | times | {"participants": []},
        **how,
    }


def timer(hours_ago: float, **draft: Any) -> dict[str, Any]:
    """Presence that was started and is not ended."""
    chosen = {"type": "foot_patrol", "focus": [], "place": "hidinge-skola", "minutes": 45} | draft
    left = {"colleagues": [], "others": 0, "targeted": False, "interrupted": False, "counters": {}}
    return {
        "id": str(uuid4()),
        "op_id": str(uuid4()),
        "started": int(clock.now().timestamp() * 1000 - hours_ago * 3_600_000),
        "draft": chosen
        | left
        | {"municipality": "1814", "when": {"kind": "now"}, "organisations": ["police"], "note": ""}
        | {"mends": None},
    }


def sunday() -> datetime:
    """The evening of the last Sunday that is over: the week's minute asks then."""
    today = clock.now().astimezone(SWEDEN)
    evening = today.replace(hour=19, minute=0, second=0, microsecond=0)
    return evening - timedelta(days=today.isoweekday())


def usual_thursdays(evening: datetime) -> list[dict[str, Any]]:
    """A foot patrol at two on the Thursdays of the weeks before, something else on this week's Tuesday."""
    two = (evening - timedelta(days=3)).replace(hour=14, second=30)
    hours = [(clock.now() - (two - timedelta(weeks=back))).total_seconds() / 3600 for back in (1, 2, 3)]
    tuesday = (clock.now() - two).total_seconds() / 3600 + 48
    return [
        *(operation(hours_ago=ago) for ago in hours),
        operation(hours_ago=tuesday, type="traffic_check", focus=["speed"], place="e18-lanna"),
    ]


def in_every_state() -> dict[str, Any]:
    """Entries that wait, were taken, corrected, refused, held, decided on, changed twice, of two phones."""
    corrected = operation(hours_ago=4, place="bergsgatan")
    merged = operation(hours_ago=28)
    taken_in = decided(hours_ago=6)
    operations = [
        *conflict(
            hours_ago=2.5,
            place="lanna-badgruva",
            note="Lugnt, mest familjer",
            current={"place": "leken", "others": 2},
        ),
        refused("personal_data", "held", hours_ago=22, type="citizen_dialogue", focus=[], note="Ring 0701"),
        refused("unknown_place", hours_ago=3, place="borta", type="foot_patrol", focus=[]),
        refused("rescued", "held", hours_ago=50),
        {"state": "acked", "damaged": True},
        operation("queued", hours_ago=0.9),
        operation("queued", hours_ago=1.2, type="traffic_check", focus=["speed"], place="e18-lanna"),
        operation(hours_ago=1.5, note="Fyra bilar, lugnt"),
        corrected,
        merged,
        taken_in,
        decided("Redan loggad på den nya telefonen", hours_ago=7, place="lanna-badgruva"),
    ]
    pulled = [
        change(kind="correct", hours_ago=6, activity_id=taken_in["activity_id"], settles=taken_in["op_id"]),
        change(hours_ago=5, activity={"type": "traffic_check", "focus": ["speed"]}),
        change(
            kind="correct",
            rev=2,
            hours_ago=4,
            activity_id=corrected["activity_id"],
            reason="fel plats",
            activity={"place": "lanna-badgruva"},
        ),
        change(
            kind="merge",
            state="voided",
            rev=2,
            hours_ago=28,
            activity_id=merged["activity_id"],
            merged_into=str(uuid4()),
            reason="loggad av två",
        ),
    ]
    notices = {
        "storage_lost": {"highest_seq": 14, "last_contact": _at(6)},
        "clock_off": {"seconds": 720},
    }
    timers = [timer(20), timer(1.45, place="lanna-badgruva")]  # one that was left, and one that runs
    told = {"operations": operations, "pulled": pulled, "notices": notices}
    return told | {"timers": timers, "sheet": half_a_sheet()}


def half_a_sheet() -> list[dict[str, Any]]:
    """A shift that is being written down: long words, the same twice, and a day that has not come."""
    longest = "information_campaign"
    return [
        _row(type="foot_patrol", focus=["school"], place="hidinge-skola"),
        _row(type=longest, place="lanna-badgruva", minutes=120, colleagues=["a", "b"], note="Mest familjer"),
        _row(type=longest, place="lanna-badgruva", minutes=45),
        _row(type="foot_patrol", place=None, when={"kind": "at", "date": _day(1), "minutes": 600}),
    ]


def _row(**how: Any) -> dict[str, Any]:
    """A draft as the phone keeps it, begun at two yesterday."""
    return {
        "municipality": "1814",
        "focus": [],
        "when": {"kind": "at", "date": _day(-1), "minutes": 14 * 60},
        "minutes": 30,
        "organisations": ["police"],
        "colleagues": [],
        "others": 0,
        "targeted": False,
        "interrupted": False,
        "counters": {},
        "note": "",
        "mends": None,
        **how,
    }


def _day(ahead: int) -> str:
    return str(local_date(clock.now()) + timedelta(days=ahead))


def _facts(hours_ago: float) -> dict[str, Any]:
    return {
        "type": "foot_patrol",
        "focus": [],
        "place": "hidinge-skola",
        "started_at": _at(hours_ago),
        "ended_at": _at(hours_ago - 0.5),
        "organisations": ["police"],
        "participants": [],
        "others": 0,
        "targeted": False,
        "outcome": "completed",
        "counters": {},
    }


def _at(hours_ago: float) -> str:
    return (clock.now() - timedelta(hours=hours_ago)).replace(microsecond=0).isoformat()


def _instant(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)
