/** The rescue file: what is unsent, whole, for the same person on another phone. */

/** @param {readonly import("./shapes").Item[]} items @param {import("./shapes").User} user @param {string} stream_id
 * @param {number} now */
export function rescueFile(items, user, stream_id, now) {
  const ops = items.filter(({ state }) => state !== "acked" && state !== "archived");
  const made_at = new Date(now).toISOString();
  return JSON.stringify({ format: "faltlogg-rescue", version: 1, user, stream_id, made_at, ops }, null, 1);
}
