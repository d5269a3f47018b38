/** What an answer to a sync request means: receipts to apply, or why nothing changed and what to do. */

import { retryAfter } from "./pacing.js";

/** @typedef {import("./shapes").Receipt} Receipt */
/** @typedef {{protocol: 1, batch_id: string, server_now?: string, resync?: boolean, results: Receipt[],
 *   durable_through?: Record<string, number>, cursors?: import("./shapes").Cursors,
 *   changes?: import("./shapes").Told[], more?: boolean, notices?: import("./shapes").Notice[]}} Answer */
/** @typedef {{ok: true, answer: Answer}
 *   | {ok: false, pause: "reauth" | "other_user" | "revoked" | "old_app"}
 *   | {ok: false, shrink: boolean, retryAfter: number | null}} Meaning */
/** @typedef {{status: number, json: unknown, retryAfter: string | null} | null} Raw what came back; null for nothing */

/** A captive portal's 200, a proxy's page and a time-out all mean the same: try later, change nothing.
 * @param {Raw} raw @param {string} batchId @param {number} now @returns {Meaning} */
export function meaning(raw, batchId, now) {
  if (raw?.status === 200 && isAnswer(raw.json, batchId)) {
    return { ok: true, answer: raw.json };
  }
  const code = codeOf(raw?.json);
  const pause = PAUSES[code];
  // The code must be there: a portal may answer 401 or 403 in nobody's name.
  if (raw && pause?.status === raw.status) {
    return { ok: false, pause: pause.why };
  }
  const shrink = raw === null || [400, 408, 411, 413, 504].includes(raw.status);
  return { ok: false, shrink, retryAfter: retryAfter(raw?.retryAfter ?? null, now) };
}

/** @type {Readonly<Record<string, {status: number, why: "reauth" | "other_user" | "revoked" | "old_app"} | undefined>>} */
const PAUSES = {
  reauth: { status: 401, why: "reauth" },
  stream_owner_mismatch: { status: 403, why: "other_user" },
  device_revoked: { status: 410, why: "revoked" },
  upgrade_required: { status: 426, why: "old_app" },
};

/** @param {any} json @returns {string} */
const codeOf = (json) => (typeof json?.code === "string" ? json.code : "");

/** @param {any} json @param {string} batchId @returns {json is Answer} */
const isAnswer = (json, batchId) =>
  json?.protocol === 1 &&
  json.batch_id === batchId &&
  Array.isArray(json.results) &&
  json.results.every(isReceipt);

/** @param {any} one */
const isReceipt = (one) =>
  typeof one?.op_id === "string" && typeof one.sha256 === "string" && typeof one.status === "string";

/** What the request says around the operations. @param {{batch_id: string, stream_id: string, app_build: string,
 *   user: string, client_now: string, cursors: Record<string, unknown>, floor: number, items: readonly import("./shapes").Item[]}} batch */
export const envelope = ({ items, ...frame }) =>
  JSON.stringify({
    protocol: 1,
    ...frame,
    ops: items.map(({ op_id, seq, schema, sha256, body }) => ({ op_id, seq, schema, sha256, body })),
  });
