/** Planned for about now: what is shown of a plan, what this phone has said of it, and what a press would save. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, tally } from "../../static/js/core/entries.js";
import { schemaOf } from "../../static/js/core/operation.js";
import {
  answerOf,
  draftFor,
  isNight,
  plannedFor,
  titlesOf,
  wordsOf,
  workday,
} from "../../static/js/core/planned.js";
import { activity, commitment, entry, MONDAY_AT_THREE, reference } from "./examples.js";

/** @typedef {import("../../static/js/core/shapes").Item} Item */
/** @typedef {import("../../static/js/core/shapes").PlannedTime} PlannedTime */

const NOW = MONDAY_AT_THREE;
const DIGEST = "ab".repeat(32);
const CHECK = "0198d7a0-0000-7000-8000-000000000901";
const TALK = "0198d7a0-0000-7000-8000-000000000902";
let seq = 0;

/** @param {string} name @param {Partial<PlannedTime>} over @returns {PlannedTime} */
const time = (name, over = {}) => ({
  plan_item: name,
  title: "Kontroll",
  unit: "",
  type: "traffic_check",
  place: null,
  days: { from: "2026-03-01", to: "2026-03-31" },
  outcome: null,
  reason: "",
  ...over,
});

/** @param {object} body @param {Partial<Item>} over @returns {Item} */
function item(body, over = {}) {
  seq += 1;
  const whole = { kind: "create", activity_id: `a${seq}`, municipality: "1814", ...body };
  const settled = { status: /** @type {const} */ ("stored"), op_id: `o${seq}`, sha256: DIGEST };
  return {
    seq,
    op_id: `o${seq}`,
    activity_id: whole.activity_id,
    kind: /** @type {any} */ (whole.kind),
    municipality: "1814",
    schema: 1,
    sha256: DIGEST,
    body: JSON.stringify(whole),
    state: "queued",
    saved_at: NOW,
    attempts: 0,
    ...over,
    ...(over.receipt && { receipt: { ...settled, ...over.receipt } }),
  };
}

const MARCH = `${CHECK}/2026-03.1`;
const word = (/** @type {string} */ outcome, /** @type {object} */ more = {}) =>
  item({ kind: "plan", plan_item: MARCH, outcome, reason: "Sjukdom", ...more });

/** @param {PlannedTime[]} times @param {Item[]} items @param {number} [now] */
const shown = (times, items = [], now = NOW) =>
  plannedFor({ times, titles: {}, etag: null, checked_at: NOW - 60_000 }, items, now).map(
    ({ time: { plan_item }, answer }) => [plan_item.slice(-5), answer],
  );

test("of each item the first open time of the day is shown, what ends first first", () => {
  const times = [
    time(`${TALK}/2026-03-09`, { days: { from: "2026-03-09", to: "2026-03-09" } }),
    time(MARCH, { outcome: "done" }),
    time(`${CHECK}/2026-03.2`),
    time(`${CHECK}/2026-03.3`),
    time(`${TALK}/2026-03-10`, { days: { from: "2026-03-10", to: "2026-03-10" } }),
  ];
  assert.deepEqual(shown(times), [
    ["03-09", null],
    ["-03.2", null],
  ]);
});

test("what this phone did answers at once, and the next of the same item comes", () => {
  const times = [time(MARCH), time(`${CHECK}/2026-03.2`)];
  assert.deepEqual(shown(times, [item({ plan_item: MARCH })]), [
    ["-03.2", null],
    ["-03.1", "done"],
  ]);
});

test("an entry taken back leaves its time open", () => {
  const done = item({ plan_item: MARCH });
  const back = item({ kind: "withdraw", activity_id: done.activity_id });
  assert.deepEqual(shown([time(MARCH)], [done, back]), [["-03.1", null]]);
  assert.deepEqual(shown([time(MARCH, { outcome: "done" })], [done, back]), [["-03.1", null]]);
});

