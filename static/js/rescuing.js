/** Brings in another phone's rescue file: only its own person may, and the server judges every operation in it. */

import { isReadable } from "./core/items.js";
import { sync } from "./device/network.js";

/** @typedef {{fault: "format" | "other_user" | "this_phone" | "network" | null, left: number,
 *   counts: Record<string, number>}} Outcome `counts` by status; `left` were not sent */

const AT_ONCE = 50;
const PATIENCE = 60_000;

/** @param {import("./logbook.js").Logbook} book @param {string} text @returns {Promise<Outcome>} */
export async function bringIn(book, text) {
  const file = parsed(text);
  const fault = faultOf(file, book.who.user.id, await book.log.fact("stream_id"));
  const ops = fault ? [] : file.ops.filter(isReadable);
  /** @type {Record<string, number>} */
  const counts = {};
  for (let sent = 0; sent < ops.length; sent += AT_ONCE) {
    const results = await offer(book, file, ops.slice(sent, sent + AT_ONCE));
    if (!results) {
      return { fault: "network", left: ops.length - sent, counts };
    }
    for (const { status, duplicate } of results) {
      const key = duplicate ? "duplicate" : status;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return { fault, left: 0, counts };
}

/** @param {any} file @param {string} user @param {string} stream @returns {Outcome["fault"]} */
function faultOf(file, user, stream) {
  if (file?.format !== "faltlogg-rescue" || file.version !== 1 || !Array.isArray(file.ops)) {
    return "format";
  }
  if (file.user?.id !== user) {
    return "other_user";
  }
  return file.stream_id === stream ? "this_phone" : null;
}

/** @param {import("./logbook.js").Logbook} book @param {any} file @param {import("./core/shapes").Item[]} items
 * @returns {Promise<{status: string, duplicate?: boolean}[] | null>} null where the server did not say */
async function offer(book, { stream_id, made_at }, items) {
  const batch_id = book.powers.newId();
  const ops = items.map(({ op_id, seq, schema, sha256, body }) => ({ op_id, seq, schema, sha256, body }));
  const frame = JSON.stringify({ protocol: 1, batch_id, stream_id, made_at, ops });
  const answer = await sync(frame, PATIENCE, undefined, "/rescue");
  const isAnswer = answer !== null && answer !== "slow" && answer.json?.batch_id === batch_id;
  return isAnswer && answer.status === 200 ? answer.json.results : null;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
