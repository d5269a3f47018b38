/** Whatever the server may say no with, the author reads one plain sentence, and gets a button where one can act. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { AT_THE_DESK } from "../../static/js/core/items.js";
import { isKnown, needOf } from "../../static/js/core/needs.js";
import { entry } from "./examples.js";

const SERVER = new URL("../../logger/", import.meta.url);
/** Judgements with a code, wherever the server makes them; `Retry` leaves no trace, so nobody reads of it. */
const JUDGED =
  /\b(?:Rejected|Held|Unreadable)\(\s*"([a-z_]+)"|Status\.(?:CONFLICT|HELD|REJECTED),\s*"([a-z_]+)"/g;
/** Told by the server's own words for each field. */
const BY_ITS_FIELDS = new Set(["bad_body"]);

const codes = new Set(
  readdirSync(SERVER, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .flatMap((file) => [...readFileSync(new URL(file, SERVER), "utf8").matchAll(JUDGED)])
    .map(([, judged, settled]) => judged ?? settled ?? ""),
);
/** Of the contract, whoever gives them. */
for (const code of ["rescued", "user_disabled", "waits_for_its_entry", "other_version_stands"]) {
  codes.add(code);
}

/** @param {string} code */
const told = (code) => needOf(entry({ state: "need", code }), "Sara Lind");

test("the server's codes are found where it gives them", () => {
  for (const code of ["unknown_place", "wild_clock", "personal_data", "not_yours", "bad_body"]) {
    assert.ok(codes.has(code), code);
  }
  assert.ok(codes.size > 20, String(codes.size));
});

test("no code is without a sentence of its own, in the house's voice", () => {
  const wordless = [...codes].filter((code) => !isKnown(code) && !BY_ITS_FIELDS.has(code));
  assert.deepEqual(wordless, []);
  for (const code of codes) {
    const { sentence } = told(code);
    assert.match(sentence, /^[A-ZÅÄÖ].*\.$/, code);
    assert.doesNotMatch(sentence, /!|tyvärr|ogiltig|fel uppstod|[a-z]_[a-z]/i, code);
    assert.ok(sentence.length <= 100, `${code}: ${sentence.length}`);
  }
});

test("where the author can act there is one button, and only there", () => {
  for (const code of codes) {
    const { button, act } = told(code);
    assert.equal(button !== "", !AT_THE_DESK.has(code), code);
    assert.equal(act !== "", button !== "", code);
  }
});

test("what waits for a coordinator says who decides", () => {
  for (const code of AT_THE_DESK) {
    assert.match(told(code).sentence, /samordnare/, code);
  }
  assert.match(told("user_disabled").sentence, /Sara Lind/);
});

test("a code of a later server, and a body that could not be read, speak by their fields", () => {
  const errors = { others: "Deltagare utan namn ska vara ett heltal från 0 till 200." };
  assert.equal(needOf(entry({ state: "need", code: "bad_body", errors }), "Sara").sentence, errors.others);
  assert.deepEqual(told("of_next_year"), {
    sentence: "Servern kunde inte ta emot aktiviteten.",
    button: "Se över",
    act: "mend",
  });
});

test("what cannot be read can be saved as a copy", () => {
  assert.equal(needOf(entry({ state: "unreadable" }), "Sara").act, "copy");
});
