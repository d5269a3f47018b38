/** The note of a draft as it may lie on the phone before anybody presses Spara. */

import { judge } from "./personal_data.js";

/** None that is blocked or warned of; and while it is written no number or address at its end, which may be half of one.
 * @param {string} note */
export function keptNote(note) {
  const words = judge(note).level === "ok" ? note.trim().split(/\s+/) : [];
  const isOpen = (/** @type {string | undefined} */ word) => /[\d@]/.test(word ?? "");
  while (isOpen(words.at(-1))) {
    words.pop();
  }
  return words.join(" ");
}
