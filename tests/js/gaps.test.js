/** What of this phone never reached the server, in words. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { gapWords } from "../../static/js/core/gaps.js";

/** @param {number[]} missing @param {number} [missing_count] */
const phone = (missing, missing_count = missing.length) => [
  { stream_id: "another", missing: [1], missing_count: 1 },
  { stream_id: "own", missing, missing_count },
];

test("one number that is missing, several, and many", () => {
  const sentence = (/** @type {number[]} */ missing, count = missing.length) =>
    gapWords(phone(missing, count), "own", []);
  assert.equal(sentence([14]), "Nr 14 från den här telefonen saknas. Logga den igen om du saknar något.");
  assert.equal(
    sentence([14, 16]),
    "Nr 14 och 16 från den här telefonen saknas. Logga dem igen om du saknar något.",
  );
  assert.match(sentence([14, 15, 16]), /^Nr 14, 15 och 16 från/);
  assert.match(sentence([14, 15, 16, 17, 18]), /^Nr 14, 15, 16 och 2 till från/);
  assert.match(sentence([14], 9), /^Nr 14 och 8 till från/);
});

test("nothing is said of nothing, of another phone, and of what lies here and is offered again", () => {
  assert.equal(gapWords(phone([]), "own", []), "");
  assert.equal(gapWords(phone([]), "unheard of", []), "");
  assert.equal(gapWords(phone([14]), "own", [{ seq: 14 }]), "");
  assert.match(gapWords(phone([14, 15]), "own", [{ seq: 14 }]), /^Nr 15 från/);
});
