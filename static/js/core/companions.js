/** Who was along on the last patrols: they are likely along again. Ids alone: names are never kept on the phone. */

/** @typedef {import("./shapes").Entry} Entry */

/** @param {readonly Entry[]} entries newest first @param {string} author */
const patrols = (entries, author) =>
  entries
    .filter(({ state }) => state !== "removed" && state !== "unreadable")
    .map(({ activity: { participants, started } }) => ({
      ids: participants.filter((id) => id !== author),
      started,
    }))
    .filter(({ ids }) => ids.length > 0);

/** Those of the last patrol that had any; null without one. @param {readonly Entry[]} entries newest first
 * @param {string} author @returns {{ids: string[], started: number} | null} */
export const lastPatrol = (entries, author) => patrols(entries, author)[0] ?? null;

/** The last patrols' people first, the latest of them foremost; the others in the order given.
 * @template {{id: string}} T @param {readonly T[]} people @param {readonly Entry[]} entries newest first
 * @param {string} author @returns {T[]} */
export function byCompany(people, entries, author) {
  const seen = [...new Set(patrols(entries, author).flatMap(({ ids }) => ids))];
  const rank = (/** @type {T} */ { id }) => (seen.includes(id) ? seen.indexOf(id) : seen.length);
  return [...people].sort((one, other) => rank(one) - rank(other));
}
