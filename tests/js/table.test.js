/** Own entries as a table, and the way to the home screen by what a browser says of itself. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { platformOf } from "../../static/js/core/platform.js";
import { tableOf } from "../../static/js/core/table.js";
import { activity, DAYS, entry, reference } from "./examples.js";

/** @param {import("../../static/js/core/shapes").Entry[]} entries */
const linesOf = (entries) => tableOf(entries, reference()).split("\r\n");

test("a table opens as one: a mark for the letters, semicolons, the oldest first", () => {
  const older = entry({ activity: { ...activity(), started: activity().started - DAYS } });
  const [head = "", ...lines] = linesOf([entry({}), older]);
  assert.ok(head.startsWith("\ufeffDatum;Start;Slut;Minuter;Kommun;Typ;"));
  assert.deepEqual(
    lines.map((line) => line.slice(0, 10)),
    ["2026-03-08", "2026-03-09", ""],
  );
  const width = head.split(";").length;
  assert.ok(lines.slice(0, 2).every((line) => line.split(";").length === width));
  assert.ok(!lines.join().includes("\u00ad"));
});

test("what was taken back or cannot be read is no row", () => {
  assert.equal(linesOf([entry({ state: "removed" }), entry({ state: "unreadable" })]).length, 2);
});

test("a note stays in its cell and becomes no formula", () => {
  const [, told = ""] = linesOf([entry({ note: '=HYPERLINK("x");\nrad två' })]);
  const whole = tableOf([entry({ note: '=HYPERLINK("x");\nrad två' })], reference());
  assert.ok(whole.includes(`;"'=HYPERLINK(""x"");\nrad två";`), told);
});

test("every platform is told its own way", () => {
  const agents = /** @type {const} */ ([
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", 5, "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", 5, "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", 0, "safari"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0 Safari/537.36", 0, "desktop"],
    ["Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36", 5, "android"],
    ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", 5, "firefox-android"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 0, "firefox"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0", 10, "desktop"],
  ]);
  for (const [agent, touches, platform] of agents) {
    assert.equal(platformOf(agent, touches), platform, agent);
  }
});
