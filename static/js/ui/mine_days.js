/** Which entries Mina shows, in what order, and where the focus stays while the list is made anew. */

import { local } from "../core/calendar.js";
import { historyOf } from "../core/history.js";

/** @typedef {import("../core/shapes").Entry} Entry */

/** What was taken back is gone, unless the taking back waits, or another did it: that is told.
 * @param {Entry} entry */
export function isShown(entry) {
  const { reason, merged_into, refused } = historyOf(entry);
  const isTold = reason !== "" || merged_into !== null || refused !== null;
  return entry.state !== "removed" || entry.withdrawing || isTold;
}

/** @param {Entry} entry */
export const isInNeed = ({ state }) => state === "need" || state === "unreadable";

/** When it was, or was said. @param {Entry} entry */
const atOf = ({ activity, saved_at }) => activity.started || saved_at;

/** @param {Entry[]} entries @returns {[string, Entry[]][]} */
export function byDay(entries) {
  /** @type {Map<string, Entry[]>} */
  const days = new Map();
  for (const entry of [...entries].sort((one, other) => atOf(other) - atOf(one))) {
    const { date } = local(atOf(entry));
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days];
}

/** @param {Entry} one @param {Entry} other */
export const readableFirst = (one, other) =>
  Number(one.state === "unreadable") - Number(other.state === "unreadable");

/** Keeps the focus on the same entry while the list is made anew. @param {HTMLElement} page @returns {() => void} */
export function focusedIn(page) {
  const held = document.activeElement;
  const id = page.contains(held) ? held?.closest("details")?.querySelector("summary")?.dataset["entry"] : "";
  return () => {
    const again = id && page.querySelector(`[data-entry="${id}"]`);
    if (again) {
      /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
    }
  };
}
