/** A deed that the phone could not keep: said at once, and tried again until it is saved or the person lets it be. */

import { t } from "../core/texts.js";
import { isQuota } from "../device/store.js";
import { h, put } from "./dom.js";

/** Ends once it is saved. Let be, it never ends: what follows on the deed does not happen.
 * @param {() => Promise<unknown>} deed @param {unknown} reason why it failed @returns {Promise<void>} */
export function untilSaved(deed, reason) {
  return new Promise((saved) => {
    const word = h("p", { role: "alert" }, sentenceOf(reason));
    const again = async () => {
      try {
        await deed();
        dialog.close();
        saved();
      } catch (next) {
        put(word, sentenceOf(next));
      }
    };
    const dialog = h(
      "dialog",
      { class: "dialog", "aria-labelledby": "not-saved-title", onclose: () => dialog.remove() },
      h("h2", { id: "not-saved-title" }, t`EJ sparad`),
      word,
      h("button", { class: "btn btn--primary btn--wide", onclick: again }, t`Försök igen`),
      h("button", { class: "btn btn--wide", onclick: () => dialog.close() }, t`Låt bli`),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** @param {unknown} reason */
const sentenceOf = (reason) =>
  isQuota(reason)
    ? t`Telefonen är full. Ta bort något annat och försök igen.`
    : t`Telefonen kunde inte spara ändringen. Det som sparats tidigare ligger kvar.`;
