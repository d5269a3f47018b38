/** An entry that is mended is always the author's own organisation's too. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { mending } from "../../static/js/core/mending.js";

const AUTHOR = { id: "me", organisation: "police" };

/** @param {string[]} organisations */
const mended = (organisations) => {
  const activity = {
    organisations,
    participants: ["me", "you"],
    focus: [],
    counters: {},
    started: 0,
    ended: null,
  };
  return mending(/** @type {any} */ ({ activity }), AUTHOR);
};

test("the own organisation is among those that took part, once", () => {
  assert.deepEqual(mended(["municipality"]).organisations, ["police", "municipality"]);
  assert.deepEqual(mended(["police"]).organisations, ["police"]);
});

test("the author is no colleague of their own", () => assert.deepEqual(mended([]).colleagues, ["you"]));
