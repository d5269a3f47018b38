/** Changes an own entry: opens Ny filled with it; what came from another phone is fetched whole first. */

import { mending } from "../core/mending.js";
import { read } from "../core/operation.js";
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
  const draft = mending(whole, app.book.who.user);
  await app.screens.go("/ny", { draft: { ...draft, plan_item: plannedBy(app.book.items, entry) } });
  return "";
}

/** What was never taken answers for its planned time when it is put right.
 * @param {readonly import("../core/shapes").Item[]} items @param {Entry} entry */
const plannedBy = (items, { id, rev }) =>
  rev === null ? read(items.find((item) => item.activity_id === id)?.body ?? "")?.plan_item : undefined;

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
