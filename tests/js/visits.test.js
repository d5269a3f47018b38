/** A scanned sign begins as an entry at its place. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDraft, span } from "../../static/js/core/draft.js";
import { draftOfVisit, nameOnSign, signOf } from "../../static/js/core/visits.js";
import { entry, MINUTES, MONDAY_AT_THREE } from "./examples.js";

const EMPTY = emptyDraft("1814", "police");
const SIGN = { municipality: "1814", place: "norra" };
const PATROL = { type: "foot_patrol", focus: ["school"], place: "norra" };

test("an address of a sign tells municipality and place, any other address nothing", () => {
  assert.deepEqual(signOf("/p/1814/lanna-badgruva"), { municipality: "1814", place: "lanna-badgruva" });
  assert.deepEqual(signOf("/p/0882/%C3%A5%2Fb%201"), { municipality: "0882", place: "å/b 1" });
  for (const path of [
    "/",
    "/ny",
    "/p/",
    "/p/1814",
    "/p/1814/",
    "/p/lekeberg/norra",
    "/p/1814/%",
    "/pp/1814/a",
  ]) {
    assert.equal(signOf(path), null, path);
  }
});

test("the code of a sign carries its place's name, and nothing that is no name is shown for one", () => {
  assert.equal(nameOnSign("#Lanna%20badgruva"), "Lanna badgruva");
  assert.equal(nameOnSign("#Riksv%C3%A4g%20204%2C%20Lanna%20(norra)"), "Riksväg 204, Lanna (norra)");
  assert.equal(nameOnSign("#S%3At%20Olofs%20skola%2Fpark"), "S:t Olofs skola/park");
  for (const hash of [
    "",
    "#",
    "#%",
    "#https%3A%2F%2Fexample.org",
    "#a%40b.se",
    `#${"a".repeat(61)}`,
    "#%3Cb%3E",
  ]) {
    assert.equal(nameOnSign(hash), "", hash);
  }
});

test("what was done there last is filled in; elsewhere's and what was taken back are not", () => {
  const elsewhere = entry({ state: "sent" }, { ...PATROL, type: "survey", place: "södra" });
  const undone = entry({ state: "removed" }, { ...PATROL, type: "outreach" });
  const away = { ...entry({ state: "sent" }, { ...PATROL, type: "other" }), municipality: "0882" };
  const draft = draftOfVisit(EMPTY, SIGN, [elsewhere, undone, away, entry({ state: "sent" }, PATROL)]);
  assert.deepEqual([draft.type, draft.focus, draft.place], ["foot_patrol", ["school"], "norra"]);
  assert.deepEqual(draft.when, { kind: "now" });
});

test("where nothing was done before, the place alone is filled in", () => {
  const draft = draftOfVisit(EMPTY, SIGN, []);
  assert.deepEqual([draft.type, draft.place], [null, "norra"]);
});

test("a visit that waited ends when it was scanned", () => {
  const at = MONDAY_AT_THREE - 3 * 60 * MINUTES;
  const draft = draftOfVisit(EMPTY, { ...SIGN, at }, []);
  assert.deepEqual(span(draft, MONDAY_AT_THREE), { started: at - 30 * MINUTES, ended: at });
});
