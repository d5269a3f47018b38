/** The server that practice pretends says what the real one would, and is nobody's. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { suggestions } from "../../static/js/core/again.js";
import { meaning } from "../../static/js/core/answers.js";
import { entriesOf } from "../../static/js/core/entries.js";
import { telling } from "../../static/js/core/operation.js";
import { answerTo, ETAG, NOBODY, worldOf } from "../../static/js/core/practice.js";
import { rowsOf } from "../../static/js/core/practice_rows.js";
import { activity, commitment, entry, MONDAY_AT_THREE, reference } from "./examples.js";

const NOW = MONDAY_AT_THREE;
const who = /** @type {any} */ ({
  user: { id: "u1", name: "Anna", organisation: "police", role: "officer" },
  municipalities: [
    { code: "1814", name: "Lekeberg" },
    { code: "0882", name: "Oskarshamn" },
  ],
  current: "1814",
});
const kept = reference(commitment());
const world = worldOf(who, kept);

/** @param {string} path @param {any} [body] @param {any} [trouble] @param {string | null} [etag] */
const ask = (path, body = null, trouble = "", etag = null) =>
  answerTo({ method: "POST", path, body, etag }, world, trouble, NOW);

const frame = {
  activity_id: "a",
  base_rev: null,
  municipality: "1814",
  note: "",
  captured: { wall: "", mono_ms: 1, boot_id: "b" },
};
const op = (/** @type {any} */ change = {}) => ({
  op_id: "o1",
  seq: 1,
  schema: 1,
  sha256: "abc",
  body: JSON.stringify(telling({ ...frame, ...change }, activity())),
});
const batch = (/** @type {any[]} */ ...ops) => ({ batch_id: "b1", ops });

test("one practises as oneself in the municipality in use, under an id that no server knows", () => {
  const { json } = ask("/api/v1/session") ?? assert.fail();
  assert.deepEqual(json.user, { ...who.user, id: NOBODY });
  assert.deepEqual(json.municipalities, [{ code: "1814", name: "Lekeberg" }]);
  assert.equal(who.user.id, "u1");
});

test("an entry gets its receipt, in words that the phone takes for an answer", () => {
  const { status, json } =
    ask("/api/v1/sync", batch(op(), { ...op({ base_rev: 1 }), op_id: "o2" })) ?? assert.fail();
  const heard = meaning({ status, json, retryAfter: null }, "b1", NOW);
  assert.ok(heard.ok);
  const { results, durable_through } = heard.answer;
  assert.deepEqual(
    results.map(({ op_id, sha256, status, rev }) => [op_id, sha256, status, rev]),
    [
      ["o1", "abc", "stored", 1],
      ["o2", "abc", "stored", 2],
    ],
  );
  assert.ok((results[0]?.server_seq ?? 0) < (results[1]?.server_seq ?? 0));
  assert.ok((durable_through?.["1814"] ?? 0) >= (results[1]?.server_seq ?? 0));
});

test("what goes wrong goes wrong as it would", () => {
  assert.equal(ask("/api/v1/sync", batch(op()), "no network"), null);
  const out = ask("/api/v1/sync", batch(op()), "signed out") ?? assert.fail();
  assert.deepEqual(meaning({ ...out, retryAfter: null }, "b1", NOW), { ok: false, pause: "reauth" });
  const refused = ask("/api/v1/sync", batch(op(), op({ base_rev: 1 })), "refused")?.json.results;
  assert.deepEqual(
    refused.map((/** @type {any} */ one) => [one.status, one.code]),
    [
      ["rejected", "unknown_place"],
      ["stored", undefined],
    ],
  );
  assert.equal(ask("/api/v1/sync", batch(op()), "full")?.json.results[0].status, "stored");
});

test("the figures are those that the phone had; what else there is, is not to be had", () => {
  const first = ask("/api/v1/reference/1814");
  assert.equal(first?.json, kept);
  assert.equal(ask("/api/v1/reference/1814", null, "", first?.etag)?.status, 304);
  assert.equal(ask("/api/v1/reference/0882")?.status, 404);
  assert.equal(ask("/api/v1/colleagues")?.status, 404);
});

test("there are rows to press: what one does oneself, else what is promised", () => {
  const own = [entry({ state: "sent" }, { type: "foot_patrol", focus: [], place: "norra" })];
  const rows = rowsOf(world, own, NOW);
  assert.deepEqual(
    rows.map(({ activity: told }) => [told?.type, told?.place]),
    [
      ["foot_patrol", "norra"],
      ["traffic_check", "vagen"],
    ],
  );
  const shown = entriesOf([], rows);
  assert.equal(suggestions({ entries: shown, pending: new Map() }, kept, NOW, null, 4).length, 2);
  assert.ok(
    shown.every(
      ({ state, note, activity: { participants } }) => state === "sent" && !note && !participants.length,
    ),
  );
  assert.deepEqual(rowsOf({ ...world, reference: null }, own, NOW), []);
});

test("what is planned stands as it was when practice began, and a word on it gets a receipt", () => {
  const times = [/** @type {any} */ ({ plan_item: "i/once", title: "Fotpatrull", outcome: null })];
  const planned = { ...world, times };
  const asked = { method: "GET", path: "/api/v1/plan/1814", body: null };
  assert.deepEqual(answerTo({ ...asked, etag: null }, planned, "", NOW)?.json, {
    municipality: "1814",
    times,
  });
  assert.equal(answerTo({ ...asked, etag: ETAG }, planned, "", NOW)?.status, 304);
  assert.equal(answerTo({ ...asked, etag: null }, planned, "no network", NOW), null);
  const said = { ...op(), body: JSON.stringify({ kind: "plan", plan_item: "i/once", outcome: "not_done" }) };
  assert.equal(ask("/api/v1/sync", batch(said))?.json.results[0].status, "stored");
});
