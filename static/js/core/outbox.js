/** The life of an operation on the phone: every one ends stored or refused, none is dropped before its receipt. */

/** @typedef {import("./shapes").Item} Item */
/** @typedef {import("./shapes").ItemEvent} ItemEvent */
/** @typedef {import("./shapes").Receipt} Receipt */
/** @typedef {import("./shapes").State} State */

const WEEK = 7 * 86_400_000;

/** What the server has not settled. */
export const UNSENT = new Set(["queued", "sending"]);
/** What waits for a person. */
export const NEEDS_PERSON = new Set(["needs_fix", "conflict", "held", "quarantined"]);
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
    case "durable":
      return isDurable(item, event.through, event.now) ? { ...item, state: "archived" } : item;
    case "close":
      return NEEDS_PERSON.has(item.state) && item.state !== "quarantined"
        ? { ...item, state: "archived" }
        : item;
    default:
      return item.state === "acked" || item.state === "archived" ? back(item) : item;
  }
}

/** @param {Item} item @param {number} now */
export const isReady = ({ state, not_before }, now) => state === "queued" && (not_before ?? 0) <= now;

/** @param {Item} item @param {number} [notBefore] @returns {Item} */
function back({ lease: _, ...item }, notBefore) {
  return {
    ...item,
    state: "queued",
    ...(notBefore === undefined ? {} : { not_before: notBefore, attempts: item.attempts + 1 }),
  };
}

/** Only a receipt that echoes the item's own digest changes it.
 * @param {Item} item @param {Extract<ItemEvent, {type: "receipt"}>} event @returns {Item} */
function received(item, { receipt, now, not_before }) {
  const isMine = receipt.op_id === item.op_id && receipt.sha256 === item.sha256;
  if (!isMine || !UNSENT.has(item.state)) {
    return item;
  }
  const state = settled(item, receipt);
  if (!state) {
    return back(item, not_before);
  }
  const { lease: _, not_before: __, ...rest } = item;
  return { ...rest, state, receipt, settled_at: now };
}

/** @param {Item} item @param {Receipt} receipt @returns {State | null} null for "retry" and words of a later protocol */
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
      return null;
  }
}

/** @param {Item} item @param {Readonly<Record<string, number>>} through @param {number} now */
function isDurable({ state, receipt, municipality, settled_at }, through, now) {
  const isBackedUp = (receipt?.server_seq ?? Infinity) <= (through[municipality] ?? -1);
  return state === "acked" && isBackedUp && now - (settled_at ?? now) >= WEEK;
}

/** What may be forgotten: archived, and older than entries are kept.
 * @param {Item} item @param {number} now @param {number} days */
export const isForgettable = ({ state, saved_at }, now, days) =>
  state === "archived" && now - saved_at > Math.max(7, days) * 86_400_000;

/** Whether a record read from the phone still is an item; one that is not is counted and kept, never sent.
 * @param {any} record */
export const isReadable = (record) =>
  typeof record?.body === "string" &&
  typeof record.op_id === "string" &&
  typeof record.activity_id === "string" &&
  typeof record.sha256 === "string" &&
  typeof record.state === "string";

/** The lowest number that still waits for its receipt. @param {readonly Item[]} items @param {number} next */
export const floor = (items, next) =>
  Math.min(next, ...items.filter(({ state }) => UNSENT.has(state)).map(({ seq }) => seq));
