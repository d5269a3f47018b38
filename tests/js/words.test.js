/** What the phone says of itself: how sending stands, what needs its author, and what the worker keeps. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { softened } from "../../static/js/core/hyphens.js";
import { telling, told, uuid7 } from "../../static/js/core/operation.js";
import { isOutdated, mayKeep, plan } from "../../static/js/core/routing.js";
import { statusLine } from "../../static/js/core/status_line.js";
import { discarding, retraction } from "../../static/js/core/taking_back.js";
import { activity, DAYS, MONDAY_AT_THREE } from "./examples.js";

const NOW = MONDAY_AT_THREE;
const CALM = { active: false, paused: null, last_success: NOW - 20 * 60_000 };

/** @param {Partial<{waiting: number, need: number, held: number, received: number}>} tally @param {Partial<import("../../static/js/core/shapes").Sending>} [sending] */
const line = (tally, sending = {}) => {
  const { text, aside } = statusLine(
    { waiting: 0, need: 0, held: 0, received: 0, ...tally },
    { ...CALM, ...sending },
    NOW,
  );
  return [text, aside];
};

test("the four words and their counts, with the last success", () => {
  assert.deepEqual(line({ received: 47 }), ["Allt skickat", "14:40"]);
  assert.deepEqual(line({ waiting: 2 }), ["2 väntar på nät", "senast skickat 14:40"]);
  assert.deepEqual(line({ waiting: 2 }, { active: true }), ["Skickar 2", "senast skickat 14:40"]);
  assert.deepEqual(line({ waiting: 2, need: 1 }), ["1 behöver dig", "2 väntar"]);
  assert.deepEqual(line({}, { last_success: null }), ["Inget att skicka", ""]);
  assert.deepEqual(line({ held: 1, received: 3 }), ["1 hos samordnaren", "senast skickat 14:40"]);
  assert.deepEqual(line({ held: 1, waiting: 2 }), ["2 väntar på nät", "senast skickat 14:40"]);
  assert.equal(line({ received: 3 }, { unreachable: true })[0], "Minnet svarar inte");
  assert.deepEqual(line({ waiting: 1 }, { last_success: NOW - DAYS }), [
    "1 väntar på nät",
    "senast skickat i går 15:00",
  ]);
  assert.deepEqual(line({ waiting: 3 }, { paused: "reauth" }), ["3 väntar", "logga in för att skicka"]);
});

test("ids grow with time and are what a UUIDv7 is", () => {
  const chance = Uint8Array.from({ length: 10 }, (_, place) => 255 - place);
  const id = uuid7(0x0191_2345_6789, chance);
  assert.match(id, /^01912345-6789-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(uuid7(NOW, chance) < uuid7(NOW + 1, new Uint8Array(10)));
});

const captured = { wall: "2026-03-09T14:00:00.000Z", mono_ms: 1, boot_id: "b" };
const frame = { activity_id: "a", base_rev: null, municipality: "1814", note: "", captured };

test("a body tells the activity, and the activity is told back from its text", () => {
  const body = telling({ ...frame, note: "Lugnt" }, activity());
  assert.deepEqual(
    [body.kind, body.started_at, body.base_rev],
    ["create", "2026-03-09T14:15:00+01:00", undefined],
  );
  assert.deepEqual(told(JSON.stringify(body)), { activity: activity(), note: "Lugnt" });
  assert.equal("note" in telling(frame, activity()), false);
  assert.equal(telling({ ...frame, base_rev: 2 }, activity()).kind, "amend");
  assert.equal(
    retraction({ activity_id: "a", base_rev: 1, municipality: "1814", captured }).kind,
    "withdraw",
  );
  assert.equal(discarding({ activity_id: "a", municipality: "1814", captured }).kind, "void");
  assert.equal(told("{broken"), null);
  assert.equal(told('{"kind":"withdraw"}'), null);
});

const RELEASE = { release: "abc", shell: "/", files: ["/static/abc/js/app.js"], later: ["/static/abc/font"] };
const ask = { method: "GET", mode: "no-cors", isOurs: true, path: "/static/abc/js/app.js" };

test("the worker answers screens and its own files from the cache, and nothing else", () => {
  const navigate = { ...ask, mode: "navigate" };
  for (const path of ["/", "/ny", "/mina", "/laget", "/mer", "/hjalp", "/p/1814/lanna-badgruva"]) {
    assert.deepEqual(plan({ ...navigate, path }, RELEASE), { from: "cache", key: "/" });
  }
  assert.equal(plan(ask, RELEASE).from, "cache");
  assert.equal(plan({ ...ask, path: "/static/abc/font" }, RELEASE).from, "cache, then keep");
  for (const path of ["/logga-in", "/oversikt", "/lofte/x"]) {
    assert.equal(plan({ ...navigate, path }, RELEASE).from, "network");
  }
  assert.equal(plan({ ...ask, path: "/api/v1/session" }, RELEASE).from, "network");
  assert.equal(plan({ ...ask, path: "/static/older/js/app.js" }, RELEASE).from, "network");
  assert.equal(plan({ ...ask, method: "POST", path: "/" }, RELEASE).from, "network");
  assert.equal(plan({ ...ask, isOurs: false }, RELEASE).from, "network");
});

test("redirects, errors, portals and another release's shell are never kept", () => {
  const headers = (/** @type {Record<string, string>} */ given) => ({
    get: (/** @type {string} */ name) => given[name] ?? null,
  });
  const script = {
    ok: true,
    redirected: false,
    type: "basic",
    headers: headers({ "Content-Type": "text/javascript" }),
  };
  const page = { ...script, headers: headers({ "Content-Type": "text/html", "X-Faltlogg-Release": "abc" }) };
  assert.equal(mayKeep(script, "/static/abc/js/app.js", RELEASE), true);
  assert.equal(mayKeep(page, "/", RELEASE), true);
  assert.equal(mayKeep(page, "/static/abc/js/app.js", RELEASE), false);
  assert.equal(mayKeep({ ...page, headers: headers({ "Content-Type": "text/html" }) }, "/", RELEASE), false);
  for (const odd of [{ ok: false }, { redirected: true }, { type: "opaque" }]) {
    assert.equal(mayKeep({ ...script, ...odd }, "/static/abc/js/app.js", RELEASE), false);
  }
});

test("only own caches of other releases are swept", () => {
  assert.deepEqual(
    ["faltlogg-abc", "faltlogg-old", "another-app"].map((name) => isOutdated(name, "abc")),
    [false, true, false],
  );
});

test("long words may break at their joints", () => {
  assert.equal(softened("Hastighetskontroller"), "Hastighets\u00adkontroller");
  assert.equal(softened("Skolan"), "Skolan");
  assert.equal(softened("Kontroll"), "Kontroll");
});
