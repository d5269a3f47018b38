/** The guard on the phone gives the verdicts that the server gives. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { judge, sentence } from "../../static/js/core/personal_data.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/personal_data.json", import.meta.url), "utf8"));

test("every shared case has the shared verdict", () => {
  for (const { text, verdict, kinds } of vectors) {
    const found = judge(text);
    assert.deepEqual({ level: found.level, kinds: found.kinds }, { level: verdict, kinds }, text);
  }
});

test("the author is told what was found and what to do", () => {
  assert.equal(
    sentence(judge("Ring 070-123 45 67 i morgon")),
    "Anteckningen innehåller ett telefonnummer. Ta bort det, så kan aktiviteten sparas.",
  );
  assert.equal(sentence(judge("Fyra fordon, lugnt")), "");
});
