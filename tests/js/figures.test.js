/** What the phone adds to the server's figures, apart and never twice, and why something does not count. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { claims, pending, standing, written } from "../../static/js/core/figures.js";
import { reason } from "../../static/js/core/reasons.js";
import { activity, commitment, entry, MONDAY_AT_THREE, PRESENCE, reference, SCHOOLS } from "./examples.js";

const NOW = MONDAY_AT_THREE;
const ALL = reference(commitment(), PRESENCE, SCHOOLS);

/** @param {Partial<import("../../static/js/core/shapes").Activity>} over */
const amounts = (over) =>
  Object.fromEntries(
    claims(ALL, activity(over), NOW)
      .filter(({ fails }) => !fails)
      .map(({ commitment: { id }, amount }) => [id, amount]),
  );

/** @param {Partial<import("../../static/js/core/shapes").Activity>} over */
const why = (over) => reason(claims(ALL, activity(over), NOW), ALL, activity(over));

test("a speed check where citizens pointed counts once, and its time as presence this week", () => {
  assert.deepEqual(amounts({}), { "speed-checks": 1, presence: 2700 });
});

test("a school that was not visited adds one, a visited one nothing", () => {
  assert.deepEqual(amounts({ type: "foot_patrol", focus: [], place: "sodra" }), {
    "every-school": 1,
    presence: 2700,
  });
  assert.deepEqual(amounts({ type: "foot_patrol", focus: [], place: "norra" }), {
    "every-school": 0,
    presence: 2700,
  });
});

test("an interrupted one is presence, never an occasion", () => {
  assert.deepEqual(amounts({ outcome: "interrupted" }), { presence: 2700 });
});

test("only the part of a night in this week adds to this week's figure", () => {
  const started = Date.parse("2026-03-08T23:00:00+01:00");
  assert.deepEqual(amounts({ started, ended: started + 2 * 3_600_000 }), {
    "speed-checks": 1,
    presence: 3600,
  });
});

test("what was done before the pledge counts for nothing", () => {
  const started = Date.parse("2025-12-31T12:00:00+01:00");
  const found = claims(reference(commitment()), activity({ started, ended: started }), NOW);
  assert.deepEqual(
    found.map(({ fails }) => fails),
    ["validity"],
  );
});

test("one sentence says why, or why not", () => {
  assert.equal(why({}), "Norra vägen är utpekad av medborgare.");
  assert.equal(
    reason(
      claims(reference(commitment()), activity({ place: "gatan" }), NOW),
      ALL,
      activity({ place: "gatan" }),
    ),
    "Räknas inte mot Hastighetskontroller: platsen är inte utpekad av medborgare.",
  );
  const nowhere = activity({ place: null });
  assert.equal(
    reason(claims(reference(commitment()), nowhere, NOW), ALL, nowhere),
    "Räknas inte mot Hastighetskontroller: ingen plats är vald.",
  );
  const alone = activity({ organisations: ["municipality"] });
  assert.equal(
    reason(claims(reference(commitment()), alone, NOW), ALL, alone),
    "Räknas inte mot Hastighetskontroller: Polisen ska ha deltagit.",
  );
  const survey = activity({ type: "survey", focus: [] });
  assert.equal(
    reason(claims(reference(commitment()), survey, NOW), ALL, survey),
    "Räknas inte mot något åtagande.",
  );
});

/** @param {...import("../../static/js/core/shapes").Entry} entries */
const apart = (...entries) => pending(reference(commitment()), entries, NOW).get("speed-checks") ?? 0;

test("own entries stand apart until the server's figures hold them, and never twice", () => {
  const before = Date.parse("2026-03-09T13:00:00+01:00");
  const after = Date.parse("2026-03-09T14:30:00+01:00");
  assert.equal(apart(entry(), entry()), 2);
  assert.equal(apart(entry({ state: "sent", received_at: after })), 1);
  assert.equal(apart(entry({ state: "sent", received_at: before })), 0);
});

test("what is taken back is taken off: at once where the figures hold it, never below nothing where they do not", () => {
  const before = Date.parse("2026-03-09T13:00:00+01:00");
  assert.equal(apart(entry({ state: "removed", withdrawing: true, received_at: before })), -1);
  assert.equal(apart(entry({ state: "removed", withdrawing: true })), 0);
  assert.equal(apart(entry({ state: "removed", received_at: before })), 0);
});

test("what the server refused counts once its author has mended it", () => {
  assert.equal(apart(entry({ state: "need" })), 0);
});

test("another municipality's entries add nothing here", () => {
  assert.equal(apart(entry({ municipality: "0882" })), 0);
});

test("the figure that stands is this week's where there are weeks", () => {
  assert.deepEqual(standing(commitment(), NOW), { value: 31, goal: 52, of: "" });
  assert.deepEqual(standing(PRESENCE, NOW), { value: 2700, goal: 7200, of: "v. 11" });
  assert.equal(written(PRESENCE, 2700), "0:45");
});
