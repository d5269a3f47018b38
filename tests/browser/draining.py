"""A queue saved without network, drained over a slow line after faults: what it costs, and how long."""

import copy
import json
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from tests.browser.fault_phone import FaultPhone
from tests.browser.fault_proxy import SYNC, FaultProxy, Injected
from tests.browser.line_faults import answer_lost, problem_in_its_place

# Slow 3G as browsers' own tools have it: 400 ms there and back, 400 kbit/s each way.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}

KEEP = """async (records) => {
  const [{name}] = (await indexedDB.databases()).filter(({name}) => name.startsWith("faltlogg-"));
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const database = await asked(indexedDB.open(name));
  const transaction = database.transaction(["outbox", "facts"], "readwrite");
  for (const record of records) transaction.objectStore("outbox").add(record);
  transaction.objectStore("facts").put(records.at(-1).seq + 1, "next_seq");
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}"""


@dataclass(frozen=True)
class Drained:
    """What it took: requests and bytes of their bodies in all, seconds since the faults were over."""

    entries: int
    unique_bytes: int
    requests: int
    sent_bytes: int
    seconds: float


def drain(phone: FaultPhone, line: FaultProxy, entries: int = 100) -> tuple[Drained, list[Injected]]:
    """Save entries without network, let a 503 and a lost answer befall them, and drain; and the faults."""
    line.inject(problem_in_its_place("503 Service Unavailable", "busy", "Retry-After: 1"), times=None)
    phone.log_one()
    phone.page.goto(f"{phone.address}/logga-in")  # where nothing is sent
    fill(phone, entries)
    line.clear()
    phone.page.context.new_cdp_session(phone.page).send("Network.emulateNetworkConditions", SLOW_3G)

    busy = line.inject(problem_in_its_place("503 Service Unavailable", "busy", "Retry-After: 1"))
    unheard = line.inject(answer_lost)
    before = len(line.sent_to(SYNC))
    phone.open()
    unheard.await_strikes()
    begun = time.monotonic()
    phone.wake()
    phone.await_state("Allt skickat")
    seconds = time.monotonic() - begun
    bodies = [each.body for each in (*busy.struck, *line.sent_to(SYNC)[before:])]
    unique = sum(len(each["body"].encode()) for each in phone.kept_operations())
    return Drained(entries, unique, len(bodies), sum(map(len, bodies)), seconds), [busy, unheard]


def fill(phone: FaultPhone, entries: int) -> None:
    """Put entries like the one that is there beside it, an hour apart, until there are so many."""
    [first] = phone.kept_operations()
    phone.page.evaluate(KEEP, [_like(first, number) for number in range(1, entries)])
    phone.saved = entries


def _like(first: dict[str, Any], number: int) -> dict[str, Any]:
    record, body = copy.deepcopy(first), json.loads(first["body"])
    back = timedelta(hours=number)
    ids = {"op_id": str(uuid4()), "activity_id": str(uuid4()), "seq": first["seq"] + number}
    times = {
        name: (datetime.fromisoformat(body[name]) - back).isoformat() for name in ("started_at", "ended_at")
    }
    text = json.dumps(body | times | {"activity_id": ids["activity_id"]}, separators=(",", ":"))
    settled = {"body": text, "sha256": sha256(text.encode()).hexdigest(), "state": "queued"}
    record.pop("lease", None)
    return record | ids | settled
