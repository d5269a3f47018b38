/** Once a day: does the server still have what the phone takes for settled? */

import * as network from "./device/network.js";
import { outboxOf } from "./device/receiving.js";
import { reconcile } from "./reconciling.js";
import { explain } from "./thrown_away.js";

const DAY = 86_400_000;
let isCompared = false; // in this start of the app

/** @param {import("./logbook.js").Logbook} book @param {string} build
 * @returns {Promise<boolean>} whether something is to be sent again */
export async function compare(book, build) {
  const age = Math.abs(book.powers.now() - ((await book.log.fact("reconciled_at")) ?? 0));
  if (isCompared || age < DAY) {
    return false;
  }
  isCompared = true;
  const post = async (/** @type {string} */ text, /** @type {string} */ door = "") => {
    const answer = await network.sync(text, 60_000, undefined, door);
    return answer !== null && answer !== "slow" && answer.status === 200 ? answer.json : null;
  };
  const log = outboxOf(book.log);
  const found = await reconcile(log, (text) => post(text, "/reconcile"));
  if (found !== null) {
    await explain(log, book.powers, { user: book.who.user.id, build }, post);
    await book.log.setFact("reconciled_at", book.powers.now());
  }
  return found === true;
}
