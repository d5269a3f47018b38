/** Trying again: patient, never in step with others, and never against the server's word. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { envelope, meaning } from "../../static/js/core/answers.js";
import { batchOf, batchSize, delay, retryAfter, timeLimit } from "../../static/js/core/pacing.js";

const NOW = Date.parse("2026-03-09T15:00:00Z");

test("waits grow by two from two seconds, with full jitter, up to a quarter of an hour", () => {
  const longest = (/** @type {number} */ attempt, visible = false) =>
    delay({ attempt, visible, retryAfter: null, chance: 1 });
  assert.deepEqual(
    [1, 2, 3, 9, 10, 500].map((one) => longest(one)),
    [2000, 4000, 8000, 512_000, 900_000, 900_000],
  );
  assert.equal(longest(500, true), 60_000);
  assert.equal(delay({ attempt: 5, visible: false, retryAfter: null, chance: 0 }), 0);
});

test("the server's Retry-After goes before ours, in seconds or as a date, an hour at most", () => {
  assert.equal(delay({ attempt: 9, visible: true, retryAfter: 7, chance: 1 }), 7000);
  assert.equal(retryAfter("120", NOW), 120);
  assert.equal(retryAfter("Mon, 09 Mar 2026 15:00:30 GMT", NOW), 30);
  assert.equal(retryAfter("999999", NOW), 3600);
  assert.equal(retryAfter("soon", NOW), null);
  assert.equal(retryAfter(null, NOW), null);
});

test("a batch holds no more than its number and what the wire takes, but always one", () => {
  const items = Array.from({ length: 300 }, (_, seq) => ({ seq, body: "x".repeat(1000) }));
  assert.equal(batchOf(items, 25).length, 25);
  assert.ok(batchOf(items, 300).length < 150);
  assert.equal(batchOf([{ body: "x".repeat(1_000_000) }, { body: "" }], 25).length, 1);
  assert.deepEqual(
    [batchSize(25, "grow"), batchSize(100, "grow"), batchSize(25, "shrink"), batchSize(1, "shrink")],
    [50, 100, 12, 1],
  );
});

test("a slow line gets the time it needs", () => assert.equal(timeLimit(40_000), 40_000));

/** @param {number} status @param {unknown} json */
const raw = (status, json, retry = /** @type {string | null} */ (null)) => ({
  status,
  json,
  retryAfter: retry,
});
const good = { protocol: 1, batch_id: "b", results: [{ op_id: "1", sha256: "2", status: "stored" }] };

test("only an answer to this very batch, with whole receipts, is an answer", () => {
  assert.equal(meaning(raw(200, good), "b", NOW).ok, true);
  for (const odd of [
    null,
    "<html>",
    {},
    { ...good, batch_id: "c" },
    { ...good, protocol: 2 },
    { ...good, results: [{}] },
  ]) {
    assert.deepEqual(meaning(raw(200, odd), "b", NOW), { ok: false, shrink: false, retryAfter: null });
  }
  assert.equal(meaning(raw(201, good), "b", NOW).ok, false);
});

test("a pause needs the server's own word, a portal's 401 is only a reason to wait", () => {
  assert.deepEqual(meaning(raw(401, { code: "reauth" }), "b", NOW), { ok: false, pause: "reauth" });
  assert.deepEqual(meaning(raw(403, { code: "stream_owner_mismatch" }), "b", NOW), {
    ok: false,
    pause: "other_user",
  });
  assert.deepEqual(meaning(raw(410, { code: "device_revoked" }), "b", NOW), { ok: false, pause: "revoked" });
  assert.deepEqual(meaning(raw(401, null), "b", NOW), { ok: false, shrink: false, retryAfter: null });
  assert.deepEqual(meaning(raw(403, { code: "reauth" }), "b", NOW), {
    ok: false,
    shrink: false,
    retryAfter: null,
  });
});

test("too much or too slow halves the batch, a busy server is waited for", () => {
  assert.deepEqual(meaning(raw(413, null), "b", NOW), { ok: false, shrink: true, retryAfter: null });
  assert.deepEqual(meaning(null, "b", NOW), { ok: false, shrink: true, retryAfter: null });
  assert.deepEqual(meaning(raw(503, { code: "busy" }, "9"), "b", NOW), {
    ok: false,
    shrink: false,
    retryAfter: 9,
  });
});

test("the body is sent as the very text that was stored", () => {
  const body = '{"kind":"create",  "note":"å"}';
  const items = /** @type {any} */ ([
    { op_id: "1", seq: 1, schema: 1, sha256: "x", body, state: "sending", attempts: 3 },
  ]);
  const named = { batch_id: "b", stream_id: "s", app_build: "r", user: "u" };
  const frame = { ...named, client_now: "n", cursors: {}, floor: 1 };
  const sent = JSON.parse(envelope({ ...frame, items }));
  assert.deepEqual(sent.ops, [{ op_id: "1", seq: 1, schema: 1, sha256: "x", body }]);
  assert.equal(sent.protocol, 1);
});
