/** The rescue file, out of one phone and into another: what it holds, and why another one is not taken. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { opened, rescueFile } from "../../static/js/core/rescue.js";
import { faultWords, holdsWords, outcomeWords } from "../../static/js/core/rescue_words.js";
import { wholeOf } from "../../static/js/core/whole.js";
import { DAYS, entry, MONDAY_AT_THREE } from "./examples.js";

const NOW = MONDAY_AT_THREE;
const ANNA = { id: "anna", name: "Anna Berg", organisation: "police", role: "officer" };

/** @param {number} seq @param {Partial<import("../../static/js/core/shapes").Item>} [over] @returns {any} */
const item = (seq, over = {}) => ({
  seq,
  op_id: `op-${seq}`,
  activity_id: `activity-${seq}`,
  kind: "create",
  municipality: "1814",
  schema: 1,
  sha256: `digest-${seq}`,
  body: JSON.stringify({ activity_id: `activity-${seq}` }),
  state: "queued",
  saved_at: NOW,
  attempts: 0,
  ...over,
});
/** @param {any[]} items */
const file = (items, user = ANNA) => rescueFile(items, user, "old-phone", NOW - DAYS);
/** @param {string} text */
const held = (text, user = "anna", streams = ["this-phone"]) => opened(text, user, streams);

test("a file holds the unsent whole, and nothing that is received", () => {
  const found = held(file([item(1, { state: "acked" }), item(2), item(3), { seq: 4, state: "quarantined" }]));
  assert.equal(found.fault, null);
  assert.deepEqual(found.fault === null && [found.ops.map(({ seq }) => seq), found.unreadable], [[2, 3], 1]);
});

test("two operations on one activity are one activity", () => {
  const amend = item(2, { activity_id: "activity-1", body: JSON.stringify({ activity_id: "activity-1" }) });
  const found = held(file([item(1), amend]));
  assert.equal(found.fault === null && found.activities, 1);
  assert.equal(found.fault === null && holdsWords(found, NOW), "1 aktivitet från 8 mars, Anna Berg.");
});

test("another's, a damaged one, another format, a newer one, this phone's own and an empty one are not taken", () => {
  const good = file([item(1)]);
  assert.equal(held(good, "bo").fault, "other_user");
  assert.equal(held(good.slice(0, -20)).fault, "damaged");
  assert.equal(held("").fault, "damaged");
  assert.equal(held('{"hej": 1}').fault, "format");
  assert.equal(held("[]").fault, "format");
  assert.equal(held("null").fault, "format");
  assert.equal(held(good.replace('"version": 1', '"version": 2')).fault, "newer");
  assert.equal(held(good, "anna", ["before", "old-phone", "this-phone"]).fault, "this_phone");
  assert.equal(held(file([item(1, { state: "acked" })])).fault, "empty");
  assert.equal(held(good.replace(/"made_at": "[^"]*"/, '"made_at": "i går"')).fault, "damaged");
});

test("each fault says that nothing was sent, or that nothing needs to be", () => {
  const faults = /** @type {const} */ (["damaged", "format", "newer", "other_user", "this_phone", "empty"]);
  for (const fault of faults) {
    assert.match(
      faultWords(fault, "Anna Berg", "Bo Ek"),
      /Inget (är skickat|behöver skickas)|skickas härifrån/,
      fault,
    );
  }
  assert.match(faultWords("other_user", "Elias", "Bo Ek"), /^Filen är Elias, och du är Bo Ek\./);
});

test("every status of what was sent has its words, in one and in several", () => {
  for (const status of ["held", "stored", "duplicate", "conflict", "rejected", "retry"]) {
    const [one] = outcomeWords({ [status]: 1 }, 0);
    const [several] = outcomeWords({ [status]: 7 }, 0);
    assert.match(one ?? "", /^1 post .*\.$/, status);
    assert.match(several ?? "", /^7 poster .*\.$/, status);
  }
  assert.deepEqual(outcomeWords({}, 1), ["1 post är inte skickad. Välj filen igen när nätet är tillbaka."]);
});

test("a whole entry from another phone brings people, note and the version they are of", () => {
  const asked = entry({ id: "a", whole: false, rev: 2, seq: 0 });
  const json = {
    id: "a",
    state: "current",
    rev: 3,
    type: "foot_patrol",
    focus: ["school"],
    organisations: ["police"],
    participants: ["me", "you"],
    others: 1,
    targeted: true,
    outcome: "completed",
    place: "norra",
    counters: {},
    started_at: "2026-03-09T14:00:00+01:00",
    ended_at: null,
    note: "Lugnt",
  };
  const whole = wholeOf(asked, json);
  assert.deepEqual([whole?.rev, whole?.note, whole?.whole], [3, "Lugnt", true]);
  assert.deepEqual(whole?.activity.participants, ["me", "you"]);
  assert.equal(wholeOf(asked, { ...json, id: "b" }), null);
  assert.equal(wholeOf(asked, { ...json, state: "voided" }), null);
  assert.equal(wholeOf(asked, { ...json, note: undefined }), null);
  assert.equal(wholeOf(asked, null), null);
});
