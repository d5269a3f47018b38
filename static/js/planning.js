/** What is planned, kept on the phone; and the word that one of its times was not done, was done, or is open after all. */

import { titlesOf } from "./core/planned.js";
import * as questions from "./device/questions.js";

/** @typedef {import("./logbook.js").Logbook} Logbook */
/** @typedef {import("./core/shapes").KeptPlan} KeptPlan */
/** @typedef {{municipality: string, plan_item: string, outcome: "done" | "not_done" | "open", reason?: string}} Said */

/** @param {string} code */
const keyOf = (code) => `plan ${code}`;

/** @param {Logbook} book @returns {Promise<KeptPlan | null>} of the municipality in use */
export const planOf = async (book) => (await book.log.fact(keyOf(book.who.current))) ?? null;

/** @type {Promise<string | null> | null} of which municipality the start was told, until that is known to all who ask */
let early = null;

/** What a new phone asked for while the app was on its way, kept; not where something was said here since.
 * @param {Logbook} book @returns {Promise<string | null>} of which municipality */
export const earlyPlan = (book) => (early ??= keepEarly(book));

/** @param {Logbook} book */
async function keepEarly(book) {
  const { faltloggFirst: first } = /** @type {import("./app.js").Early} */ (globalThis);
  const told = await first?.plan;
  const code = told?.municipality;
  if (code !== book.who.current || book.items.length > 0) {
    return null;
  }
  await book.log.setFact(keyOf(code), {
    times: told.times,
    titles: {},
    etag: null,
    checked_at: book.powers.now(),
  });
  return code;
}

/** Fetches it where it has changed: what has not says nothing of what was said since. @param {Logbook} book @param {string} code */
export async function fetchPlan(book, code) {
  if ((await earlyPlan(book)) === code) {
    early = Promise.resolve(null); // from now on it may have changed
    return;
  }
  /** @type {KeptPlan | null} */
  const before = (await book.log.fact(keyOf(code))) ?? null;
  const checked_at = book.powers.now();
  const answer = await questions.plan(code, before?.etag ?? null);
  if (answer?.times) {
    const titles = titlesOf(before, answer.times, book.items);
    await book.log.setFact(keyOf(code), { times: answer.times, titles, etag: answer.etag, checked_at });
  }
}

/** Says it: sealed like an entry, under a name of its own; what takes it back goes under the same.
 * @param {Logbook} book @param {Said} said @param {string} [name] @returns {Promise<string>} the name */
export async function say(book, said, name) {
  const { newId, captured } = book.powers;
  const activity_id = name ?? newId();
  await book.seal([{ kind: "plan", activity_id, ...said, captured: captured() }]);
  return activity_id;
}
