/** Colleagues of the last patrols come first, and can be taken along without network. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { byCompany, lastPatrol } from "../../static/js/core/companions.js";
import { entry } from "./examples.js";

const PEOPLE = [{ id: "anna" }, { id: "bo" }, { id: "cia" }, { id: "dag" }];
const ids = (/** @type {{id: string}[]} */ people) => people.map(({ id }) => id).join();

test("those of the last patrols come first, the latest foremost, the others as they were", () => {
  const entries = [
    entry({}, { participants: ["me", "dag"] }),
    entry({}, { participants: ["me", "bo", "dag"] }),
  ];
  assert.equal(ids(byCompany(PEOPLE, entries, "me")), "dag,bo,anna,cia");
  assert.equal(ids(byCompany(PEOPLE, [], "me")), "anna,bo,cia,dag");
});

test("the last patrol is the newest that had company, and was not taken back", () => {
  const entries = [
    entry({ state: "removed" }, { participants: ["me", "anna"] }),
    entry({}, { participants: ["me"] }),
    entry({}, { participants: ["me", "cia", "bo"] }),
    entry({}, { participants: ["me", "dag"] }),
  ];
  assert.deepEqual(lastPatrol(entries, "me")?.ids, ["cia", "bo"]);
  assert.equal(lastPatrol([entry()], "me"), null);
});
