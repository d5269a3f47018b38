/** What one answer changes on the phone, decided as a whole: receipts, the feed, cursors, notices, what may be forgotten. */

import { advance } from "./outbox.js";

/** @typedef {import("./shapes").Change} Change */
/** @typedef {import("./shapes").Item} Item */
/** @typedef {import("./shapes").Kept} Kept */
/** @typedef {import("./shapes").Settlement} Settlement */
/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {{batch_id: string, size: number, now: number, days: number, mayOffer: boolean,
 *   delay(attempt: number): number, newStream(): string}} Sent what was sent, and by whose rules: `mayOffer` where all
 *   may be offered again, `delay` before an item's next attempt */

const DAY = 86_400_000;

/** @param {Kept} kept @param {Answer} answer @param {Sent} sent @returns {Settlement} */
export function settlement(kept, answer, sent) {
  const batch = kept.items.filter(({ lease }) => lease?.batch_id === sent.batch_id);
  if (sent.size > 0 && batch.length === 0) {
    return NOTHING; // another tab took the batch over: its answer counts, this one may be of another time
  }
  const at = Date.parse(answer.server_now ?? "");
  const isOffering = Boolean(answer.resync) && sent.mayOffer;
  const weighed = kept.items.map((item) => heard(weigh(item, answer, { ...sent, at, isOffering }), answer));
  const forgotten = answer.resync ? [] : weighed.filter((item) => isForgettable(item, at, sent.days));
  return {
    items: weighed.filter((item, place) => item !== kept.items[place] && !forgotten.includes(item)),
    forgotten: forgotten.map(({ seq }) => seq),
    ...fed(kept, answer, isOffering, at - sent.days * DAY),
    facts: {
      last_contact: sent.now,
      ...(sent.size > 0 ? { last_success: sent.now } : {}),
      ...cursorsOf(kept, answer, batch, isOffering),
      ...noted(kept, answer, sent),
    },
  };
}

/** How far the feed is known. It leaves out what the batch itself did: an answer that lacks a receipt takes nobody further.
 * @param {Kept} kept @param {Answer} answer @param {Item[]} batch @param {boolean} isOffering */
function cursorsOf({ cursors }, { resync, results, ...answer }, batch, isOffering) {
  if (resync) {
    return isOffering ? { cursors: {} } : {};
  }
  const isAnswered = (/** @type {Item} */ item) =>
    results.some(({ op_id, sha256 }) => op_id === item.op_id && sha256 === item.sha256);
  return batch.every(isAnswered) ? { cursors: { ...cursors, ...answer.cursors } } : {};
}

/** @type {Settlement} */
export const NOTHING = { items: [], forgotten: [], isPulledAnew: false, pulled: [], unpulled: [], facts: {} };

/** What may be forgotten: archived, confirmed by the server since (or thrown away by a person), and settled longer ago than
 * entries are kept; both times are the server's. @param {Item} item @param {number} now @param {number} days */
export const isForgettable = ({ state, confirmed, closed, settled_at, saved_at }, now, days) =>
  state === "archived" &&
  Boolean(confirmed || closed) &&
  now - (settled_at ?? saved_at) > Math.max(7, days) * DAY;

/** @param {Item} item @param {Answer} answer @param {Sent & {at: number, isOffering: boolean}} sent @returns {Item} */
function weigh(item, answer, { batch_id, at, now, delay, isOffering }) {
  const receipt = answer.results.find(({ op_id }) => op_id === item.op_id);
  const settled_at = Number.isNaN(at) ? now : at;
  const not_before = now + delay(item.attempts + 1);
  const read = receipt
    ? advance(item, { type: "receipt", receipt, batch_id, now: settled_at, not_before })
    : item;
  if (read.lease?.batch_id === batch_id) {
    // What the answer left out, or answered with another digest, goes back into the queue.
    return advance(read, { type: "release", not_before });
  }
  if (answer.resync) {
    // A server that lost its memory promises nothing about what it had.
    return isOffering && read === item ? advance(read, { type: "offer again" }) : read;
  }
  return advance(read, { type: "durable", through: answer.durable_through ?? {}, now: at });
}

