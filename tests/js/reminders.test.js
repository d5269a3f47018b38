/** Påminn mig: where there is nothing to switch it says what to do instead, and nothing is said twice. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { canRemind, reminderWords } from "../../static/js/core/reminder_words.js";

/** @type {import("../../static/js/core/reminder_words.js").Reminding[]} */
const STATES = [
  "unsupported",
  "not installed",
  "denied",
  "dismissed",
  "not set up",
  "not yours",
  "unreachable",
];

test("a switch that says it all is left alone; every hindrance has a sentence of its own", () => {
  assert.deepEqual([reminderWords("on"), reminderWords("off")], ["", ""]);
  const sentences = STATES.map(reminderWords);
  assert.equal(new Set(sentences).size, STATES.length);
  assert.ok(sentences.every((sentence) => /^\p{Lu}.*\.$/u.test(sentence)));
});

test("where the platform has no push there is no switch", () => {
  const without = STATES.filter((state) => !canRemind(state));
  assert.deepEqual(without, ["unsupported", "not installed"]);
});
