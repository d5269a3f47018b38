/** A sheet of drafts on the phone: kept while it is filled in, and saved all or none, with one receipt. */

import { activityOf } from "./core/draft.js";
import { claims } from "./core/figures.js";
import { keptNote } from "./core/kept_note.js";
import { t } from "./core/texts.js";
import { isQuota } from "./device/store.js";

/** @typedef {import("./core/shapes").Draft} Draft */
/** @typedef {import("./logbook.js").Logbook} Logbook */

/** A sheet belongs to the municipality that it tells of. @param {Logbook} book */
const placeFor = ({ who }) => `sheet ${who.current}`;

/** The sheet as it stands outlives the death of the app. @param {Logbook} book @param {readonly Draft[]} drafts */
export async function keep(book, drafts) {
  const kept = drafts.map((draft) => ({ ...draft, note: keptNote(draft.note) }));
  await book.log.setFact(placeFor(book), kept).catch(() => {}); // a courtesy: saving itself will say what is wrong
}

/** @param {Logbook} book @returns {Promise<Draft[]>} */
export const kept = async (book) => (await book.log.fact(placeFor(book)).catch(() => null)) ?? [];

/** Saves all of them in one transaction, in which the sheet ends too: what is saved is never offered again.
 * @param {import("./app.js").App} app @param {readonly Draft[]} drafts
 * @returns {Promise<import("./ui/receipt.js").Saved | string>} why not */
export async function saveAll({ book, courier }, drafts) {
  const bodies = drafts.map((draft) => book.bodyOf(draft));
  try {
    await book.seal(bodies, async (facts) => facts.delete(placeFor(book)));
  } catch (reason) {
    if (isQuota(reason)) {
      return t`Telefonen är full. Ta bort något annat och försök igen.`;
    }
    startAnewWith(drafts, reason);
    return t`Försök igen.`;
  }
  navigator.vibrate?.(15);
  void courier.then((one) => one.saved());
  const ids = bodies.map(({ activity_id }) => activity_id);
  return { id: ids.at(-1) ?? "", ids, at: book.powers.now(), commitments: countedFor(book, drafts) };
}

/** @param {Logbook} book @param {readonly Draft[]} drafts */
function countedFor({ reference, who, powers }, drafts) {
  const now = powers.now();
  const counted = drafts
    .flatMap((draft) => (reference ? claims(reference, activityOf(draft, who.user.id, now), now) : []))
    .filter(({ fails }) => !fails);
  return [...new Set(counted.map(({ commitment }) => commitment.id))];
}

/** WebKit may lose its database until the page is loaded anew: once for a sheet, the rows go along in the history.
 * @param {readonly Draft[]} drafts @param {unknown} reason */
function startAnewWith(drafts, reason) {
  if (reason instanceof DOMException && !history.state?.state?.rows) {
    history.replaceState({ ...history.state, state: { rows: drafts } }, "");
    location.reload();
  }
}
