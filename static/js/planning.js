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

/** Fetches it where it has changed: what has not says nothing of what was said since. @param {Logbook} book @param {string} code */
export async function fetchPlan(book, code) {
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
