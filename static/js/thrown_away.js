/** A server that was restored is not offered again what a person threw away; it is told so, lest its number look lost. */

import { envelope } from "./core/answers.js";
import { floor } from "./core/outbox.js";
import { discarding } from "./core/taking_back.js";

/** @typedef {import("./core/shapes").OutboxPort} OutboxPort */
/** @typedef {Pick<import("./logbook.js").Powers, "now" | "newId" | "captured" | "digest">} Powers */

const AT_ONCE = 100;

/** The numbers of what was thrown away and is not there go as voids of nothing: under their own ids, without their words.
 * @param {OutboxPort} log @param {Powers} powers @param {{user: string, build: string}} sender
 * @param {(text: string, door?: "/reconcile") => Promise<any>} post gives the server's answer, null for none */
export async function explain(log, powers, { user, build }, post) {
  const items = await log.items();
  const thrown = items.filter(({ closed }) => closed).slice(-AT_ONCE);
  const stream_id = await log.fact("stream_id");
  const named = thrown.map(({ op_id, sha256 }) => ({ op_id, sha256 }));
  const answer = named.length
    ? await post(JSON.stringify({ protocol: 1, stream_id, items: named }), "/reconcile")
    : null;
  const missing = thrown.filter(({ op_id }) => answer?.missing?.includes(op_id));
  if (missing.length > 0) {
    const batch = {
      batch_id: powers.newId(),
      stream_id,
      app_build: build,
      user,
      client_now: new Date(powers.now()).toISOString(),
      cursors: (await log.fact("cursors")) ?? {},
      floor: floor(items, await log.fact("next_seq")),
      items: await Promise.all(missing.map((item) => emptied(item, powers))),
    };
    await post(envelope(batch));
  }
}

/** No version is named: whatever stands of the activity stays as it is.
 * @param {import("./core/shapes").Item} item @param {Powers} powers */
async function emptied({ activity_id, municipality, ...item }, { captured, digest }) {
  const body = JSON.stringify(discarding({ activity_id, municipality, captured: captured() }));
  const schema = /** @type {const} */ (1);
  return { ...item, activity_id, municipality, schema, body, sha256: await digest(body) };
}
