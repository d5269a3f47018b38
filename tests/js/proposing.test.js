/** A place that is not listed: what its name may say, how little its point tells, and what such an entry counts for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { activityOf, again, emptyDraft } from "../../static/js/core/draft.js";
import { factsOf } from "../../static/js/core/facts.js";
import { claims, whereOf } from "../../static/js/core/figures.js";
import { mending } from "../../static/js/core/mending.js";
import { schemaOf, telling, told } from "../../static/js/core/operation.js";
import { isNamed } from "../../static/js/core/places_found.js";
import { coarse, faultOf, proposalOf } from "../../static/js/core/proposing.js";
import { reason } from "../../static/js/core/reasons.js";
import { commitment, entry, MONDAY_AT_THREE, reference } from "./examples.js";

const REFERENCE = reference(commitment());

const FOREST = { name: "Norra skogen", point: /** @type {[number, number]} */ ([59.167, 14.868]) };
const DRAFT = {
  ...emptyDraft("1814", "police"),
  type: "traffic_check",
  focus: ["speed"],
  proposed: FOREST,
};
const FRAME = {
  activity_id: "a",
  base_rev: null,
  municipality: "1814",
  note: "",
  captured: { wall: "", mono_ms: 0, boot_id: "" },
};

test("a point is told to about a hundred metres, and the server takes it", () => {
  assert.deepEqual(coarse([59.16749, 14.86899]), [59.167, 14.868]);
  assert.deepEqual(coarse([55.3367, 13.3594]), [55.337, 13.36]);
  assert.deepEqual(coarse([-0.0004, 180]), [-0, 180]);
});

test("where the phone is goes along only when it may be told", () => {
  assert.deepEqual(proposalOf("  Norra skogen ", null), { name: "Norra skogen" });
  assert.deepEqual(proposalOf("Norra skogen", [59.16749, 14.86899]), FOREST);
});

test("a name that points out a person, or none at all, is not used", () => {
  assert.match(faultOf("Hos Kalle 070-123 45 67"), /personuppgift/);
  assert.equal(faultOf("  "), "Skriv vad platsen heter.");
  assert.equal(faultOf("Vändplanen vid väg 204"), "");
});

test("what is listed already, under whichever name, is not proposed once more", () => {
  const [first] = REFERENCE.places;
  assert.ok(first);
  const known = { ...REFERENCE, places: [{ ...first, aliases: ["Backen"] }] };
  assert.ok(isNamed(known, first.name.toUpperCase()));
  assert.ok(isNamed(known, "backen"));
  assert.ok(!isNamed(known, "Norra skogen"));
});

test("the operation carries it under the schema that can say it, and is read back", () => {
  const body = telling(FRAME, activityOf(DRAFT, "me", MONDAY_AT_THREE));

  assert.equal(schemaOf(body), 2);
  assert.deepEqual([body.place, body.proposed_place], [null, FOREST]);
  assert.deepEqual(told(JSON.stringify(body))?.activity.proposed, FOREST);
  const { proposed: _, ...without } = DRAFT;
  const plain = telling(FRAME, activityOf({ ...without, place: "norra" }, "me", MONDAY_AT_THREE));
  assert.equal(schemaOf(plain), 1);
  assert.ok(!("proposed_place" in plain));
});

test("it counts as no place, and says so", () => {
  const activity = activityOf(DRAFT, "me", MONDAY_AT_THREE);
  const found = claims(REFERENCE, activity, MONDAY_AT_THREE);

  assert.equal(found.find(({ commitment }) => commitment.id === "speed-checks")?.fails, "flagged");
  assert.match(
    reason(
      found.filter(({ fails }) => fails),
      REFERENCE,
      activity,
    ),
    /platsen är bara föreslagen/,
  );
});

test("it is shown by its name, mended with it and done again there", () => {
  const logged = entry({ activity: activityOf(DRAFT, "me", MONDAY_AT_THREE) });

  assert.equal(whereOf(REFERENCE, logged.activity), "Norra skogen");
  const facts = factsOf(REFERENCE, logged.activity, null, MONDAY_AT_THREE);
  assert.ok(facts.some(({ label, words }) => label === "Föreslagen plats" && words === "Norra skogen"));
  assert.deepEqual(mending(logged, { id: "me", organisation: "police" }).proposed, FOREST);
  assert.deepEqual(again(emptyDraft("1814", "police"), logged.activity).proposed, FOREST);
});
