/** Activities as their author sees them: folded from the operations about each, newest first. */

import { told } from "./operation.js";
import { isReadable, NEEDS_PERSON, UNSENT } from "./outbox.js";

/** @typedef {import("./shapes").Item} Item */
/** @typedef {import("./shapes").Entry} Entry */

/** @param {readonly Item[]} items @returns {Entry[]} */
export function entriesOf(items) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = isReadable(item) ? item.activity_id : `#${item.seq}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map(folded).sort((one, other) => other.seq - one.seq);
}

/** @param {Item[]} group the operations about one activity, in order of saving @returns {Entry} */
function folded(group) {
  const telling = group.filter((item) => isReadable(item) && told(item.body));
  const last = telling.at(-1);
  const content = last ? told(last.body) : null;
  const open = group.find(({ state }) => NEEDS_PERSON.has(state));
  const withdrawal = group.find(({ kind }) => kind === "withdraw" || kind === "void");
  const stored = telling.findLast(({ state, receipt }) => receipt && !NEEDS_PERSON.has(state));
  return {
    id: group[0]?.activity_id ?? "",
    seq: group[0]?.seq ?? 0,
    municipality: group[0]?.municipality ?? "",
    activity: content?.activity ?? UNREADABLE,
    note: content?.note ?? "",
    state: content ? stateOf(group, open, withdrawal) : "unreadable",
    code: open?.receipt?.code ?? "",
    errors: open?.receipt?.errors ?? {},
    saved_at: group[0]?.saved_at ?? 0,
    rev: Math.max(0, ...group.map(({ receipt }) => receipt?.current?.rev ?? receipt?.rev ?? 0)) || null,
    received_at: stored?.receipt?.received_at ? Date.parse(stored.receipt.received_at) : null,
    counted_towards: stored?.receipt?.counted_towards ?? [],
    withdrawing: UNSENT.has(withdrawal?.state ?? ""),
  };
}

/** @param {Item[]} group @param {Item | undefined} open @param {Item | undefined} withdrawal @returns {Entry["state"]} */
function stateOf(group, open, withdrawal) {
  if (withdrawal && withdrawal !== open) {
    return "removed";
  }
  return open ? "need" : group.some(({ state }) => UNSENT.has(state)) ? "wait" : "sent";
}

/** How many activities wait, need a person, and are with the server. @param {readonly Entry[]} entries */
export function tally(entries) {
  const count = (/** @type {(entry: Entry) => boolean} */ which) => entries.filter(which).length;
  return {
    waiting: count(({ state, withdrawing }) => state === "wait" || withdrawing),
    need: count(({ state }) => state === "need" || state === "unreadable"),
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
