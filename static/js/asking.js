/** Asks the server for the figures and the plan of the municipality in use, and now and then for those of the others. */

import { copyWords } from "./copying.js";
import * as questions from "./device/questions.js";
import { fetchPlan } from "./planning.js";

/** @typedef {import("./logbook.js").Logbook} Logbook */

const FRESH = 5 * 60_000;
let figuresAt = -FRESH;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** One round after the other: what the first was told is not asked for by the next.
 * @param {Logbook} book @param {boolean} now */
export function figures(book, now) {
  const round = last.then(() => ask(book, now));
  last = round.catch(() => {});
  return round;
}

/** @param {Logbook} book @param {boolean} now */
async function ask(book, now) {
  const isDue = performance.now() - figuresAt > FRESH;
  const others = book.who.municipalities.map(({ code }) => code).filter((code) => code !== book.who.current);
  for (const code of now || isDue ? [book.who.current, ...(isDue ? others : [])] : []) {
    await Promise.all([askForReference(book, code), fetchPlan(book, code)]);
  }
  await book.refresh();
  void copyWords(book);
}

/** @param {Logbook} book @param {string} code */
async function askForReference(book, code) {
  const { faltloggFirst: first } = /** @type {import("./app.js").Early} */ (globalThis);
  const came = await first?.reference;
  delete first?.reference;
  if (came?.municipality.code !== code) {
    const answer = await questions.reference(code, (await book.log.fact(`reference ${code}`))?.etag ?? null);
    if (!answer) {
      return;
    }
    await book.keepReference(code, answer);
  } // else a new phone was told a moment ago: what it hears of its own entries since is counted beside
  figuresAt = performance.now();
}
