/** The rescue file: what is unsent, whole, for the same person on another phone; and what such a file turns out to hold. */

import { isReadable } from "./items.js";

/** @typedef {import("./shapes").Item} Item */
/** @typedef {"damaged" | "format" | "newer" | "other_user" | "this_phone" | "empty"} Fault */
/** @typedef {{fault: Fault, name: string} | {fault: null, name: string, stream_id: string, made_at: string, ops: Item[],
 *   activities: number, unreadable: number}} Held */

const FORMAT = "faltlogg-rescue";
const VERSION = 1;

/** @param {readonly Item[]} items @param {import("./shapes").User} user @param {string} stream_id
 * @param {number} now */
export function rescueFile(items, user, stream_id, now) {
  const ops = items.filter(({ state }) => state !== "acked" && state !== "archived");
  const made_at = new Date(now).toISOString();
  return JSON.stringify({ format: FORMAT, version: VERSION, user, stream_id, made_at, ops }, null, 1);
}

/** What a file holds, or why it cannot be brought in here; nothing is done with it yet.
 * @param {string} text @param {string} user who brings it in @param {readonly string[]} streams this phone's own @returns {Held} */
export function opened(text, user, streams) {
  const file = parsed(text);
  const name = typeof file?.user?.name === "string" ? file.user.name : "";
  const fault = faultOf(file, user, streams);
  if (fault) {
    return { fault, name };
  }
  const ops = file.ops.filter(isReadable);
  return {
    fault: null,
    name,
    stream_id: file.stream_id,
    made_at: file.made_at,
    ops,
    activities: new Set(ops.map((/** @type {Item} */ { activity_id }) => activity_id)).size,
    unreadable: file.ops.length - ops.length,
  };
}

/** @param {any} file @param {string} user @param {readonly string[]} streams @returns {Fault | null} */
function faultOf(file, user, streams) {
  if (file === undefined) {
    return "damaged";
  }
  if (file?.format !== FORMAT) {
    return "format";
  }
  if (file.version !== VERSION) {
    return "newer";
  }
  if (file.user?.id !== user) {
    return "other_user";
  }
  if (
    typeof file.stream_id !== "string" ||
    !Array.isArray(file.ops) ||
    Number.isNaN(Date.parse(file.made_at))
  ) {
    return "damaged";
  }
  if (streams.includes(file.stream_id)) {
    return "this_phone";
  }
  return file.ops.some(isReadable) ? null : "empty";
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
