/** What another app shared opens Ny with it in the note, and the nearest known place where a map link was shared. */

import { emptyDraft } from "../core/draft.js";
import { nearest, sharedOf } from "../core/shared.js";
import { t } from "../core/texts.js";
import { keptDraft } from "../drafting.js";
import { h, part } from "./dom.js";

/** The form as it is to be shown. It is handed on, and not kept with the address: what is not saved is stored nowhere.
 * @param {import("../app.js").App} app @param {string} search @returns {Promise<{draft: import("../core/shapes").Draft, said: string} | undefined>} */
export async function formOf({ book }, search) {
  const shared = read(search);
  if (!shared) {
    return undefined;
  }
  const { note, isCut, point } = shared;
  const { user, current } = book.who;
  const begun = (await keptDraft(book)) ?? emptyDraft(current, user.organisation);
  const near = point && nearest(book.reference?.places ?? [], point);
  const said = [
    note && t`Det du delade står i anteckningen.`,
    isCut && t`Bara de första 140 tecknen fick plats.`,
    near && t`${near.name} ligger närmast.`,
    point && !near && t`Ingen känd plats ligger nära det du delade.`,
  ];
  const draft = { ...begun, note, place: near?.id ?? begun.place };
  return { draft, said: said.filter(Boolean).join(" ") };
}

/** Nobody is signed in: nothing of it is kept for whoever comes. @param {string} search */
export function tellNobody(search) {
  if (read(search)) {
    const word = part(/** @type {HTMLElement} */ (document.querySelector("[data-screen=nobody]")), "word");
    word.append(h("p", { class: "second" }, t`Det du delade är inte sparat. Logga in och dela det igen.`));
  }
}

/** @param {string} search */
const read = (search) => sharedOf(Object.fromEntries(new URLSearchParams(search)));
