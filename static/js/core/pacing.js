/** When to try again and how much to send at once: full jitter, and batches that grow and shrink. */

const BASE = 2_000;
const CAP = 15 * 60_000;
const CAP_VISIBLE = 60_000;
const LEAST = 25;
const MOST = 100;
const WIRE = 200 * 1024; // the server takes 256 KiB; the envelope and escapes need room

/** How long to wait before attempt number `attempt` (from 1). The server's word goes before ours.
 * @param {{attempt: number, visible: boolean, retryAfter: number | null, chance: number}} after @returns {number} milliseconds */
export function delay({ attempt, visible, retryAfter, chance }) {
  if (retryAfter !== null) {
    return retryAfter * 1000;
  }
  const ceiling = Math.min(visible ? CAP_VISIBLE : CAP, BASE * 2 ** Math.min(attempt - 1, 12));
  return Math.round(chance * ceiling);
}

/** Seconds of a Retry-After header, as a number or a date. @param {string | null} header @param {number} now */
export function retryAfter(header, now) {
  if (header === null || header.trim() === "") {
    return null;
  }
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, Math.ceil(seconds)), 3600);
}

/** @param {number} size @param {"grow" | "shrink"} how */
export const batchSize = (size, how) =>
  how === "grow" ? Math.min(MOST, size * 2) : Math.max(1, Math.floor(size / 2));

export const FIRST_BATCH = LEAST;

/** The first items that fit in one request, in order of saving.
 * @template {{body: string}} T @param {readonly T[]} items @param {number} size @returns {T[]} */
export function batchOf(items, size) {
  let bytes = 0;
  const end = items.findIndex(({ body }, place) => {
    bytes += body.length * 1.2 + 300;
    return place >= size || (bytes > WIRE && place > 0);
  });
  return items.slice(0, end === -1 ? items.length : end);
}

/** How long a request may take: 20 s and what a line of 2 kB/s needs. @param {number} bytes */
export const timeLimit = (bytes) => 20_000 + bytes / 2;
