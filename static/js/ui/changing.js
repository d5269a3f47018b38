/** Changes an own entry: opens Ny filled with it; what came from another phone is fetched whole first. */

import { mending } from "../core/mending.js";
import { t } from "../core/texts.js";
import { wholeOf } from "../core/whole.js";
import { ask } from "../device/network.js";

/** @typedef {import("../core/shapes").Entry} Entry */

/** @param {import("../app.js").App} app @param {Entry} entry @returns {Promise<string>} why not, or nothing */
export async function change(app, entry) {
  const whole = entry.whole ? entry : await fetched(entry);
  if (typeof whole === "string") {
    return whole;
  }
  await app.screens.go("/ny", { draft: mending(whole, app.book.who.user) });
  return "";
}

/** @param {Entry} entry @returns {Promise<Entry | string>} */
async function fetched(entry) {
  const answer = await ask(`/api/v1/municipalities/${entry.municipality}/activities/${entry.id}`);
  if (answer === null || answer === "slow" || answer.status >= 500) {
    return t`Aktiviteten är loggad på en annan telefon. Att ändra den behöver nät.`;
  }
  if (answer.status === 401) {
    return t`Logga in igen för att ändra en aktivitet från en annan telefon.`;
  }
  return wholeOf(entry, answer.json) ?? t`Aktiviteten har ändrats. Vänta på nästa hämtning och försök igen.`;
}
