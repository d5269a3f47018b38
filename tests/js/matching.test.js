/** The phone's rules against the counting cases: what it says counts is what the server counts. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { instantOf } from "../../static/js/core/calendar.js";
import { ruleDate, secondsInside, verdict } from "../../static/js/core/matching.js";

const VECTORS = new URL("../vectors/", import.meta.url);
const cases = readdirSync(VECTORS)
  .map((name) => JSON.parse(readFileSync(new URL(name, VECTORS), "utf8")))
  .filter((one) => one.pledge);

/** @param {any} raw @returns {import("../../static/js/core/shapes").Activity} */
const activityOf = (raw) => ({
  focus: [],
  organisations: [],
  participants: [],
  others: 0,
  targeted: false,
  outcome: "completed",
  counters: {},
  ...raw,
  place: raw.place ?? null,
  started: Date.parse(raw.started_at),
  ended: raw.ended_at ? Date.parse(raw.ended_at) : null,
});

/** @param {any} place */
const placeOf = (place) => ({
  point: null,
  ...place,
  kinds: place.kinds ?? [],
  flagged: place.flagged ?? [],
});

/** The places by every id that the reference tells them under. @param {any} one @returns {Map<string, any>} */
const placesOf = (one) =>
  new Map(
    one.places.flatMap((/** @type {any} */ { former = [], ...place }) => [
      [place.id, placeOf(place)],
      ...former.map((/** @type {string} */ id) => [id, placeOf({ ...place, id, same_as: place.id })]),
    ]),
  );

/** A rule as the reference tells it: with every id of its places. @param {any} rule @param {any[]} places @returns {any} */
const withFormerIds = (rule, places) => ({
  ...rule,
  ...(rule.places && {
    places: rule.places.flatMap((/** @type {string} */ id) => {
      const now = places.find((place) => place.id === id || place.former?.includes(id));
      return now ? [now.id, ...(now.former ?? [])] : [id];
    }),
  }),
  ...(rule.any_of && { any_of: rule.any_of.map((/** @type {any} */ each) => withFormerIds(each, places)) }),
  ...(rule.except && { except: withFormerIds(rule.except, places) }),
});

/** Every activity that a commitment counts as an occasion as of the date, by the phone's rules.
 * @param {any} one @param {any} commitment @param {string} asOf */
function occasions(one, commitment, asOf) {
  const places = placesOf(one);
  const valid = commitment.valid ?? one.pledge.valid;
  return one.activities.filter((/** @type {any} */ raw) => {
    const rule = withFormerIds(commitment.counts ?? {}, one.places);
    const found = verdict(rule, activityOf(raw), places.get(raw.place) ?? null);
    const happened = !raw.voided && raw.outcome !== "interrupted";
    return (
      happened && found.holds && valid.from <= found.date && found.date <= valid.to && found.date <= asOf
    );
  });
}

/** What they come to: their number, or the sum of a counter. @param {any} one @param {any} commitment @param {string} asOf */
const total = (one, commitment, asOf) =>
  occasions(one, commitment, asOf).reduce(
    (/** @type {number} */ sum, /** @type {any} */ raw) =>
      sum + (commitment.target.kind === "sum" ? (raw.counters?.[commitment.target.counter] ?? 0) : 1),
    0,
  );

/** Commitments whose value, or whose periods' values together, are plain occasions. @param {any} one @returns {any[]} */
const plain = (one) =>
  one.pledge.focus_areas
    .flatMap((/** @type {any} */ area) => area.commitments)
    .filter((/** @type {any} */ { target }) => {
      const isSum = ["count", "ongoing", "increase", "sum"].includes(target.kind);
      const isWhole = !target.per || ["iso_week", "month", "quarter", "year", "day"].includes(target.per);
      return isSum && isWhole && !target.unit && !target.in_addition_to;
    });

/** @param {any} answer */
const figureOf = (answer) =>
  answer.value ??
  answer.periods.reduce((/** @type {number} */ sum, /** @type {any} */ { value }) => sum + value, 0);

describe("what the phone says counts is what the server counts", () => {
  let compared = 0;
  for (const one of cases) {
    test(one.name, () => {
      for (const [asOf, answers] of Object.entries(one.expected)) {
        for (const commitment of plain(one)) {
          const wanted = figureOf(/** @type {any} */ (answers)[commitment.id]);
          assert.equal(total(one, commitment, asOf), wanted, `${commitment.id} as of ${asOf}`);
          compared += 1;
        }
      }
    });
  }
  test("and enough of them were compared", () => assert.ok(compared > 250, String(compared)));
});

test("a patrol at half past one on Sunday night belongs to Saturday", () => {
  const rule = { weekdays: ["sat"] };
  assert.equal(ruleDate(rule, instantOf("2026-03-08", 90)), "2026-03-07");
  assert.equal(ruleDate(rule, instantOf("2026-03-08", 6 * 60)), null);
});

test("only the part of a night inside the clock counts as presence", () => {
  const rule = { clock: { from: "22:00", to: "02:00" } };
  const [start, end] = [instantOf("2026-05-01", 21 * 60), instantOf("2026-05-02", 3 * 60)];
  assert.equal(secondsInside(rule, start, end), 4 * 3600);
  assert.equal(secondsInside({}, start, end), 6 * 3600);
});
