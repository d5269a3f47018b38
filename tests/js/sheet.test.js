/** Several entries at once: each row a copy of the last, saved all or none, faults at their rows. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY, local, MINUTE } from "../../static/js/core/calendar.js";
import { emptyDraft, span } from "../../static/js/core/draft.js";
import { keptNote } from "../../static/js/core/kept_note.js";
import { copied, countsLine, faultsOf, settled, twinOf } from "../../static/js/core/sheet.js";
import { commitment, MONDAY_AT_THREE, PRESENCE, reference } from "./examples.js";

/** @typedef {import("../../static/js/core/shapes").Draft} Draft */

const NOW = MONDAY_AT_THREE;
const ALL = reference(commitment(), PRESENCE);

/** @param {Partial<Draft>} [over] @returns {Draft} */
const draft = (over = {}) => ({
  ...emptyDraft("1814", "police"),
  type: "traffic_check",
  focus: ["speed"],
  place: "vagen",
  when: { kind: "at", date: "2026-03-09", minutes: 9 * 60 },
  ...over,
});

const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const date = fc.integer({ min: 0, max: 30 }).map((back) => local(NOW - back * DAY).date);
/** @type {fc.Arbitrary<Draft["when"]>} */
const when = fc.oneof(
  fc.constant({ kind: /** @type {const} */ ("now") }),
  fc.record({ kind: fc.constant(/** @type {const} */ ("at")), date, minutes: minuteOfDay }),
  fc.record({ kind: fc.constant(/** @type {const} */ ("span")), date, from: minuteOfDay, to: minuteOfDay }),
);
/** @type {fc.Arbitrary<Draft>} */
const drafts = fc
  .record({
    type: fc.constantFrom("traffic_check", "foot_patrol", "survey", null),
    focus: fc.subarray(["speed", "school"]),
    place: fc.constantFrom("vagen", "gatan", "norra", null),
    when,
    minutes: fc.constantFrom(15, 30, 60, 120, 45),
    organisations: fc.subarray(["police", "municipality"]),
    colleagues: fc.subarray(["lina", "viktor"]),
    others: fc.integer({ min: 0, max: 3 }),
    counters: fc.constantFrom({}, { vehicles: 12 }, { vehicles: -1 }),
    note: fc.constantFrom("", "Lugnt", "Ring 070-123 45 67"),
    targeted: fc.boolean(),
    interrupted: fc.boolean(),
  })
  .map((over) => draft(over));

const SAME = /** @type {const} */ (["type", "focus", "place", "minutes", "organisations", "colleagues"]);

test("a new row is a copy of the last: what, where, how long and who, never what was counted or noted", () => {
  fc.assert(
    fc.property(drafts, (last) => {
      const copy = copied(last, NOW);
      for (const field of SAME) {
        assert.deepEqual(copy[field], last[field]);
      }
      assert.deepEqual([copy.counters, copy.note, copy.mends], [{}, "", null]);
    }),
  );
});

test("a copy is as long as the last, begins where it ended, and never ends later than now where that one did not", () => {
  fc.assert(
    fc.property(drafts, (last) => {
      const [before, after] = [span(settled(last, NOW), NOW), span(copied(last, NOW), NOW)];
      const begins = [before.started, before.ended];
      // A night with a change of clock is another length by the clock: March and October are not in these thirty days.
      assert.ok(begins.includes(after.started));
      assert.equal(after.ended - after.started, before.ended - before.started);
      assert.ok(after.ended <= Math.max(NOW, before.ended));
    }),
  );
});

test("to write on a copy changes nothing of the last", () => {
  const last = draft({ colleagues: ["lina"] });
  copied(last, NOW).colleagues.push("viktor");
  assert.deepEqual(last.colleagues, ["lina"]);
});

test("a sheet that is filled in for an hour keeps the times of its rows", () => {
  const row = settled(draft({ when: { kind: "now" } }), NOW);
  assert.deepEqual(span(row, NOW + 60 * MINUTE), span(draft({ when: { kind: "now" } }), NOW));
});

test("faults stand at their rows, the guard's among them, and rows without any can be saved", () => {
  fc.assert(
    fc.property(fc.array(drafts, { maxLength: 20 }), (rows) => {
      const found = faultsOf(rows, NOW);
      assert.equal(found.length, rows.length);
      rows.forEach((row, place) => {
        assert.deepEqual(found[place], faultsOf([row], NOW)[0]);
        assert.equal(Boolean(found[place]?.["type"]), row.type === null);
        assert.equal(Boolean(found[place]?.["note"]), row.note.includes("070"));
      });
    }),
  );
  assert.deepEqual(faultsOf([draft(), draft({ type: null })], NOW), [
    null,
    { type: "Välj vad som gjordes." },
  ]);
});

test("a row that says what an earlier one says of the same time names that one", () => {
  const rows = [draft(), draft({ place: "gatan" }), draft({ minutes: 60 })];
  assert.deepEqual(
    rows.map((_, place) => twinOf(rows, place, NOW)),
    [0, 0, 1],
  );
  const blank = draft({ type: null });
  assert.equal(twinOf([blank, blank], 1, NOW), 0);
});

test("a row says in a short line what it will count for, or why not", () => {
  const line = (/** @type {Partial<Draft>} */ over) => countsLine(ALL, draft(over), "me", NOW);
  assert.equal(line({}), "Räknas mot Hastighetskontroller och 1 till");
  assert.equal(line({ type: "survey", focus: [] }), "Räknas mot Närvaro");
  assert.equal(line({ type: null }), "");
  assert.equal(
    countsLine(reference(commitment()), draft({ place: "gatan" }), "me", NOW),
    "Räknas inte mot Hastighetskontroller: platsen är inte utpekad av medborgare.",
  );
});

test("a draft keeps a note, but none that is blocked and no number while it is written", () => {
  assert.equal(keptNote("Fyra bilar, lugnt "), "Fyra bilar, lugnt");
  assert.equal(keptNote("Stoppade 12 fordon"), "Stoppade 12 fordon");
  assert.equal(keptNote("Ring Kalle, 070-123 45 67"), "");
  const whole = "Ring Kalle, 070-123 45 67";
  for (let letters = 1; letters <= whole.length; letters += 1) {
    assert.doesNotMatch(keptNote(whole.slice(0, letters)), /\d/);
  }
  assert.equal(keptNote("Mejla kalle@exam"), "Mejla");
});
