/** An activity told in words, and two versions of it told apart. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compared, factsOf } from "../../static/js/core/facts.js";
import { activity, MINUTES, MONDAY_AT_THREE, reference } from "./examples.js";

const NOW = MONDAY_AT_THREE;
/** @param {Partial<import("../../static/js/core/shapes").Activity>} [over] @param {string | null} [note] */
const facts = (over, note = "") => factsOf(reference(), activity(over), note, NOW);
/** @param {ReturnType<typeof facts>} told */
const words = (told) => Object.fromEntries(told.map(({ label, words: said }) => [label, said]));

test("every fact of an activity in words", () => {
  const whole = facts(
    {
      organisations: ["police", "municipality"],
      others: 2,
      counters: { vehicles: 12 },
      targeted: true,
      outcome: "interrupted",
    },
    "Lugnt",
  );
  assert.deepEqual(words(whole), {
    Vad: "Hastighets\u00adkontroll",
    Var: "Norra vägen",
    När: "i dag 14:15–15:00, 45 min",
    Deltog: "Kommunen, Polisen, 2 utan namn",
    Räknat: "12 fordon",
    Övrigt: "Riktad insats, avbruten",
    Anteckning: "Lugnt",
  });
});

test("what was not said is empty, what is not known is not there", () => {
  const { Var, Räknat, Övrigt } = words(facts({ place: null }));
  assert.deepEqual([Var, Räknat, Övrigt], ["", "", ""]);
  assert.ok(!("Anteckning" in words(facts({}, null))));
});

test("a place, a type and an organisation that are not known any more keep their own word", () => {
  const told = words(facts({ place: "borta", type: "okand", focus: [], organisations: ["scouts"] }));
  assert.deepEqual([told["Vad"], told["Var"], told["Deltog"]], ["Okand", "borta", "scouts"]);
});

test("versions differ where their words do, and only there", () => {
  const mine = facts({ place: "vagen" }, "Lugnt");
  const theirs = facts({ place: "gatan", ended: NOW - 15 * MINUTES }, null);
  const rows = compared(mine, theirs);
  assert.deepEqual(
    rows.filter(({ differs }) => differs).map(({ label, mine: one, theirs: other }) => [label, one, other]),
    [
      ["Var", "Norra vägen", "Östra gatan"],
      ["När", "i dag 14:15–15:00, 45 min", "i dag 14:15–14:45, 30 min"],
    ],
  );
  // A note that only one side knows is no difference, and what neither says takes no line.
  assert.deepEqual(
    rows.map(({ label }) => label),
    ["Vad", "Var", "När", "Deltog"],
  );
});

test("the order of organisations and counters is no difference", () => {
  const one = facts({ organisations: ["police", "municipality"], counters: { a: 1, b: 2 } });
  const other = facts({ organisations: ["municipality", "police"], counters: { b: 2, a: 1 } });
  assert.ok(compared(one, other).every(({ differs }) => !differs));
});
