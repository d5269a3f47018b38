/** Operations as they are stored and sent: ids, the body made once as text, and the way back from that text. */

import { rfc3339 } from "./calendar.js";

/** @typedef {import("./shapes").Body} Body */
/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").Captured} Captured */

/** The oldest schema that can say what a body says: what was queued here is read by the servers of older releases too.
 * @param {Body} body @returns {1 | 2 | 3} */
export const schemaOf = ({ kind, proposed_place }) => (kind === "plan" ? 3 : proposed_place ? 2 : 1);

/** The operation as it goes into the outbox. @param {Body} body
 * @param {{now(): number, newId(): string, digest(text: string): Promise<string>}} powers @param {string} [op_id]
 * @returns {Promise<import("./shapes").Sealed>} */
export async function sealed(body, { now, newId, digest }, op_id = newId()) {
  const { activity_id, kind, municipality } = body;
  const text = JSON.stringify(body);
  return {
    op_id,
    activity_id,
    kind,
    municipality,
    schema: schemaOf(body),
    sha256: await digest(text),
    body: text,
    state: "queued",
    saved_at: now(),
    attempts: 0,
  };
}

/** UUIDv7 of a time and ten bytes of chance (RFC 9562). @param {number} now @param {Uint8Array} chance */
export function uuid7(now, chance) {
  const bytes = new Uint8Array(16);
  for (let place = 5, rest = now; place >= 0; place -= 1, rest = Math.floor(rest / 256)) {
    bytes[place] = rest % 256;
  }
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** @param {{activity_id: string, base_rev: number | null, municipality: string, note: string, captured: Captured}} frame
 * @param {Activity} activity @returns {Body} */
export const telling = ({ activity_id, base_rev, municipality, note, captured }, activity) => ({
  kind: base_rev === null ? "create" : "amend",
  activity_id,
  ...(base_rev === null ? {} : { base_rev }),
  municipality,
  type: activity.type,
  focus: [...activity.focus],
  place: activity.place,
  ...(activity.proposed && { proposed_place: activity.proposed }),
  started_at: rfc3339(activity.started),
  ended_at: activity.ended === null ? null : rfc3339(activity.ended),
  organisations: [...activity.organisations],
  participants: [...activity.participants],
  others: activity.others,
  targeted: activity.targeted,
  outcome: activity.outcome,
  counters: { ...activity.counters },
  ...(note ? { note } : {}),
  captured,
});

/** The activity and note that a body tells of; null for one that tells of none, or cannot be read.
 * @param {string} text @returns {{activity: Activity, note: string} | null} */
export function told(text) {
  const body = read(text);
  if (!body?.type || !body.started_at) {
    return null;
  }
  const activity = {
    type: body.type,
    focus: body.focus ?? [],
    organisations: body.organisations ?? [],
    participants: body.participants ?? [],
    others: body.others ?? 0,
    targeted: body.targeted ?? false,
    outcome: /** @type {any} */ (body.outcome) ?? "completed",
    place: body.place ?? null,
    ...(body.proposed_place && { proposed: body.proposed_place }),
    counters: body.counters ?? {},
    started: Date.parse(body.started_at),
    ended: body.ended_at ? Date.parse(body.ended_at) : null,
  };
  return { activity, note: body.note ?? "" };
}

/** @param {string} text @returns {Body | null} */
export function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
