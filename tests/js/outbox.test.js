/** The life of an operation: whatever happens in whatever order, nothing is lost and nothing changes without its receipt. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { entriesOf, tally } from "../../static/js/core/entries.js";
import { advance, floor, isReady, readyOf } from "../../static/js/core/outbox.js";
import { isForgettable } from "../../static/js/core/settling.js";

/** @typedef {import("../../static/js/core/shapes").Item} Item */
/** @typedef {import("../../static/js/core/shapes").ItemEvent} ItemEvent */
/** @typedef {import("../../static/js/core/shapes").Receipt} Receipt */

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

/** @param {Partial<Item>} [over] @returns {Item} */
const item = (over = {}) => ({
  seq: 1,
  op_id: "op-1",
  activity_id: "activity-1",
  kind: "create",
  municipality: "1814",
  schema: 1,
  sha256: "ab".repeat(32),
  body: bodyOf(over.activity_id ?? "activity-1"),
  state: "queued",
  saved_at: NOW,
  attempts: 0,
  ...over,
});

/** @param {string} activity_id @param {object} [over] */
const bodyOf = (activity_id, over = {}) =>
  JSON.stringify({ activity_id, type: "foot_patrol", started_at: "2026-03-09T15:00:00+01:00", ...over });

/** @param {Partial<Receipt>} [over] @returns {Extract<ItemEvent, {type: "receipt"}>} */
const receipt = (over = {}) => ({
  type: "receipt",
  batch_id: "b",
  now: NOW,
  not_before: NOW + 1000,
  receipt: { op_id: "op-1", sha256: "ab".repeat(32), status: "stored", rev: 1, server_seq: 7, ...over },
});

/** @type {Extract<ItemEvent, {type: "lease"}>} */
const lease = { type: "lease", batch_id: "b", now: NOW, until: NOW + 60_000 };

/** An operation that is on its way. @param {Partial<Item>} [over] */
const sent = (over) => advance(item(over), lease);

test("an entry goes from queued to sending to acked by its own receipt", () => {
  assert.equal(sent().state, "sending");
  const acked = advance(sent(), receipt());
  assert.equal(acked.state, "acked");
  assert.equal(acked.receipt?.server_seq, 7);
  assert.equal(acked.body, item().body);
});

test("a receipt with another digest, or for another operation, changes nothing", () => {
  const gone = sent();
  assert.equal(advance(gone, receipt({ sha256: "cd".repeat(32) })), gone);
  assert.equal(advance(gone, receipt({ op_id: "op-2" })), gone);
});

test("a lost answer gives the entry back to the queue, and comes too late once it has gone out anew", () => {
  const back = advance(sent(), { type: "release" });
  assert.equal(back.state, "queued");
  assert.equal(advance(back, receipt()), back);
  const again = advance(back, { ...lease, batch_id: "c" });
  assert.equal(advance(again, receipt()), again);
  assert.equal(advance(again, { ...receipt({ duplicate: true }), batch_id: "c" }).state, "acked");
});

test("a wait that another clock wrote is no wait", () => {
  const waiting = item({ not_before: NOW + 60_000 });
  assert.equal(isReady(waiting, NOW), false);
  assert.equal(isReady(waiting, NOW + 60_000), true);
  assert.equal(isReady(waiting, NOW - 3650 * DAY), true);
});

test("the server's no waits for a person and is never sent again by itself", () => {
  for (const [status, state] of [
    ["rejected", "needs_fix"],
    ["conflict", "conflict"],
    ["held", "held"],
  ]) {
    const settled = advance(sent(), receipt({ status: /** @type {any} */ (status), code: "unknown_place" }));
    assert.equal(settled.state, state);
    assert.equal(isReady(settled, NOW + DAY), false);
    assert.equal(advance(settled, { type: "close" }).state, "archived");
  }
});

test("a status of a later protocol is a retry, not an end", () => {
  const later = advance(sent(), receipt({ status: /** @type {any} */ ("postponed") }));
  assert.equal(later.state, "queued");
  assert.equal(isReady(later, NOW), false);
  assert.equal(isReady(later, NOW + 1000), true);
});

test("what builds on a version that is lost waits ten times, then for a person", () => {
  const lost = receipt({ status: "retry", code: "earlier_version_missing" });
  assert.equal(advance(sent({ kind: "amend", attempts: 9 }), lost).state, "queued");
  const stranded = advance(sent({ kind: "amend", attempts: 10 }), lost);
  assert.equal(stranded.state, "conflict");
  const spoilt = receipt({ status: "retry", code: "bad_digest" });
  assert.equal(advance(sent({ attempts: 50 }), spoilt).state, "queued");
});

test("undoing what is gone already needs nobody", () => {
  const gone = receipt({ status: "rejected", code: "already_withdrawn" });
  assert.equal(advance(sent({ kind: "withdraw" }), gone).state, "acked");
  assert.equal(advance(sent({ kind: "create" }), gone).state, "needs_fix");
});