/** What a coordinator decided on. @param {Item} item @param {Answer} answer @returns {Item} */
function heard(item, { changes = [], resync }) {
  const change = resync ? undefined : changes.find(({ settles }) => settles === item.op_id);
  return change
    ? advance(item, {
        type: "decided",
        at: Date.parse(change.received_at),
        reason: (isRefusal(change) && change.reason) || "",
      })
    : item;
}

/** Makes no version of the activity: what stands is as it was. @param {import("./shapes").Told} change */
const isRefusal = ({ kind, settles, reason }) => kind === "void" && settles && reason;

/** @param {Kept} kept @param {Answer} answer @param {boolean} isOffering @param {number} oldest
 * @returns {Pick<Settlement, "isPulledAnew" | "pulled" | "unpulled">} */
function fed({ pulled, items }, { changes = [], resync }, isOffering, oldest) {
  if (resync) {
    return { isPulledAnew: isOffering, pulled: [], unpulled: [] };
  }
  const known = new Map(pulled.map((row) => [keyOf(row), row]));
  const news = changes.filter((change) => !isRefusal(change) && isNewer(change, known.get(keyOf(change))));
  const whole = news.map(({ activity, ...change }) => {
    const facts = activity ? activityOf(activity) : known.get(keyOf(change))?.activity;
    const saved_at = Date.parse(change.received_at);
    return { ...change, saved_at, ...(facts && { activity: facts, has_note: activity?.has_note ?? true }) };
  });
  const own = new Set(items.map(({ activity_id }) => activity_id));
  const isOld = (/** @type {Change} */ { activity_id, activity, saved_at }) =>
    (activity?.started ?? saved_at) < oldest && !own.has(activity_id);
  return { isPulledAnew: false, pulled: whole.filter((row) => !isOld(row)), unpulled: pulled.filter(isOld) };
}

/** What the server tells of an activity, as the rules see one: without people, whom no feed tells.
 * @param {import("./shapes").Facts} facts @returns {import("./shapes").Activity} */
export const activityOf = ({ type, focus, place, started_at, ended_at, ...facts }) => ({
  type,
  focus,
  place,
  ...(facts.proposed_place && { proposed: facts.proposed_place }),
  organisations: facts.organisations,
  participants: [],
  others: facts.others,
  targeted: facts.targeted,
  outcome: facts.outcome,
  counters: facts.counters,
  started: Date.parse(started_at),
  ended: ended_at ? Date.parse(ended_at) : null,
});

/** Answers may come late, and twice. @param {import("./shapes").Told} change @param {Change | undefined} row */
const isNewer = ({ municipality, activity_id, server_seq, rev }, row) =>
  typeof municipality === "string" &&
  typeof activity_id === "string" &&
  Number.isInteger(rev) &&
  server_seq > (row?.server_seq ?? 0);

/** @param {{municipality: string, activity_id: string}} change */
const keyOf = ({ municipality, activity_id }) => `${municipality} ${activity_id}`;

/** What the server says about this phone. A lost storage stays noted until a person has read it; a clock until it is right.
 * @param {Kept} kept @param {Answer} answer @param {Sent} sent @returns {Record<string, unknown>} */
function noted(kept, { notices = [] }, { now, newStream }) {
  const { clock_off: _, ...notes } = kept.notices;
  /** @type {Record<string, unknown>} */
  const facts = {};
  for (const notice of notices) {
    if (notice.code === "clock_off") {
      Object.assign(notes, { clock_off: { seconds: notice.seconds } });
    } else if (notice.code === "storage_lost") {
      const { highest_seq, last_contact } = notice;
      Object.assign(notes, { storage_lost: { ...notes.storage_lost, highest_seq, last_contact } });
    } else if (notice.code === "stream_cloned") {
      // Another phone has this one's copy and sends under the same name: from now on we have a name of our own.
      Object.assign(notes, { stream_cloned: { at: now } });
      facts["streams"] = [...kept.streams, newStream()];
      facts["stream_id"] = /** @type {string[]} */ (facts["streams"]).at(-1);
    }
  }
  return { ...facts, notices: notes };
}
