/** The second copy: what is in it, and what of it goes back into a log that the browser has lost. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { copyOf, lackingIn } from "../../static/js/core/second_copy.js";

/** @typedef {import("../../static/js/core/shapes").Item} Item */

/** @param {number} seq @param {Partial<Item>} [facts] @returns {Item} */
const item = (seq, facts = {}) =>
  /** @type {Item} */ ({
    seq,
    op_id: `op-${seq}`,
    activity_id: `activity-${seq}`,
    kind: "create",
    body: `{"seq":${seq}}`,
    sha256: `sum-${seq}`,
    state: "queued",
    saved_at: 1,
    attempts: 0,
    ...facts,
  });

/** @param {Item[]} items @param {string} [stream_id] @param {number} [next_seq] */
const log = (items, stream_id = "stream", next_seq = Math.max(0, ...items.map(({ seq }) => seq)) + 1) => ({
  stream_id,
  streams: [stream_id],
  next_seq,
  items,
});

test("the copy holds what no receipt has settled for good, and nothing else", () => {
  const states = /** @type {const} */ ([
    "queued",
    "sending",
    "needs_fix",
    "conflict",
    "held",
    "acked",
    "archived",
  ]);
  const { items } = copyOf(log(states.map((state, place) => item(place + 1, { state }))));
  assert.deepEqual(
    items.map(({ seq }) => seq),
    [1, 2, 3, 4, 5],
  );
});

test("what comes back goes again as it was saved: same number, same bytes, no lease", () => {
  const sending = item(3, {
    state: "sending",
    lease: { batch_id: "b", until: 9 },
    not_before: 9,
    attempts: 4,
  });
  assert.deepEqual(copyOf(log([sending])).items, [item(3)]);
});

test("fault: origin storage evicted -> a log made anew goes on under the old name and number, with what it lacks", () => {
  const copy = copyOf(log([item(1, { state: "acked" }), item(2), item(3)]));
  assert.deepEqual(lackingIn(log([], "another", 1), copy), {
    items: [item(2), item(3)],
    facts: { stream_id: "stream", streams: ["stream"], next_seq: 4 },
  });
});

test("a log made anew takes its old name and number over also where everything was settled", () => {
  const copy = copyOf(log([item(1, { state: "acked" })]));
  assert.deepEqual(lackingIn(log([], "another", 1), copy)?.facts["next_seq"], 2);
});

test("a log that has everything lacks nothing, whatever became of it", () => {
  const copy = copyOf(log([item(1), item(2)]));
  assert.equal(lackingIn(log([item(1, { state: "acked" }), item(2, { state: "sending" })]), copy), null);
  assert.equal(lackingIn(log([]), copyOf(log([]))), null);
});

test("only the last ones are lacking: they come back under their own numbers", () => {
  assert.deepEqual(lackingIn(log([item(1)]), copyOf(log([item(1), item(2)]))), {
    items: [item(2)],
    facts: { next_seq: 3 },
  });
});

test("fault: corrupt record -> what the copy has of it takes its place, under its own number", () => {
  const spoilt = /** @type {any} */ ({ seq: 2, state: "quarantined", damaged: true });
  const altered = item(3, { state: "quarantined", body: "{}" });
  assert.deepEqual(lackingIn(log([item(1), spoilt, altered]), copyOf(log([item(1), item(2), item(3)]))), {
    items: [item(2), item(3)],
    facts: { next_seq: 4 },
  });
});

test("a number that was given away meanwhile is not given twice", () => {
  const other = item(2, { op_id: "another" });
  assert.deepEqual(lackingIn(log([item(1), other]), copyOf(log([item(1), item(2)]))), {
    items: [item(3, { ...item(2), seq: 3 })],
    facts: { next_seq: 4 },
  });
});

test("a log that has gone on by itself takes in what it lacks under numbers of its own", () => {
  const own = item(1, { op_id: "own" });
  assert.deepEqual(lackingIn(log([own], "another"), copyOf(log([item(7), item(8)]))), {
    items: [
      { ...item(7), seq: 2 },
      { ...item(8), seq: 3 },
    ],
    facts: { next_seq: 4 },
  });
});