test("a payload is kept a week, and until the server says that it is durable", () => {
  const acked = advance(sent(), receipt());
  /** @param {number} through @param {number} days @returns {ItemEvent} */
  const durable = (through, days) => ({ type: "durable", through: { 1814: through }, now: NOW + days * DAY });
  assert.equal(advance(acked, durable(7, 6)).state, "acked");
  assert.equal(advance(acked, durable(6, 8)).state, "acked");
  const archived = advance(acked, durable(7, 8));
  assert.equal(archived.state, "archived");
  const confirmed = advance(archived, { type: "confirmed" });
  assert.equal(isForgettable(confirmed, NOW + 29 * DAY, 30), false);
  assert.equal(isForgettable(confirmed, NOW + 31 * DAY, 30), true);
  assert.equal(isForgettable(archived, NOW + 31 * DAY, 30), false);
  assert.equal(advance(confirmed, { type: "offer again" }).confirmed, undefined);
  assert.equal(isForgettable(acked, NOW + 400 * DAY, 30), false);
});

test("a server that lost its memory is offered everything again", () => {
  const acked = advance(sent(), receipt());
  assert.equal(advance(acked, { type: "offer again" }).state, "queued");
  const refused = advance(sent(), receipt({ status: "rejected" }));
  assert.equal(advance(refused, { type: "offer again" }).state, "queued");
  const thrownAway = advance(refused, { type: "close" });
  assert.equal(advance(thrownAway, { type: "offer again" }), thrownAway);
});

test("an activity and its retraction are one thing that waits", () => {
  const items = [
    item(),
    item({ seq: 2, op_id: "op-2", kind: "withdraw", body: '{"activity_id":"activity-1"}' }),
    item({ seq: 3, activity_id: "b" }),
  ];
  assert.deepEqual(tally(entriesOf(items)), { waiting: 2, need: 0, held: 0, received: 0 });
  assert.equal(floor(items, 4), 1);
  assert.deepEqual(
    entriesOf(items).map(({ id, state, withdrawing }) => [id, state, withdrawing]),
    [
      ["b", "wait", false],
      ["activity-1", "removed", true],
    ],
  );
});

test("a record that cannot be read is counted and kept", () => {
  const broken = /** @type {any} */ ({ seq: 4, state: "quarantined" });
  assert.equal(tally(entriesOf([item(), broken])).need, 1);
  assert.deepEqual(
    entriesOf([item(), broken]).map(({ state }) => state),
    ["unreadable", "wait"],
  );
});

test("an entry that stands in another version is mended upon that version", () => {
  const conflict = {
    op_id: "op-1",
    sha256: "ab".repeat(32),
    status: /** @type {const} */ ("conflict"),
    current: { rev: 3 },
  };
  const [entry] = entriesOf([item({ kind: "amend", state: "conflict", receipt: conflict })]);
  assert.deepEqual([entry?.state, entry?.rev], ["need", 3]);
});

/** Events in any order, receipts true or false, of this operation or another. */
const events = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant("lease"),
      batch_id: fc.constantFrom("b", "c"),
      now: fc.integer({ min: NOW, max: NOW + 60 * DAY }),
      until: fc.integer(),
    }),
    fc.record({
      type: fc.constant("release"),
      not_before: fc.option(fc.integer({ min: NOW, max: NOW + DAY }), { nil: undefined }),
    }),
    fc.record({
      type: fc.constant("receipt"),
      batch_id: fc.constantFrom("b", "c"),
      now: fc.integer({ min: NOW, max: NOW + 60 * DAY }),
      not_before: fc.constant(NOW),
      receipt: fc.record({
        op_id: fc.constantFrom("op-1", "op-1", "op-2"),
        sha256: fc.constantFrom("ab".repeat(32), "ab".repeat(32), "cd".repeat(32)),
        status: fc.constantFrom("stored", "rejected", "conflict", "held", "retry", "nonsense"),
        server_seq: fc.integer({ min: 1, max: 9 }),
      }),
    }),
    fc.record({
      type: fc.constant("durable"),
      through: fc.constant({ 1814: 5 }),
      now: fc.integer({ min: NOW, max: NOW + 60 * DAY }),
    }),
    fc.constant({ type: "close" }),
    fc.constant({ type: "offer again" }),
  ),
  { maxLength: 40 },
);

test("whatever happens, in whatever order, no payload is dropped or changed and no end comes without a receipt", () => {
  fc.assert(
    fc.property(events, (happenings) => {
      let now = item();
      for (const event of /** @type {any[]} */ (happenings)) {
        const before = now;
        now = advance(now, event);
        assert.equal(now.body, before.body);
        assert.equal(now.sha256, before.sha256);
        assert.equal(now.seq, before.seq);
        const isEnd = !["queued", "sending"].includes(now.state);
        if (isEnd) {
          assert.equal(now.receipt?.sha256, now.sha256);
          assert.equal(now.receipt?.op_id, now.op_id);
          assert.ok(now.receipt?.status !== "retry" || now.state === "conflict" || now.closed);
        }
        if (now.state === "archived" && before.state === "acked") {
          assert.ok((now.receipt?.server_seq ?? 99) <= 5);
        }
        assert.equal(now.state === "sending", Boolean(now.lease));
      }
    }),
    { seed: 20260309, numRuns: 3000 },
  );
});

test("what is made of an entry never goes before it", () => {
  const waits = item({ seq: 1, not_before: NOW + 1000 });
  const itsWithdrawal = item({ seq: 2, op_id: "op-2", kind: "withdraw" });
  const another = item({ seq: 3, op_id: "op-3", activity_id: "activity-2" });
  const items = [waits, itsWithdrawal, another];

  assert.deepEqual(readyOf(items, NOW), [another]);
  assert.deepEqual(readyOf(items, NOW + 1000), items);
});
