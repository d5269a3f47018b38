/** One answer on the phone: receipts, feed, cursors and notices are decided together, and an old answer decides nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { settlement } from "../../static/js/core/settling.js";

/** @typedef {import("../../static/js/core/shapes").Item} Item */
/** @typedef {import("../../static/js/core/shapes").Kept} Kept */
/** @typedef {import("../../static/js/core/shapes").Told} Told */

const DAY = 86_400_000;
const NOW = Date.parse("2026-03-09T15:00:00Z");
const DIGEST = "ab".repeat(32);

/** @param {Partial<Item>} [over] @returns {Item} */
const item = (over = {}) => ({
  seq: 1,
  op_id: "op-1",
  activity_id: "a",
  kind: "create",
  municipality: "1814",
  schema: 1,
  sha256: DIGEST,
  body: JSON.stringify({ activity_id: over.activity_id ?? "a" }),
  state: "sending",
  lease: { batch_id: "b", until: 0 },
  saved_at: NOW,
  attempts: 0,
  ...over,
});

/** @param {number} seq @param {number} server_seq @returns {Item} */
function stored(seq, server_seq) {
  const { lease: _, ...rest } = item({ seq, op_id: `op-${seq}`, activity_id: `a-${seq}` });
  const receipt = {
    op_id: rest.op_id,
    sha256: DIGEST,
    status: /** @type {const} */ ("stored"),
    rev: 1,
    server_seq,
  };
  return { ...rest, state: "acked", settled_at: NOW - 8 * DAY, receipt };
}

const cursor = (/** @type {number} */ server_seq, epoch = "e") => ({ epoch, server_seq, head: "h" });

/** @param {Partial<Kept>} [over] @returns {Kept} */
const kept = (over = {}) => ({
  items: [item()],
  pulled: [],
  cursors: { 1814: cursor(5) },
  notices: {},
  streams: ["stream"],
  ...over,
});

/** @param {Partial<import("../../static/js/core/answers.js").Answer>} [over] */
const answer = (over = {}) => ({
  protocol: /** @type {const} */ (1),
  batch_id: "b",
  server_now: new Date(NOW).toISOString(),
  results: [
    { op_id: "op-1", sha256: DIGEST, status: /** @type {const} */ ("stored"), rev: 1, server_seq: 6 },
  ],
  cursors: { 1814: cursor(6) },
  durable_through: { 1814: 6 },
  ...over,
});

const SENT = {
  batch_id: "b",
  size: 1,
  now: NOW,
  days: 30,
  mayOffer: true,
  newStream: () => "another",
  delay: (/** @type {number} */ attempt) => attempt * 1000,
};

/** @param {Partial<Told>} [over] @returns {Told} */
const change = (over = {}) => ({
  municipality: "1814",
  activity_id: "x",
  server_seq: 6,
  rev: 1,
  state: "current",
  kind: "create",
  received_at: "2026-03-09T14:00:00Z",
  activity: {
    type: "foot_patrol",
    focus: [],
    place: null,
    started_at: "2026-03-09T13:00:00Z",
    ended_at: null,
    organisations: ["police"],
    others: 0,
    targeted: false,
    outcome: "completed",
    counters: {},
    people: 1,
    has_note: false,
  },
  ...over,
});

test("receipts, cursors, feed and last contact come together", () => {
  const came = settlement(kept(), answer({ changes: [change()] }), SENT);
  assert.deepEqual(
    came.items.map(({ state }) => state),
    ["acked"],
  );
  assert.equal(came.items[0]?.settled_at, NOW);
  assert.deepEqual(came.facts["cursors"], { 1814: cursor(6) });
  assert.deepEqual([came.facts["last_contact"], came.facts["last_success"]], [NOW, NOW]);
  assert.deepEqual(
    came.pulled.map(({ activity_id, activity }) => [activity_id, activity?.started]),
    [["x", Date.parse("2026-03-09T13:00:00Z")]],
  );
});

test("a server that lost its memory: all is offered again, nothing is archived, cursors and feed begin anew at once", () => {
  const had = kept({
    items: [item(), stored(2, 3), stored(3, 4)],
    pulled: [/** @type {any} */ (change({ server_seq: 4 }))],
  });
  const came = settlement(had, answer({ resync: true, changes: [change()] }), SENT);
  assert.deepEqual(
    came.items.map(({ seq, state }) => [seq, state]),
    [
      [1, "acked"],
      [2, "queued"],
      [3, "queued"],
    ],
  );
  assert.deepEqual(came.facts["cursors"], {});
  assert.deepEqual([came.isPulledAnew, came.pulled, came.forgotten], [true, [], []]);
});

