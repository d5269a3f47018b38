/** The life of an operation on the phone: every one ends stored or refused, none is dropped before its receipt. */

import { closed, UNSENT } from "./items.js";

/** @typedef {import("./shapes").Item} Item */
/** @typedef {import("./shapes").ItemEvent} ItemEvent */
/** @typedef {import("./shapes").Receipt} Receipt */
/** @typedef {import("./shapes").State} State */

const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000; // no wait is longer: one that seems so was written by another clock

/** Refusals of a retraction that leave nothing to do: there is no such activity any more. */
const ALREADY_SO = new Set(["already_withdrawn", "unknown_activity"]);

/** The item after the event; the same item where the event does not concern it.
 * @param {Item} item @param {ItemEvent} event @returns {Item} */
export function advance(item, event) {
  switch (event.type) {
    case "lease":
      return isReady(item, event.now)
        ? { ...item, state: "sending", lease: { batch_id: event.batch_id, until: event.until } }
        : item;
    case "release":
      return item.state === "sending" ? back(item, event.not_before) : item;
    case "receipt":
      return received(item, event);
    case "spoilt":
      return UNSENT.has(item.state) ? { ...back(item), state: "quarantined" } : item;
    case "decided":
      return UNSENT.has(item.state) || item.state === "held"
        ? decided({ ...item, decision: { at: event.at, reason: event.reason } })
        : item;
    case "close":
      return closed(item);
    default:
      return remembered(item, event);
  }
}

/** What becomes of a settled one as the server is seen to keep it, or to have lost it.
 * @param {Item} item @param {Extract<ItemEvent, {type: "durable" | "confirmed" | "offer again"}>} event @returns {Item} */
function remembered(item, event) {
  switch (event.type) {
    case "durable":
      return isDurable(item, event.through, event.now) ? { ...item, state: "archived" } : item;
    case "confirmed":
      return item.state === "archived" && !item.confirmed ? { ...item, confirmed: true } : item;
    default:
      // Not what a person threw away: a server that forgot why it said no might say yes this time.
      return (UNSENT.has(item.state) && !item.decision) || item.closed
        ? item
        : { ...back(item), attempts: 0, decision: undefined };
  }
}

/** @param {Item} item @param {number} now */
export const isReady = ({ state, not_before = 0 }, now) =>
  state === "queued" && (not_before <= now || not_before > now + HOUR);

/** What may go now; what is made of an entry never goes before it. @param {readonly Item[]} items @param {number} now */
export function readyOf(items, now) {
  const late = new Set(
    items
      .filter((item) => item.state === "queued" && !isReady(item, now))
      .map(({ activity_id }) => activity_id),
  );
  return items.filter((item) => isReady(item, now) && !late.has(item.activity_id));
}

/** @param {Item} item @param {number} [notBefore] @returns {Item} */
function back({ lease: _, confirmed: __, ...item }, notBefore) {
  return {
    ...item,
    state: "queued",
    ...(notBefore === undefined ? {} : { not_before: notBefore, attempts: item.attempts + 1 }),
  };
}

/** Only a receipt that echoes the item's own digest changes it, and only in the answer to the batch it went out with:
 * a late answer may come from a server that has been restored since.
 * @param {Item} item @param {Extract<ItemEvent, {type: "receipt"}>} event @returns {Item} */
function received(item, { receipt, batch_id, now, not_before }) {
  const isMine = receipt.op_id === item.op_id && receipt.sha256 === item.sha256;
  if (!isMine || item.lease?.batch_id !== batch_id) {
    return item;
  }
  const state = settled(item, receipt);
  if (!state) {
    return back(item, not_before);
  }
  const { lease: _, not_before: __, ...rest } = item;
  return decided({ ...rest, state, receipt, settled_at: now });
}

/** Taken in, it is with the server, and offered again if that forgets it; refused, it is put aside. The decision may be
 * heard before the receipt is. @param {Item} item @returns {Item} */
function decided(item) {
  if (item.state !== "held" || !item.decision) {
    return item;
  }
  return item.decision.reason ? { ...item, state: "archived", closed: true } : { ...item, state: "acked" };
}

/** @param {Item} item @param {Receipt} receipt @returns {State | null} null for most "retry" and words of a later protocol */
function settled(item, receipt) {
  switch (receipt.status) {
    case "stored":
      return "acked";
    case "rejected":
      return item.kind !== "create" && item.kind !== "amend" && ALREADY_SO.has(receipt.code ?? "")
        ? "acked"
        : "needs_fix";
    case "conflict":
      return "conflict";
    case "held":
      return "held";
    default:
      return isStranded(item, receipt) ? "conflict" : null;
  }
}

const LONG = 10; // attempts: what an operation builds on has had its time to come
const BUILDS_ON_NOTHING = new Set(["earlier_version_missing", "unknown_activity"]);

/** The version that it changes is gone, lost with another phone or with a restored server: a person must say what stands.
 * @param {Item} item @param {Receipt} receipt */
const isStranded = ({ attempts }, { status, code = "" }) =>
  status === "retry" && BUILDS_ON_NOTHING.has(code) && attempts >= LONG;

/** @param {Item} item @param {Readonly<Record<string, number>>} through @param {number} now */
function isDurable({ state, receipt, municipality, settled_at }, through, now) {
  const isBackedUp = (receipt?.server_seq ?? Infinity) <= (through[receipt?.ledger ?? municipality] ?? -1);
  return state === "acked" && isBackedUp && now - (settled_at ?? now) >= WEEK;
}

/** The lowest number that still waits for its receipt. @param {readonly Item[]} items @param {number} next */
export const floor = (items, next) =>
  Math.min(next, ...items.filter(({ state }) => UNSENT.has(state)).map(({ seq }) => seq));