test("the last word goes: not done, open again, not done after all", () => {
  const [no, open] = [word("not_done"), word("open")];
  assert.deepEqual(shown([time(MARCH)], [no]), [["-03.1", "not_done"]]);
  assert.deepEqual(shown([time(MARCH, { outcome: "not_done" })], [no, open]), [["-03.1", null]]);
  assert.equal(wordsOf([no, open, word("not_done")]).get(MARCH)?.word, "not_done");
});

test("what the server told after it had the word goes before it", () => {
  const settled = item(
    { kind: "plan", plan_item: MARCH, outcome: "not_done" },
    { state: "acked", settled_at: NOW, receipt: /** @type {any} */ ({ plan: "not_done" }) },
  );
  const said = wordsOf([settled]).get(MARCH);
  assert.equal(answerOf(time(MARCH), said, NOW - 1), "not_done");
  assert.equal(answerOf(time(MARCH), said, NOW + 1), null);
  assert.equal(answerOf(time(MARCH, { outcome: "done" }), said, NOW + 1), "done");
});

test("of two phones the second is told that it is done, and one that did something else that it is open", () => {
  const settled = (/** @type {any} */ plan) =>
    item({ plan_item: MARCH }, { state: "acked", settled_at: NOW, receipt: { ...plan } });
  const answer = (/** @type {string} */ came) =>
    answerOf(time(MARCH), wordsOf([settled({ plan: came })]).get(MARCH), NOW - 1);
  assert.equal(answer("taken"), "done");
  assert.equal(answer("unfit"), null);
  assert.equal(answer("done"), "done");
});

test("what waits for its author, or cannot be read, has said nothing", () => {
  const refused = item(
    { plan_item: MARCH },
    { state: "needs_fix", receipt: /** @type {any} */ ({ status: "rejected" }) },
  );
  assert.equal(wordsOf([refused, { ...item({ plan_item: MARCH }), body: "{" }]).size, 0);
});

test("a night belongs to the day that it began on", () => {
  const atTwo = Date.parse("2026-03-10T02:00:00+01:00");
  assert.deepEqual([workday(atTwo), workday(NOW)], ["2026-03-09", "2026-03-09"]);
  assert.deepEqual([isNight(atTwo), isNight(NOW)], [true, false]);
});

test("Gjort saves what the plan says as this person mostly does it", () => {
  const who = /** @type {any} */ ({ current: "1814", user: { id: "u1", organisation: "police" } });
  const known = reference(commitment());
  const usual = entry({ activity: activity({ type: "traffic_check", focus: ["speed"] }) });
  const own = { entries: [usual], pending: new Map(), who };
  const { draft, isWhole } = draftFor(time(MARCH), own, known, NOW, null);
  assert.equal(isWhole, true);
  assert.deepEqual(
    [draft.type, draft.focus, draft.place],
    ["traffic_check", ["speed"], usual.activity.place],
  );
  assert.deepEqual([draft.plan_item, draft.organisations], [MARCH, ["police"]]);

  const never = draftFor(time(MARCH), { ...own, entries: [] }, known, NOW, null);
  assert.deepEqual([never.draft.place, never.isWhole], [null, false]);
  const there = draftFor(time(MARCH, { place: "somewhere" }), own, known, NOW, null);
  assert.deepEqual([there.draft.place, there.draft.focus, there.isWhole], ["somewhere", [], true]);
});

test("what was answered here keeps its name when the plan tells it no more", () => {
  const before = { times: [], titles: { [MARCH]: "Kontroll", gone: "Annat" }, etag: null, checked_at: 0 };
  assert.deepEqual(titlesOf(before, [time(`${TALK}/once`)], [word("not_done")]), { [MARCH]: "Kontroll" });
});

test("a word waits like an entry, and is told in a schema of its own", () => {
  assert.equal(tally(entriesOf([word("not_done")])).waiting, 1);
  assert.equal(schemaOf(JSON.parse(word("not_done").body)), 3);
  assert.equal(schemaOf(JSON.parse(item({ plan_item: MARCH }).body)), 1);
});