test("a server that asks for everything twice in a run is heard once: the second time nothing is noted", () => {
  const had = kept({ items: [item(), stored(2, 3)] });
  const came = settlement(had, answer({ resync: true }), { ...SENT, mayOffer: false });
  assert.deepEqual(
    came.items.map(({ seq }) => seq),
    [1],
  );
  assert.equal("cursors" in came.facts, false);
  assert.equal(came.isPulledAnew, false);
});

test("durable_through lets go of what was settled a week ago by the server's clock, and forgets it after its days", () => {
  const old = stored(2, 3);
  const archived = {
    ...old,
    seq: 3,
    settled_at: NOW - 40 * DAY,
    state: /** @type {const} */ ("archived"),
    confirmed: /** @type {const} */ (true),
  };
  const wrongClock = { ...SENT, now: NOW + 3650 * DAY };
  const fresh = { ...stored(4, 4), settled_at: NOW - DAY };
  const came = settlement(kept({ items: [item(), old, archived, fresh] }), answer(), wrongClock);
  assert.deepEqual(
    came.items.map(({ seq, state }) => [seq, state]),
    [
      [1, "acked"],
      [2, "archived"],
    ],
  );
  assert.deepEqual(came.forgotten, [3]);
});

test("an answer to a batch that another tab took over decides nothing", () => {
  const taken = item({ lease: { batch_id: "another", until: 0 } });
  const came = settlement(kept({ items: [taken] }), answer({ changes: [change()] }), SENT);
  assert.deepEqual(came, {
    items: [],
    forgotten: [],
    isPulledAnew: false,
    pulled: [],
    unpulled: [],
    facts: {},
  });
});

test("what the answer leaves out goes back into the queue, for later", () => {
  const came = settlement(kept(), answer({ results: [] }), SENT);
  assert.deepEqual(
    came.items.map(({ state, not_before, attempts }) => [state, not_before, attempts]),
    [["queued", NOW + 1000, 1]],
  );
});

test("an answer that lacks a receipt takes nobody further: the feed left out what the batch itself did", () => {
  assert.equal("cursors" in settlement(kept(), answer({ results: [] }), SENT).facts, false);
  const foreign = [{ op_id: "op-1", sha256: "cd", status: /** @type {const} */ ("stored") }];
  assert.equal("cursors" in settlement(kept(), answer({ results: foreign }), SENT).facts, false);
});

test("the feed is taken in order: an older version never covers a newer one, a removal keeps what was", () => {
  const row = /** @type {any} */ ({ ...change({ server_seq: 9, rev: 3 }), activity: { type: "survey" } });
  const had = kept({ pulled: [row] });
  assert.deepEqual(settlement(had, answer({ changes: [change()] }), SENT).pulled, []);
  const { activity: _, ...gone } = change({ server_seq: 10, rev: 4, state: "voided", reason: "Dubblett" });
  const [kept4] = settlement(had, answer({ changes: [gone] }), SENT).pulled;
  assert.deepEqual([kept4?.state, kept4?.reason, kept4?.activity?.type], ["voided", "Dubblett", "survey"]);
});

test("a change that cannot be kept is passed over, and stops nothing", () => {
  const odd = /** @type {any} */ ([{}, { ...change(), activity_id: 7 }, change({ activity_id: "good" })]);
  const came = settlement(kept(), answer({ changes: odd }), SENT);
  assert.deepEqual(
    came.pulled.map(({ activity_id }) => activity_id),
    ["good"],
  );
  assert.equal(came.items[0]?.state, "acked");
});

test("fault: cloned profile -> a stream of its own, noted", () => {
  const came = settlement(kept(), answer({ notices: [{ code: "stream_cloned" }] }), SENT);
  assert.deepEqual(came.facts["stream_id"], "another");
  assert.deepEqual(came.facts["streams"], ["stream", "another"]);
  assert.deepEqual(came.facts["notices"], { stream_cloned: { at: NOW } });
});

test("a lost storage stays noted, a wrong clock only until it is right", () => {
  const lost = {
    code: /** @type {const} */ ("storage_lost"),
    stream_id: "s",
    highest_seq: 14,
    last_contact: "then",
  };
  const off = { code: /** @type {const} */ ("clock_off"), seconds: 7200 };
  const { facts } = settlement(kept(), answer({ notices: [lost, off] }), SENT);
  const noted = { storage_lost: { highest_seq: 14, last_contact: "then" }, clock_off: { seconds: 7200 } };
  assert.deepEqual(facts["notices"], noted);
  const later = settlement(kept({ notices: noted }), answer(), SENT);
  assert.deepEqual(later.facts["notices"], { storage_lost: noted.storage_lost });
});

