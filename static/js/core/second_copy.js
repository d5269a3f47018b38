/** The second copy of what no receipt has settled: what is in it, and what of it a log lacks. */

import { NEEDS_PERSON, UNSENT } from "./items.js";

/** @typedef {import("./shapes").Item} Item */
/** @typedef {{stream_id: string, streams: string[], next_seq: number, items: Item[]}} Held one user's log, or what a
 *   second copy holds of it */
/** @typedef {{items: Item[], facts: Record<string, unknown>}} Returning what is put back into a log */

/** What is worth a second copy, each as it was when it was saved: it would go again, and be answered as before.
 * @param {Held} log @returns {Held} */
export const copyOf = ({ items, ...log }) => ({
  ...log,
  items: items.filter(({ state }) => UNSENT.has(state) || NEEDS_PERSON.has(state)).map(asSaved),
});

/** @param {Item} item @returns {Item} */
const asSaved = ({ lease: _, receipt: __, not_before: ___, settled_at: ____, decision: _____, ...item }) => ({
  ...item,
  state: "queued",
  attempts: 0,
});

/** What a log lacks of its copy; null where it lacks nothing. A log that was made anew goes on under the old name and
 * number, so that nothing is numbered twice; in one that has gone on by itself what comes back is numbered anew. What was
 * spoilt in the log gives way to what it was.
 * @param {Held} copy @param {Held} log @returns {Returning | null} */
export function lackingIn(log, copy) {
  const whole = log.items.filter(({ state }) => state !== "quarantined");
  const known = new Set(whole.map(({ op_id }) => op_id));
  const lacking = copy.items.filter(({ op_id }) => !known.has(op_id));
  const isSame = log.streams.includes(copy.stream_id);
  if (!isSame && log.items.length === 0) {
    const { stream_id, streams } = copy;
    return { items: lacking, facts: { stream_id, streams, next_seq: Math.max(log.next_seq, copy.next_seq) } };
  }
  return lacking.length > 0 ? numbered(lacking, { ...log, items: whole }, isSame) : null;
}

/** @param {Item[]} lacking @param {Held} log @param {boolean} isSame @returns {Returning} */
function numbered(lacking, log, isSame) {
  const taken = new Set(log.items.map(({ seq }) => seq));
  let next_seq = isSame ? Math.max(log.next_seq, ...lacking.map(({ seq }) => seq + 1)) : log.next_seq;
  const items = lacking.map((item) => {
    if (isSame && !taken.has(item.seq)) {
      return item;
    }
    next_seq += 1;
    return { ...item, seq: next_seq - 1 };
  });
  return { items, facts: { next_seq } };
}
