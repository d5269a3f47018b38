/** The deeds on a timer: started, ended as an entry, set going again, thrown away. Nothing is sent of it before its end. */

import { telling } from "./core/operation.js";
import { endedAs } from "./core/timer.js";
import { change, changing } from "./device/timer.js";

/** @typedef {import("./core/shapes").Timer} Timer */
/** @typedef {import("./logbook.js").Logbook} Logbook */

/** @param {Logbook} book @param {import("./core/shapes").Draft} draft what is done, where and with whom; its note is one that
 * the guard has let through */
export async function begin(book, draft) {
  const { now } = book.powers;
  const timer = { ...fresh(book), draft, started: now() };
  await change(book.log, draft.municipality, (timers) => [...without(timer)(timers), timer]);
  await book.refresh();
}

/** The entry is saved and the timer gone, both or neither. Ended in another tab already, it is that entry.
 * @param {Logbook} book @param {Timer} timer @param {{started: number, ended: number}} span */
export async function end(book, timer, span) {
  const { municipality, note } = timer.draft;
  const captured = book.powers.captured();
  const frame = { activity_id: timer.id, base_rev: null, municipality, note: note.trim(), captured };
  const body = telling(frame, endedAs(timer, book.who.user.id, span));
  await book.seal([body], changing(municipality, without(timer)), timer.op_id);
}

/** Its end is taken back: it runs as if nothing had been, and its next end is another entry.
 * @param {Logbook} book @param {Timer} timer */
export async function goOn(book, timer) {
  const again = { ...timer, ...fresh(book) };
  const { municipality } = timer.draft;
  // One that was started meanwhile goes on running: the last one runs.
  await book.withdraw(
    [timer.id],
    undefined,
    changing(municipality, (timers) => [again, ...timers]),
  );
}

/** @param {Logbook} book @param {Timer} timer */
export async function discard(book, timer) {
  await change(book.log, timer.draft.municipality, without(timer));
  await book.refresh();
}

/** @param {Logbook} book */
const fresh = ({ powers }) => ({ id: powers.newId(), op_id: powers.newId() });

/** @param {Timer} timer @returns {import("./device/timer.js").Changing} */
const without =
  ({ id }) =>
  (timers) =>
    timers.filter((one) => one.id !== id);