/** What the server holds, as the phone keeps it until a coordinator has decided. @param {Partial<Item>} [over] @returns {Item} */
function holding(over = {}) {
  const { lease: _, ...rest } = item(over);
  const receipt = { op_id: "op-1", sha256: DIGEST, status: /** @type {const} */ ("held"), server_seq: 4 };
  return { ...rest, state: "held", receipt, settled_at: NOW, ...over };
}

/** @param {Partial<Told>} [over] what was taken in */
const takenIn = (over = {}) => change({ activity_id: "a", kind: "correct", settles: "op-1", ...over });

/** @param {number} rev of what stands: none, or the version that was to be changed @returns {Told} */
function refused(rev = 0) {
  const { activity, ...gone } = change({ activity_id: "a", kind: "void", reason: "Dubblett", rev });
  const settles = "op-1";
  return rev && activity
    ? { ...gone, settles, activity }
    : { ...gone, settles, state: /** @type {const} */ ("voided") };
}

const PULLING = { ...SENT, size: 0 };

/** @param {Item} had @param {Told[]} changes */
const heard = (had, changes, sent = PULLING) =>
  settlement(kept({ items: [had] }), answer({ results: [], changes: /** @type {any} */ (changes) }), sent);

test("what a coordinator took in is with the server from then on, and is offered again if that forgets it", () => {
  const came = heard(holding(), [takenIn()]);
  const [taken] = came.items;
  assert.deepEqual([taken?.state, taken?.closed, taken?.decision?.reason], ["acked", undefined, ""]);
  assert.deepEqual(
    came.pulled.map(({ activity_id, rev, has_note }) => [activity_id, rev, has_note]),
    [["a", 1, false]],
  );
  assert.ok(taken);
  const [again] = settlement(kept({ items: [taken] }), answer({ results: [], resync: true }), PULLING).items;
  assert.deepEqual([again?.state, again?.decision], ["queued", undefined]);
});

test("what a coordinator refused is put aside with the reason, and never offered again", () => {
  const came = heard(holding(), [refused()]);
  const [put] = came.items;
  assert.deepEqual(
    [put?.state, put?.closed, put?.decision],
    ["archived", true, { at: Date.parse("2026-03-09T14:00:00Z"), reason: "Dubblett" }],
  );
  assert.deepEqual([came.pulled, came.forgotten], [[], []]);
  assert.ok(put);
  const again = settlement(kept({ items: [put] }), answer({ results: [], resync: true }), PULLING);
  assert.deepEqual(again.items, []);
});

test("a refusal says nothing of what stands, on whichever phone it is heard", () => {
  const row = /** @type {any} */ (change({ activity_id: "a", server_seq: 3, merged_into: "b" }));
  const had = kept({ items: [], pulled: [row] });
  const said = answer({ results: [], changes: [refused(1)] });
  assert.deepEqual(settlement(had, said, PULLING).pulled, []);
});

test("a decision that is heard twice, or of another entry, changes nothing", () => {
  for (const done of [heard(holding(), [takenIn()]).items[0], heard(holding(), [refused()]).items[0]]) {
    assert.ok(done);
    assert.deepEqual(heard(done, [takenIn(), refused()]).items, []);
  }
  assert.deepEqual(heard(holding(), [takenIn({ settles: "op-2" })]).items, []);
});

test("a decision never opens again what its author dealt with, nor what waits for them", () => {
  const dealt = holding({ state: "archived", closed: true });
  assert.deepEqual(heard(dealt, [refused()]).items, []);
  assert.deepEqual(heard(holding({ state: "conflict" }), [refused()]).items, []);
});

test("the decision may come with the receipt that was lost, or long before it", () => {
  const receipt = { op_id: "op-1", sha256: DIGEST, status: /** @type {const} */ ("held"), server_seq: 4 };
  const both = settlement(kept(), answer({ results: [receipt], changes: [refused()] }), SENT);
  assert.deepEqual([both.items[0]?.state, both.items[0]?.closed], ["archived", true]);

  const { lease: _, ...rest } = item();
  const [waiting] = heard({ ...rest, state: "queued" }, [takenIn()]).items;
  assert.equal(waiting?.state, "queued");
  const sent = { ...waiting, ...item(), decision: waiting?.decision };
  const [later] = settlement(kept({ items: [sent] }), answer({ results: [receipt] }), SENT).items;
  assert.equal(later?.state, "acked");
});

test("what a server said before it lost its memory decides nothing after it", () => {
  const lost = answer({ results: [], resync: true, changes: [refused()] });
  assert.equal(settlement(kept({ items: [holding()] }), lost, PULLING).items[0]?.state, "queued");
  const { lease: _, ...rest } = item();
  const early = { ...rest, state: /** @type {const} */ ("queued"), decision: { at: NOW, reason: "" } };
  const [again] = settlement(kept({ items: [early] }), lost, PULLING).items;
  assert.deepEqual([again?.state, again?.decision], ["queued", undefined]);
});
