/** What lies unsent on this phone, whoever it belongs to: a number, read from every log without looking into it. */

import { isReadable, UNSENT } from "../core/items.js";
import { asked, opened, within } from "./database.js";

/** How many operations wait on this phone; 0 where the browser does not tell its databases. @returns {Promise<number>} */
export async function unsentHere() {
  const databases = (await indexedDB.databases?.()) ?? [];
  const logs = databases.filter(({ name }) => name?.startsWith("faltlogg-"));
  const counts = await Promise.all(logs.map(({ name = "", version = 1 }) => unsentIn(name, version)));
  return counts.reduce((sum, one) => sum + one, 0);
}

/** @param {string} name @param {number} version as it is: nothing is changed here */
async function unsentIn(name, version) {
  const database = await opened(name, version, () => {});
  try {
    const records = await within(database, ["outbox"], null, (store) => asked(store("outbox").getAll()));
    const activities = records
      .filter((record) => isReadable(record) && UNSENT.has(record.state))
      .map(({ activity_id }) => activity_id);
    return new Set(activities).size;
  } finally {
    database.close();
  }
}
