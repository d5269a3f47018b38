/** What the phone says of itself beside its entries: what was noticed, why nothing is sent, how safely things are kept. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { noticesOf } from "../../static/js/core/notices.js";
import { pauseOf } from "../../static/js/core/pauses.js";
import { storageWords } from "../../static/js/core/storage_words.js";
import { MONDAY_AT_THREE } from "./examples.js";

const NOW = MONDAY_AT_THREE;

test("a storage that was cleared: what is received, and that the rest is gone", () => {
  const [notice] = noticesOf(
    { storage_lost: { highest_seq: 14, last_contact: "2026-03-09T14:02:00+01:00" } },
    NOW,
  );
  assert.equal(
    notice?.sentence,
    "Webbläsaren har rensat det som låg i telefonen. Det som var skickat till och med 14:02 är mottaget; det som inte hunnit skickas är borta.",
  );
  assert.ok(notice.button);
  const [other] = noticesOf({ storage_lost: { highest_seq: 1, last_contact: null } }, NOW);
  assert.match(other?.sentence ?? "", /Det som var skickat är mottaget/);
});

test("a clock that is wrong, by as much as one can say", () => {
  const by = (/** @type {number} */ seconds) => noticesOf({ clock_off: { seconds } }, NOW)[0]?.sentence;
  assert.match(by(720) ?? "", /går 12 minuter fel/);
  assert.match(by(-7200) ?? "", /går 2 timmar fel/);
  assert.match(by(-86_400 * 3650) ?? "", /går 3650 dygn fel/);
});

test("the gravest comes first, each with its button, and nothing is said of nothing", () => {
  const all = noticesOf(
    {
      clock_off: { seconds: 720 },
      stream_cloned: { at: NOW },
      differing: { op_ids: ["a"] },
      storage_lost: { highest_seq: 1, last_contact: null },
    },
    NOW,
  );
  assert.deepEqual(
    all.map(({ code }) => code),
    ["storage_lost", "differing", "stream_cloned", "clock_off"],
  );
  assert.ok(all.every(({ sentence, button }) => sentence.endsWith(".") && button));
  assert.deepEqual(noticesOf({}, NOW), []);
  assert.deepEqual(noticesOf({ differing: { op_ids: [] } }, NOW), []);
});

test("a pause says what is, what to do and that nothing is lost, and has a way out", () => {
  assert.equal(
    pauseOf("reauth", 3, "Sara")?.sentence,
    "Logga in igen för att skicka. Dina 3 aktiviteter ligger kvar i telefonen.",
  );
  assert.match(
    pauseOf("other_user", 1, "Sara")?.sentence ?? "",
    /Logga in som Sara för att skicka\. Din akt/,
  );
  for (const why of /** @type {const} */ (["reauth", "other_user", "revoked", "old_app", "storage"])) {
    const pause = pauseOf(why, 2, "Sara");
    assert.match(pause?.sentence ?? "", /ligger kvar/, why);
    assert.ok(pause?.button, why);
  }
  assert.equal(pauseOf(null, 3, "Sara"), null);
});

test("storage in words: promised or not, how much, and what to do when it is nearly full", () => {
  const kept = storageWords({ kept: true, used: 4_200_000, room: 38e9 }, 0);
  assert.match(kept.promise, /har lovat att behålla/);
  assert.equal(kept.size, "Fältlogg använder 4,2 MB. Det finns plats för 38 GB till.");
  assert.equal(kept.full, "");
  const full = storageWords({ kept: false, used: 52_000_000, room: 9_000_000 }, 2);
  assert.match(full.promise, /har inte lovat/);
  assert.equal(full.full, "Telefonen är nästan full. Spara en kopia av det som väntar.");
  assert.match(storageWords({ kept: false, used: 1, room: 1 }, 0).full, /Ta bort något annat/);
  assert.deepEqual(storageWords({ kept: false, used: null, room: null }, 2).size, "");
});
