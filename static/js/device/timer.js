/** The timers of one municipality on this phone, changed where they lie: two tabs never lose one, nor make it two. */

import { asked } from "./database.js";

/** @typedef {import("../core/shapes").Timer} Timer */
/** @typedef {(timers: Timer[]) => Timer[]} Changing */

/** The change as part of another transaction. @param {string} municipality @param {Changing} change
 * @returns {import("./store.js").Along} */
export const changing = (municipality, change) => async (facts) => {
  const key = `timers ${municipality}`;
  facts.put(change((await asked(facts.get(key))) ?? []), key);
};

/** @param {import("./store.js").Log} log @param {string} municipality @param {Changing} change */
export const change = (log, municipality, change) =>
  log.during(["facts"], "strict", (store) => changing(municipality, change)(store("facts")));
