/** Söndagsminuten: when it asks, about which week, and what it takes for forgotten. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf } from "../../static/js/core/calendar.js";
import { sundayMinute, weekAsked } from "../../static/js/core/sunday.js";
import { DAYS, entry, MINUTES, PRESENCE, reference } from "./examples.js";

/** @typedef {import("../../static/js/core/shapes").Entry} Entry */

const at = (/** @type {string} */ text) => Date.parse(`${text}+01:00`);
const SUNDAY = at("2026-03-15T18:00:00"); // the week of 9 March has 0:45 of its 2:00
const TOWN = reference(PRESENCE);
const THURSDAY = "2026-03-12";

/** @param {string} date @param {number} back weeks before @param {number} [minutes] of the day @param {Partial<Entry>} [over]
 * @param {Partial<import("../../static/js/core/shapes").Activity>} [what] */
function done(date, back, minutes = 840, over = {}, what = {}) {
  const started = instantOf(date, minutes) - back * 7 * DAYS;
  const facts = {
    type: "foot_patrol",
    focus: ["school"],
    place: "norra",
    started,
    ended: started + 30 * MINUTES,
  };
  return entry({ state: "sent", received_at: started, ...over }, { ...facts, ...what });
}

/** @param {Entry[]} entries @param {number} [now] */
const forgotten = (entries, now = SUNDAY) => sundayMinute(entries, TOWN, "police", now)?.forgotten ?? [];
const HABIT = [done(THURSDAY, 1, 840), done(THURSDAY, 2, 870), done(THURSDAY, 3, 810)];

test("it asks from Sunday morning to Tuesday morning, about the week that ends with that Sunday", () => {
  assert.equal(weekAsked(at("2026-03-15T05:59:00")), null); // Saturday's night still
  assert.equal(weekAsked(at("2026-03-15T06:00:00")), "2026-03-09");
  assert.equal(weekAsked(at("2026-03-16T03:00:00")), "2026-03-09");
  assert.equal(weekAsked(at("2026-03-17T05:59:00")), "2026-03-09");
  assert.equal(weekAsked(at("2026-03-17T06:00:00")), null);
});

test("it says the week, what is confirmed and what waits here, on Monday too", () => {
  const waiting = done(THURSDAY, 0, 600, { state: "wait", received_at: null });
  for (const now of [SUNDAY, at("2026-03-16T09:00:00")]) {
    const minute = sundayMinute([waiting], TOWN, "police", now);
    assert.deepEqual([minute?.week, minute?.plus, minute?.mine.length], [11, 1800, 1]);
  }
});

test("it knows when the hours are there, and is silent where others promise them or the week is not scored", () => {
  const full = done(THURSDAY, 0, 600, { state: "wait", received_at: null });
  const long = { ...full, activity: { ...full.activity, ended: full.activity.started + 75 * MINUTES } };
  assert.equal(sundayMinute([full], TOWN, "police", SUNDAY)?.met, false);
  assert.equal(sundayMinute([long], TOWN, "police", SUNDAY)?.met, true);
  assert.equal(sundayMinute([], TOWN, "municipality", SUNDAY), null);
  assert.equal(sundayMinute([], reference(), "police", SUNDAY), null);
  const periods = PRESENCE.progress.periods?.map((period) => ({ ...period, scored: false })) ?? [];
  const unscored = reference({ ...PRESENCE, progress: { ...PRESENCE.progress, periods } });
  assert.equal(sundayMinute([], unscored, "police", SUNDAY), null);
});

test("what is done on that weekday in two of four weeks, and not this one, may be forgotten", () => {
  const [one] = forgotten(HABIT);
  assert.deepEqual([one?.date, one?.minutes, one?.lasts], [THURSDAY, 840, 30]);
  assert.deepEqual(forgotten(HABIT.slice(0, 1)), []);
  assert.deepEqual(forgotten([done(THURSDAY, 5), done(THURSDAY, 6)]), []);
});

test("done this week about that day, or taken back, it is not forgotten; nor with something else at that time", () => {
  const day = (/** @type {string} */ date) => [...HABIT, done(date, 0, 500)];
  assert.equal(forgotten(day("2026-03-13")).length, 0);
  assert.equal(forgotten(day("2026-03-09")).length, 1); // Monday's is another
  assert.equal(forgotten([...HABIT, done(THURSDAY, 0, 840, { state: "removed" })]).length, 0);
  const elsewhere = { type: "survey", focus: [], place: null };
  assert.equal(forgotten([...HABIT, done(THURSDAY, 0, 850, {}, elsewhere)]).length, 0);
  assert.equal(forgotten([...HABIT, done(THURSDAY, 0, 870, {}, elsewhere)]).length, 1);
});

test("what is still to come, gives no presence or is unknown by now is not asked for", () => {
  const sunday = "2026-03-15";
  assert.equal(forgotten([done(sunday, 1, 1200), done(sunday, 2, 1200)]).length, 0);
  assert.equal(
    forgotten([done(sunday, 1, 1200), done(sunday, 2, 1200)], at("2026-03-16T09:00:00")).length,
    1,
  );
  const weeks = (/** @type {any} */ what) => [
    done(THURSDAY, 1, 840, {}, what),
    done(THURSDAY, 2, 840, {}, what),
  ];
  assert.equal(forgotten(weeks({ organisations: ["municipality"] })).length, 0);
  assert.equal(forgotten(weeks({ place: "riven" })).length, 0);
  assert.equal(forgotten(weeks({ type: "follow_up", focus: [] })).length, 0);
});

test("three at most, the most usual first", () => {
  const habits = ["2026-03-09", "2026-03-10", "2026-03-11"].flatMap((date, hour) =>
    [1, 2].map((back) => done(date, back, 600 + hour * 60)),
  );
  const found = forgotten([...habits, ...HABIT]);
  assert.deepEqual(
    found.map(({ date }) => date),
    [THURSDAY, "2026-03-09", "2026-03-10"],
  );
});
