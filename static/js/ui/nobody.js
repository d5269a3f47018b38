/** Nobody logs on this phone yet, or somebody who logs in no municipality: one way on. */

import { t } from "../core/texts.js";
import { unsentHere } from "../device/left_here.js";
import { h, part, put } from "./dom.js";

/** @param {HTMLElement} root @param {import("../core/shapes").Who | null | undefined} person signed in, without a municipality
 * @param {() => Promise<unknown>} endSession of the one who left without network @returns {import("./screens.js").Screen} */
export function attachNobody(root, person, endSession) {
  const way = /** @type {HTMLAnchorElement} */ (part(root, "way"));
  const isLeaving = () => localStorage.getItem("leaving") !== null;

  way.addEventListener("click", async (event) => {
    if (isLeaving()) {
      event.preventDefault();
      if (await endSession()) {
        localStorage.removeItem("leaving");
      }
      location.assign(way.href);
    }
  });

  return {
    show() {
      const word = part(root, "word");
      if (person) {
        put(word, h("p", {}, t`${person.user.name} loggar inte i någon kommun.`));
        way.href = "/oversikt";
        way.textContent = t`Öppna översikten`;
      } else {
        if (isLeaving()) {
          put(word, h("p", {}, t`Du är utloggad.`));
        }
        void tellUnsent(word);
      }
    },
  };
}

/** Whose it is is nobody's business here: only that nothing is lost. @param {HTMLElement} word */
async function tellUnsent(word) {
  const count = await unsentHere();
  const lying =
    count === 1
      ? t`1 aktivitet ligger kvar i telefonen. Den skickas när den som loggade den loggar in igen.`
      : t`${count} aktiviteter ligger kvar i telefonen. De skickas när den som loggade dem loggar in igen.`;
  if (count > 0) {
    word.append(h("p", { class: "second" }, lying));
  }
}
