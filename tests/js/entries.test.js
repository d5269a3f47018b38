/** An activity folded from its operations on this phone and from what the server told: each sees what stands. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, tally } from "../../static/js/core/entries.js";
import { historyOf } from "../../static/js/core/history.js";
import { sidesOf } from "../../static/js/core/sides.js";

/** @typedef {import("../../static/js/core/shapes").Change} Change */
/** @typedef {import("../../static/js/core/shapes").Item} Item */

const NOW = Date.parse("2026-03-09T15:00:00Z");
const DIGEST = "ab".repeat(32);
let seq = 0;

/** An operation about activity "a". @param {Partial<Item>} over @param {object} [says] @returns {Item} */
function item(over, says = {}) {
  seq += 1;
  const kind = over.kind ?? "create";
  const facts = { type: "foot_patrol", started_at: "2026-03-09T14:00:00Z", participants: ["me", "you"] };
  const content = kind === "create" || kind === "amend" ? { ...facts, note: "lugnt" } : {};
  return {
    seq,
    op_id: `op-${seq}`,
    activity_id: "a",
    kind,
    municipality: "1814",
    schema: 1,
    sha256: DIGEST,
    body: JSON.stringify({ kind, activity_id: "a", ...content, ...says }),
    state: "queued",
    saved_at: NOW,
    attempts: 0,
    ...over,
  };
}

/** @param {Partial<import("../../static/js/core/shapes").Receipt>} [over] */
const receipt = (over = {}) => ({
  op_id: "op",
  sha256: DIGEST,
  status: /** @type {const} */ ("stored"),
  rev: 1,
  server_seq: 1,
  received_at: "2026-03-09T14:30:00Z",
  ...over,
});

const acked = (over = {}, says = {}) => item({ state: "acked", receipt: receipt(), ...over }, says);

/** @param {Partial<Change>} [over] @returns {Change} */
const change = (over = {}) => ({
  municipality: "1814",
  activity_id: "a",
  server_seq: 9,
  rev: 2,
  state: "current",
  kind: "correct",
  received_at: "2026-03-09T16:00:00Z",
  saved_at: NOW,
  reason: "Fel plats",
  activity: {
    type: "survey",
    focus: [],
    place: "vagen",
    organisations: ["police"],
    participants: [],
    others: 0,
    targeted: false,
    outcome: "completed",
    counters: {},
    started: NOW,
    ended: null,
  },
  ...over,
});

/** @param {Item[]} items @param {Change[]} [pulled] */
const entry = (items, pulled) => {
  const [first] = entriesOf(items, pulled);
  assert.ok(first);
  return { ...first, ...historyOf(first) };
};

test("a coordinator's correction shows; people and note stay, the reason is told", () => {
  const shown = entry([acked()], [change()]);
  assert.deepEqual(
    [shown.activity.type, shown.activity.participants, shown.note, shown.whole],
    ["survey", ["me", "you"], "lugnt", true],
  );
  assert.deepEqual([shown.corrected, shown.reason, shown.state, shown.rev], [true, "Fel plats", "sent", 2]);
});

test("another phone's edit shows without people and note, which are not here", () => {
  const shown = entry([acked()], [change({ kind: "amend" })]);
  assert.deepEqual(
    [shown.activity.type, shown.activity.participants, shown.note, shown.whole, shown.corrected],
    ["survey", [], "", false, false],
  );
});

test("what the own phone has anew goes before an older word of the feed", () => {
  const shown = entry([acked(), acked({ kind: "amend", receipt: receipt({ rev: 3 }) })], [change()]);
  assert.deepEqual([shown.activity.type, shown.rev, shown.corrected], ["foot_patrol", 3, false]);
});

test("an unsent edit stays on top of whatever the feed tells", () => {
  const shown = entry([acked(), item({ kind: "amend" }, { base_rev: 1 })], [change()]);
  assert.deepEqual([shown.activity.type, shown.state], ["foot_patrol", "wait"]);
});

test("an edit of what is not sent yet builds on the version that this will be", () => {
  assert.equal(entry([item({})]).rev, 1);
  assert.equal(entry([item({}), item({ kind: "amend" }, { base_rev: 1 })]).rev, 2);
  assert.equal(entry([acked(), item({ kind: "amend" }, { base_rev: 1 })]).rev, 2);
  assert.equal(
    entry([item({ state: "needs_fix", receipt: receipt({ status: "rejected", rev: 0 }) })]).rev,
    null,
  );
});

test("an entry of another phone is here too; one that is gone is not, unless it was", () => {
  const shown = entry([], [change({ kind: "create", rev: 1 })]);
  assert.deepEqual([shown.id, shown.state, shown.whole, shown.rev], ["a", "sent", false, 1]);
  const { activity: _, ...gone } = change({ state: "withdrawn", kind: "withdraw" });
  assert.deepEqual(entriesOf([], [gone]), []);
  const merged = entry([acked()], [change({ state: "voided", kind: "merge", merged_into: "b" })]);
  assert.deepEqual([merged.state, merged.merged_into, merged.reason], ["removed", "b", "Fel plats"]);
});

test("taken back here, of an entry that only the feed told: removed, and it waits until that is received", () => {
  const withdrawal = item({ kind: "withdraw" }, { base_rev: 2 });
  const shown = entry([withdrawal], [change()]);
  assert.deepEqual([shown.state, shown.withdrawing], ["removed", true]);
  const done = { ...withdrawal, state: /** @type {const} */ ("acked"), receipt: receipt({ rev: 3 }) };
  assert.equal(entry([done], [change()]).state, "removed");
  assert.equal(entry([done], [change({ rev: 4 })]).state, "sent");
});

