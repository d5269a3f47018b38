/** What a receipt says that an entry came to: of the week it was done in. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { claims } from "../../static/js/core/figures.js";
import { comesTo, wouldCome } from "../../static/js/core/receipts.js";
import { activity, commitment, DAYS, entry, MONDAY_AT_THREE, PRESENCE, reference } from "./examples.js";

const NOW = MONDAY_AT_THREE;
const book = (/** @type {number} */ started) => ({
  reference: reference(commitment(), PRESENCE),
  entries: [entry({ activity: activity({ started, ended: started + 45 * 60_000 }), received_at: null })],
});

test("an entry of today tells the figure that runs, with what waits", () => {
  const started = NOW - 3_600_000;
  assert.equal(comesTo(book(started), ["speed-checks"], started, NOW), "32 av 52");
  assert.equal(comesTo(book(started), ["presence"], started, NOW), "1:30 av 2:00 tim");
});

test("on a Monday an entry of last week tells of last week, and says so", () => {
  const started = NOW - 2 * DAYS;
  assert.equal(comesTo(book(started), ["presence"], started, NOW), "v. 10: 2:45 av 2:00 tim");
  assert.equal(comesTo(book(started), ["speed-checks"], started, NOW), "32 av 52"); // of the whole year, whenever
});

test("of a month that is over its days are told, and of one that the phone does not know its name alone", () => {
  const period = { at_least: 4, scored: true, closed: true, met: false };
  const monthly = commitment({
    id: "monthly",
    label: "Varje månad",
    target: { kind: "count", at_least: 4, per: "month" },
    progress: {
      kind: "count",
      status: "on_pace",
      periods: [
        { ...period, from: "2026-02-01", to: "2026-02-28", value: 3 },
        { ...period, from: "2026-03-01", to: "2026-03-31", value: 1 },
      ],
    },
  });
  const said = (/** @type {number} */ started) =>
    comesTo({ ...book(started), reference: reference(monthly) }, ["monthly"], started, NOW);
  assert.equal(said(NOW - 12 * DAYS), "1 feb\u00a0– 28 feb: 4 av 4");
  assert.equal(said(NOW - 60 * DAYS), "Varje månad");
});

test("what counts for nothing says so, and without the words there is nothing to say", () => {
  assert.equal(comesTo(book(NOW), [], NOW, NOW), "Räknas inte");
  assert.equal(comesTo({ ...book(NOW), reference: null }, ["presence"], NOW, NOW), "");
});

test("before it is saved an entry of last week is held against last week, and against what waits of that week", () => {
  const started = NOW - 2 * DAYS;
  const [presence] = claims(
    book(started).reference,
    activity({ started, ended: started + 30 * 60_000 }),
    started,
    [PRESENCE],
  );
  assert.ok(presence);
  assert.deepEqual(wouldCome(book(started), presence, started, NOW), {
    name: "Närvaro v. 10",
    value: "2:00",
    plus: " + 1:15",
    end: " av 2:00",
  });
});

test("before it is saved an entry of a month that the phone does not know tells the promise alone", () => {
  const claim = { commitment: PRESENCE, amount: 1800, fails: null };
  assert.deepEqual(wouldCome(book(NOW), claim, NOW - 900 * DAYS, NOW), {
    name: "Närvaro",
    value: "",
    plus: "",
    end: "",
  });
});
