/** Läget in words and lengths: the server's figures as they are, own waiting beside them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { besideFigure } from "../../static/js/core/estimates.js";
import { bullet, decimal, figure, GOAL, remark, statusWord, strip } from "../../static/js/core/standings.js";
import { commitment, MONDAY_AT_THREE, PRESENCE, SCHOOLS } from "./examples.js";

const NOW = MONDAY_AT_THREE;
const TODAY = "2026-03-09";
/** @param {string} id */
const named = (id) => (id === "sodra" ? "Södra skolan" : id);

test("confirmed and waiting stand apart", () => {
  assert.deepEqual(figure(commitment(), 1, NOW), { value: "31", plus: " + 1", end: " av 52" });
  assert.deepEqual(figure(commitment(), -1, NOW), { value: "31", plus: " − 1", end: " av 52" });
  assert.deepEqual(figure(PRESENCE, 2700, NOW), { value: "0:45", plus: " + 0:45", end: " av 2:00" });
  const ongoing = commitment({
    target: { kind: "ongoing" },
    progress: { kind: "ongoing", status: "no_number", value: 14 },
  });
  assert.deepEqual(figure(ongoing, 0, NOW), { value: "14", plus: "", end: " tillfällen" });
});

test("a number that is entered month by month is no count of occasions, and says who enters it", () => {
  const monthly = (/** @type {object} */ more) =>
    commitment({
      target: { kind: "reported" },
      progress: { kind: "reported", status: "no_number", value: 134, ...more },
      needed_per_week: null,
    });
  assert.deepEqual(figure(monthly({}), 0, NOW), { value: "134", plus: "", end: " redovisade" });
  assert.equal(remark(monthly({}), TODAY, named), "siffror från samordnaren");
  assert.deepEqual(figure(monthly({ at_least: 136 }), 0, NOW), { value: "134", plus: "", end: " av 136" });
  assert.equal(remark(monthly({ at_least: 136 }), TODAY, named), "2 till före årets slut");
});

test("the second line says what is needed, what remains, or when it was last", () => {
  assert.equal(remark(commitment(), TODAY, named), "behövs 1,4 i veckan");
  const almost = commitment({ progress: { kind: "count", status: "in_progress", value: 1, at_least: 2 } });
  assert.equal(remark(almost, TODAY, named), "ett till före årets slut");
  assert.equal(remark(SCHOOLS, TODAY, named), "kvar: Södra skolan");
  assert.equal(remark(PRESENCE, TODAY, named), "9 av 9 veckor");
  const done = commitment({
    target: { kind: "milestone" },
    progress: { kind: "milestone", status: "met", value: 1 },
  });
  assert.equal(remark(done, TODAY, named), "1 mars");
  const open = commitment({
    target: { kind: "milestone" },
    progress: { kind: "milestone", status: "watch", value: 0 },
  });
  assert.equal(remark(open, TODAY, named), "senast 31 dec");
  const going = (/** @type {number} */ value) =>
    commitment({
      target: { kind: "ongoing" },
      progress: { kind: "ongoing", status: "no_number", value },
      last_activity: null,
    });
  assert.equal(remark(going(0), TODAY, named), "inget loggat än");
  assert.equal(remark(going(22), TODAY, named), "dag visas inte", "of something sensitive it is not told");
});

test("every bar is as long as its goal, the hatch reaches to what is expected today, only where it is late", () => {
  const bar = bullet(commitment().progress, 1);
  assert.ok(bar);
  assert.equal(bar.value.toFixed(2), ((GOAL * 31) / 52).toFixed(2));
  assert.equal(bar.plus.toFixed(2), (GOAL / 52).toFixed(2));
  assert.equal(bar.hatch, "watch");
  const inTime = bullet({ kind: "count", status: "on_pace", value: 40, at_least: 52, expected: 34 }, 0);
  assert.equal(inTime?.hatch, null);
  const over = bullet({ kind: "count", status: "met", value: 120, at_least: 52, expected: 34 }, 0);
  assert.deepEqual([over?.value, over?.pointed], [98, true]);
  assert.equal(bullet(PRESENCE.progress, 0), null);
});

test("weeks are kept, missed, unscored or still running", () => {
  const week = {
    from: "2026-02-23",
    to: "2026-03-01",
    value: 0,
    at_least: 7200,
    scored: true,
    closed: true,
    met: false,
  };
  const progress = {
    ...PRESENCE.progress,
    periods: [{ ...week, scored: false }, week, ...(PRESENCE.progress.periods ?? [])],
  };
  const cells = strip(progress, NOW, 52);
  assert.deepEqual(
    cells.map(({ state }) => state),
    ["unscored", "missed", "kept", "current"],
  );
  assert.equal(cells.at(-1)?.share, 2700 / 7200);
  assert.equal(strip(progress, NOW, 2).length, 2);
});

test("every status of the server has its shape and its word", () => {
  const all =
    "met on_pace watch behind not_met partly_met in_progress not_started not_scored no_number".split(" ");
  assert.equal(new Set(all.map((status) => statusWord(status).join())).size, all.length);
});

test("figures have Swedish decimals, no more than needed", () => {
  assert.deepEqual(
    [1.26, 2, -0.5].map((one) => decimal(one)),
    ["1,3", "2", "−0,5"],
  );
});

test("what an older book says stands beside the figure, in the commitment's own unit", () => {
  assert.equal(besideFigure(commitment()), "");
  const estimated = { number: 15, seconds: 9000 };
  const beside = besideFigure(commitment({ estimated }));
  assert.equal(beside, "Därtill ca\u00a015 uppskattade enligt tidigare bok");
  const hours = besideFigure({ ...PRESENCE, estimated });
  assert.equal(hours, "Därtill ca\u00a02,5\u00a0timmar uppskattade enligt tidigare bok");
  assert.equal(figure(commitment({ estimated }), 0, NOW).value, "31");
});
