import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../static/js/core/operation.js";
import { explain } from "../../static/js/thrown_away.js";
import { sha256 } from "./model_server.js";
import { Shelf } from "./shelf.js";

const POWERS = {
  now: () => 1_800_000_000_000,
  newId: () => "a batch",
  captured: () => ({ wall: "then", mono_ms: 0, boot_id: "boot" }),
  digest: (/** @type {string} */ text) => Promise.resolve(sha256(text)),
};
const SENDER = { user: "me", build: "test" };

/** What was refused and thrown away, and beside it an entry that is sent. */
function phone() {
  const shelf = new Shelf();
  const [thrown, kept] = ["thrown", "kept"].map((op_id, place) => {
    const body = JSON.stringify({ kind: "create", activity_id: `activity of ${op_id}`, note: "Ring Anna" });
    const of = { op_id, activity_id: `activity of ${op_id}`, municipality: "1814", kind: "create" };
    const receipt = { op_id, sha256: sha256(body), status: "stored" };
    const item = { ...of, seq: place + 1, body, sha256: sha256(body), receipt, state: "acked", attempts: 0 };
    return /** @type {any} */ (op_id === "thrown" ? { ...item, state: "archived", closed: true } : item);
  });
  shelf.outbox = new Map([
    [1, thrown],
    [2, kept],
  ]);
  shelf.facts.set("next_seq", 3);
  return shelf;
}

/** @param {string[] | null} missing @returns {Promise<any[]>} the batches that were sent */
async function told(missing) {
  /** @type {any[]} */
  const batches = [];
  await explain(phone(), POWERS, SENDER, (text, door) => {
    const message = JSON.parse(text);
    if (door) {
      assert.deepEqual(
        message.items.map((/** @type {any} */ { op_id }) => op_id),
        ["thrown"],
      );
      return Promise.resolve(missing && { missing, different: [] });
    }
    batches.push(message);
    return Promise.resolve(null);
  });
  return batches;
}

test("a server that forgot what was thrown away is told of its number, by a void of nothing", async () => {
  const [{ ops, user, floor }] = await told(["thrown"]);

  assert.deepEqual([ops.length, ops[0].op_id, ops[0].seq, user, floor], [1, "thrown", 1, "me", 3]);
  assert.equal(ops[0].sha256, sha256(ops[0].body));
  assert.deepEqual(read(ops[0].body), {
    kind: "void",
    activity_id: "activity of thrown",
    municipality: "1814",
    captured: POWERS.captured(),
  });
});

test("nothing is sent to a server that knows it, or that does not answer", async () => {
  assert.deepEqual(await told([]), []);
  assert.deepEqual(await told(null), []);
});
