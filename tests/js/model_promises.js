/** What must hold of the model's phones after every step, and what at the end. */

import assert from "node:assert/strict";
import { entriesOf, tally } from "../../static/js/core/entries.js";
import { isReadable, UNSENT } from "../../static/js/core/items.js";
import { statusLine } from "../../static/js/core/status_line.js";
import { KEPT_DAYS } from "./model_phone.js";
import { sha256 } from "./model_server.js";

/** @typedef {import("../../static/js/core/shapes").Item} Item */
/** @typedef {import("./model_phone.js").Disk} Disk */
/** @typedef {import("./model_server.js").ModelServer} ModelServer */

/** @param {Item} item */
export const shown = (item) =>
  isReadable(item) ? item : { .../** @type {any} */ (item), state: "quarantined" };

/** It waits for its person, who was told. @param {Item} item */
const isStranded = ({ state, receipt }) => state === "conflict" && receipt?.status === "retry";

/** I1 and I2: what was called saved is there as it was saved, until a backup has it or a person threw it away.
 * @param {Disk} disk @param {ModelServer} server */
export function checkPromises(disk, server) {
  const rows = new Map(disk.rows.map((item) => [item.op_id, item]));
  for (const [op_id, digest] of disk.promised) {
    const item = rows.get(op_id);
    if (item) {
      const isAsSaved = sha256(item.body) === digest || disk.spoilt.has(item.seq);
      assert.ok(isAsSaved, `I1: ${op_id} is not as it was saved`);
    } else {
      const isSafe = server.backup.receipts.has(op_id) || disk.dealtWith.has(op_id);
      assert.ok(isSafe, `I2: ${op_id} is gone, and no backup has it`);
    }
  }
  for (const { op_id, receipt, closed, state, seq } of disk.rows) {
    if (closed) {
      disk.dealtWith.add(op_id);
    }
    if (state === "acked" && !disk.spoilt.has(seq) && !closed) {
      assert.ok(server.committed.has(op_id) && receipt, `I2: ${op_id} is called sent and never was`);
    }
  }
}

/** I18: the word for "all sent" is said only when all is. @param {Disk} disk @param {ModelServer} server */
export function checkWords(disk, server) {
  const entries = entriesOf(disk.rows.map(shown), [...disk.told.values()]);
  const sending = { active: false, paused: null, last_success: null };
  const { text } = statusLine(tally(entries), sending, server.now);
  const gone = new Set(entries.filter(({ state }) => state === "removed").map(({ id }) => id));
  const unsent = disk.rows.filter(({ op_id }) => !server.committed.has(op_id));
  if (text === "Allt skickat") {
    assert.deepEqual(
      unsent.filter((item) => !item.closed && !(isStranded(item) && gone.has(item.activity_id))),
      [],
      "I18: all is called sent",
    );
  }
  for (const { state, id } of entries) {
    const isOut = disk.rows.some(
      (item) => item.activity_id === id && UNSENT.has(item.state) && isReadable(item),
    );
    assert.ok(state !== "sent" || !isOut, `I18: ${id} is called sent`);
  }
}

/** Nothing lost, nothing twice, and the phone shows what the server has. @param {Disk} disk @param {ModelServer} server */
export function checkTheEnd(disk, server) {
  const { receipts, numbers } = server.history;
  const streams = disk.facts.get("streams") ?? [disk.facts.get("stream_id")];
  // Of two that go on from one profile the other may have come first: no number is missing.
  const isTaken = (/** @type {Item} */ { closed, seq }) =>
    closed && streams.some((/** @type {string} */ stream) => numbers.has(`${stream} ${seq}`));
  for (const item of disk.rows.filter((one) => isReadable(one) && !disk.spoilt.has(one.seq))) {
    // What was thrown away too: the server knows its number, by a void of nothing where it was restored.
    const isKnown = receipts.has(item.op_id) || isTaken(item);
    assert.ok(isKnown || isStranded(item), `I2: ${item.op_id} (${item.state}) was lost`);
  }
  const rows = new Set(disk.rows.map(({ op_id }) => op_id));
  for (const op_id of disk.promised.keys()) {
    assert.ok(
      rows.has(op_id) || receipts.has(op_id) || disk.dealtWith.has(op_id),
      `I2: ${op_id} was forgotten and is lost`,
    );
  }
  checkEntries(disk, server);
}

/** @param {Disk} disk @param {ModelServer} server */
function checkEntries(disk, server) {
  const entries = entriesOf(disk.rows.map(shown), [...disk.told.values()]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const touched = new Set(
    disk.rows.filter(({ seq }) => disk.spoilt.has(seq)).map(({ activity_id }) => activity_id),
  );
  for (const [id, { state, rev, type, started }] of server.history.activities) {
    const entry = byId.get(id);
    if (entry && ["sent", "removed"].includes(entry.state) && !touched.has(id)) {
      const what = [entry.state === "sent", entry.rev, state === "current" ? entry.activity.type : type];
      assert.deepEqual(what, [state === "current", rev, type], `I19: ${id} is not as the server has it`);
    }
    const isOld = started < server.now - KEPT_DAYS * 86_400_000;
    assert.ok(entry || isOld || state !== "current", `I19: ${id} is missing on a phone`);
  }
}
