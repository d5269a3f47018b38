/** What a person decides about an entry that waits for one: the own version stands, or is thrown away; and what is seldom asked. */

import { telling } from "./core/operation.js";
import { sidesOf } from "./core/sides.js";
import { discarding } from "./core/taking_back.js";

/** @typedef {import("./logbook.js").Logbook} Logbook */

/** The own version, made anew upon the one that stands; where that one is taken back, as an entry of its own.
 * @param {Logbook} book @param {string} id */
export async function keepMine(book, id) {
  const entry = book.entries.find((one) => one.id === id);
  if (!entry?.conflict) {
    return;
  }
  const { mine, current } = sidesOf(entry.conflict);
  if (!mine) {
    await book.withdraw([id]);
    return;
  }
  const stands = current.state === "current";
  const frame = {
    activity_id: stands ? id : book.powers.newId(),
    base_rev: (stands && current.rev) || null, // 0: all that was of it is lost
    municipality: entry.municipality,
    note: mine.note,
    captured: book.powers.captured(),
  };
  await book.seal([telling(frame, mine.activity)]);
  if (!stands) {
    await discard(book, id);
  }
}

/** Throws away the version that waits for a person. No base is named: what stands at the server is not meant.
 * @param {Logbook} book @param {string} id */
export async function discard(book, id) {
  const entry = book.entries.find((one) => one.id === id);
  if (entry?.state === "need") {
    const { municipality } = entry;
    await book.seal([discarding({ activity_id: id, municipality, captured: book.powers.captured() })]);
  }
}

/** @param {Logbook} book @param {string} text of another phone's rescue file */
export async function bringIn(book, text) {
  return (await import("./rescuing.js")).bringIn(book, text);
}

/** @param {Logbook} book @param {keyof import("./core/shapes").Notices} code */
export async function putAway(book, code) {
  const { [code]: _, ...rest } = (await book.log.fact("notices")) ?? {};
  await book.log.setFact("notices", rest);
  await book.refresh();
}