const CONFLICT = receipt({ status: "conflict", current: { rev: 2, state: "current" } });

test("a conflict has two sides: what was wanted, and what stands as far as anybody told", () => {
  const items = [acked(), item({ kind: "amend", state: "conflict", receipt: CONFLICT })];
  const shown = entry(items, [change()]);
  assert.deepEqual([shown.state, shown.rev, shown.activity.type], ["need", 2, "foot_patrol"]);
  assert.ok(shown.conflict);
  const { mine, current } = sidesOf(shown.conflict);
  assert.deepEqual(
    [mine?.activity.type, current.activity?.type, current.rev, current.reason],
    ["foot_patrol", "survey", 2, "Fel plats"],
  );
  const alone = entry(items).conflict;
  assert.deepEqual(alone && sidesOf(alone).current, { rev: 2, state: "current", activity: null, reason: "" });
});

test("a loser that was thrown away leaves what stands, and its discarding waits like all else", () => {
  const loser = item({ kind: "amend", state: "archived", closed: true, receipt: CONFLICT }, { type: "x" });
  const discarding = item({ kind: "void" });
  const shown = entry([acked(), loser, discarding]);
  assert.deepEqual([shown.state, shown.activity.type, shown.rev], ["wait", "foot_patrol", 1]);
  const done = { ...discarding, state: /** @type {const} */ ("acked"), receipt: receipt() };
  assert.equal(entry([acked(), loser, done]).state, "sent");
  const refused = item({
    state: "archived",
    closed: true,
    receipt: receipt({ status: "rejected", rev: 0 }),
  });
  assert.equal(entry([refused, done]).state, "removed");
});

test("a record of which one word is not as it was written is counted, and nothing else suffers", () => {
  const odd = [
    { state: "flying" },
    { state: "acked" },
    { state: "acked", receipt: receipt({ sha256: "cd" }) },
    { body: "{" },
    { body: '{"activity_id":"another"}' },
    { sha256: null },
  ].map((spoilt) => /** @type {Item} */ ({ ...item({ activity_id: "a" }), ...spoilt }));
  for (const one of odd) {
    assert.deepEqual(
      tally(entriesOf([one, acked()])),
      { waiting: 0, need: 1, held: 0, received: 1 },
      JSON.stringify(one),
    );
  }
});

test("what only a coordinator can settle does not ask its author for anything", () => {
  const held = (/** @type {string} */ code) =>
    tally(entriesOf([item({ state: "held", receipt: receipt({ status: "held", code }) })]));
  for (const code of ["rescued", "user_disabled", "waits_for_its_entry"]) {
    assert.deepEqual(held(code), { waiting: 0, need: 0, held: 1, received: 0 }, code);
  }
  assert.deepEqual(held("personal_data"), { waiting: 0, need: 1, held: 0, received: 0 });
});

const { rev: _, ...HELD } = receipt({ status: "held", code: "rescued" });
const YES = { at: NOW, reason: "" };
const NO = { at: NOW, reason: "Dubblett" };

/** @param {Partial<Item>} [over] @param {object} [says] */
const takenIn = (over = {}, says = {}) =>
  item({ state: "acked", receipt: HELD, decision: YES, ...over }, says);
/** @param {Partial<Item>} [over] @param {object} [says] */
const refused = (over = {}, says = {}) =>
  item({ state: "archived", closed: true, receipt: HELD, decision: NO, ...over }, says);

test("what was taken in is sent, with the figures that were taken in, and without a note that was not", () => {
  const row = change({ kind: "correct", rev: 1, settles: "op", has_note: false });
  const shown = entry([takenIn()], [row]);
  assert.deepEqual(
    [shown.state, shown.rev, shown.activity.type, shown.activity.participants, shown.note, shown.taken_in],
    ["sent", 1, "survey", ["me", "you"], "", true],
  );
  assert.equal(entry([takenIn()], [{ ...row, has_note: true }]).note, "lugnt");
  assert.deepEqual(tally([shown]), { waiting: 0, need: 0, held: 0, received: 1 });
  assert.equal(entry([takenIn()]).state, "sent"); // before the feed is known anew
});

test("what was refused is removed, with the reason", () => {
  const shown = entry([refused()]);
  assert.deepEqual([shown.state, shown.refused, shown.activity.type], ["removed", NO, "foot_patrol"]);
  assert.deepEqual(tally([shown]), { waiting: 0, need: 0, held: 0, received: 0 });
});

test("a refused change leaves its entry as it stands, and is told", () => {
  const shown = entry([acked(), refused({ kind: "amend" }, { base_rev: 1, type: "survey" })]);
  assert.deepEqual([shown.state, shown.refused, shown.activity.type], ["sent", NO, "foot_patrol"]);
  const both = entry([takenIn(), refused({ kind: "amend" }, { base_rev: 1 })], [change({ rev: 1 })]);
  assert.deepEqual([both.state, both.refused], ["sent", NO]);
});

test("the author's own later word goes before what was refused", () => {
  const anew = entry([refused(), item({})]);
  assert.deepEqual([anew.state, anew.refused], ["wait", null]);
  assert.deepEqual(entry([refused(), acked()]).state, "sent");
});

test("of two that are held, one refused removes nothing while the other waits", () => {
  const held = item({ state: "held", receipt: HELD });
  assert.equal(entry([held, refused({ kind: "amend" }, { base_rev: 1 })]).state, "need");
});

test("a taking back that was taken in is a taking back", () => {
  const { reason: _, ...row } = change({ state: "voided", kind: "void", settles: "op" });
  const shown = entry([acked(), takenIn({ kind: "withdraw" })], [row]);
  assert.deepEqual([shown.state, shown.reason, shown.refused], ["removed", "", null]);
});
