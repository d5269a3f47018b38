/** Activities as their author sees them: folded from the own operations about each and what the server told of it. */

import { AT_THE_DESK, isReadable, NEEDS_PERSON, UNSENT } from "./items.js";
import { read, told } from "./operation.js";

/** @typedef {import("./shapes").Item} Item */
/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./shapes").Change} Change */
/** @typedef {{items: Item[], change?: Change}} Group what is known of one activity */

/** @param {readonly Item[]} items @param {readonly Change[]} [pulled] @returns {Entry[]} newest first */
export function entriesOf(items, pulled = []) {
  /** @type {Map<string, Group>} */
  const groups = new Map(pulled.map((change) => [change.activity_id, { items: [], change }]));
  for (const item of items) {
    const { seq, activity_id } = item;
    const key = isReadable(item) ? activity_id : `#${seq}`;
    const group = groups.get(key) ?? { items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter(({ items: own, change }) => own.length > 0 || change?.activity)
    .map(folded)
    .sort((one, other) => other.saved_at - one.saved_at || other.seq - one.seq);
}

/** @param {Group} group @returns {Entry} */
function folded({ items, change }) {
  const about = /** @type {Partial<Item>} */ (items[0] ?? change);
  const telling = items.filter((item) => isReadable(item) && told(item.body));
  const stored = telling.filter(isStanding);
  const draft = telling.findLast((item) => isOpen(item) || isUnsent(item));
  const ahead = change && change.rev > knownRev(items) ? change : undefined;
  const shown = draft ? undefined : ahead;
  return {
    id: about.activity_id ?? "",
    seq: about.seq ?? 0,
    municipality: about.municipality ?? "",
    saved_at: about.saved_at ?? Infinity,
    ...contentOf(draft ?? stored.at(-1) ?? telling.at(-1), shown, change),
    ...stateOf(items, change, shown),
    rev: revOf(items, change),
    received_at: instant((stored[0]?.receipt ?? change)?.received_at),
    counted_towards: stored.at(-1)?.receipt?.counted_towards ?? [],
    past: { items, change, ahead },
  };
}

/** What a person threw away says nothing of what stands. @param {Item} item */
const isSettled = (item) => Boolean(item.receipt) && !item.closed && !isUnsent(item);
/** @param {Item} item */
const isOpen = ({ state }) => NEEDS_PERSON.has(state);
/** @param {Item} item */
const isUnsent = ({ state }) => UNSENT.has(state);

/** @param {Item} item a version that the server has, or a coordinator took in */
const isStanding = (item) =>
  isSettled(item) &&
  (item.receipt?.status === "stored" || item.decision) &&
  item.kind !== "void" &&
  item.kind !== "withdraw";

/** @param {Item[]} items @param {Change | undefined} change */
const stands = (items, change) => change?.state === "current" || items.some(isStanding);

export const BY_THE_DESK = new Set(["correct", "merge"]);

/** @param {Item[]} items */
const knownRev = (items) =>
  Math.max(0, ...items.filter(isSettled).map(({ receipt }) => receipt?.current?.rev ?? receipt?.rev ?? 0));

/** The version that the next edit builds on: the newest known, and what unsent edits will have made of it; null for none.
 * @param {Item[]} items @param {Change | undefined} change */
function revOf(items, change) {
  const known = Math.max(knownRev(items), change?.rev ?? 0);
  const unsent = items.filter((item) => isUnsent(item) && item.kind !== "void");
  return unsent.reduce((rev, { body }) => Math.max(rev, (read(body)?.base_rev ?? 0) + 1), known) || null;
}

/** The own version, or what the feed tells where it is ahead or all there is. A coordinator's change leaves people and note
 * as they were; another phone's may not, and the feed tells neither.
 * @param {Item | undefined} last own version @param {Change | undefined} ahead @param {Change | undefined} change
 * @returns {Pick<Entry, "activity" | "note" | "whole">} */
function contentOf(last, ahead, change) {
  const own = last ? told(last.body) : null;
  const fed = (ahead ?? (own ? undefined : change))?.activity;
  const isKept = own && BY_THE_DESK.has(ahead?.kind ?? "");
  return {
    activity: fed
      ? { ...fed, participants: isKept ? own.activity.participants : [] }
      : (own?.activity ?? UNREADABLE),
    note: own && (isKept || !fed) && ahead?.has_note !== false ? own.note : "",
    whole: Boolean(isKept || !fed),
  };
}

/** The author's own taking back, unless something newer stands. @param {Item[]} items @param {Change | undefined} change */
function removalOf(items, change) {
  return items.findLast((item) => {
    const isNewest = isUnsent(item) || (item.receipt?.rev ?? Infinity) >= (change?.rev ?? 0);
    return (
      !item.closed && (item.kind === "withdraw" ? isNewest : item.kind === "void" && !stands(items, change))
    );
  });
}

/** @param {Item[]} items @param {Change | undefined} change @param {Change | undefined} ahead
 * @returns {Pick<Entry, "state" | "code" | "errors" | "unsent" | "withdrawing" | "conflict">} */
function stateOf(items, change, ahead) {
  const open = items.find(isOpen);
  const removal = removalOf(items, change);
  const isGone = (ahead?.state ?? "current") !== "current" || (removal !== undefined && !isOpen(removal));
  return {
    state: stateWord(items, open, isGone, change),
    code: open?.receipt?.code ?? "",
    errors: open?.receipt?.errors ?? {},
    unsent: items.some((item) => isUnsent(item) && isReadable(item)),
    withdrawing: Boolean(removal && isUnsent(removal)),
    conflict: open?.state === "conflict" ? { body: open.body, receipt: open.receipt, change } : null,
  };
}

/** @param {Item[]} items @param {Item | undefined} open @param {boolean} isGone @param {Change | undefined} change
 * @returns {Entry["state"]} */
function stateWord(items, open, isGone, change) {
  if (!items.every(isReadable)) {
    return "unreadable";
  }
  if (isGone) {
    return "removed";
  }
  const isRefused = items.at(-1)?.decision?.reason && !stands(items, change);
  return open ? "need" : items.some(isUnsent) ? "wait" : isRefused ? "removed" : "sent";
}

/** @param {string | null | undefined} time */
const instant = (time) => (time ? Date.parse(time) : null);

/** How many activities wait, need their author, wait for a coordinator, and are with the server. @param {readonly Entry[]} entries */
export function tally(entries) {
  const count = (/** @type {(entry: Entry) => boolean} */ which) => entries.filter(which).length;
  return {
    waiting: count(({ state, unsent }) => unsent && state !== "need"),
    need: count(({ state, code }) => state === "unreadable" || (state === "need" && !AT_THE_DESK.has(code))),
    held: count(({ state, code }) => state === "need" && AT_THE_DESK.has(code)),
    received: count(({ state }) => state === "sent"),
  };
}

/** @type {import("./shapes").Activity} */
const UNREADABLE = {
  type: "",
  focus: [],
  organisations: [],
  participants: [],
  others: 0,
  targeted: false,
  outcome: "completed",
  place: null,
  counters: {},
  started: 0,
  ended: null,
};
