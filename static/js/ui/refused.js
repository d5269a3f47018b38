/** The log cannot be opened: why, that nothing of it is lost, and the one way on. */

import { t } from "../core/texts.js";
import { h, part, put } from "./dom.js";

/** @param {HTMLElement} root @param {unknown} reason @returns {import("./screens.js").Screen} */
export function attachRefused(root, reason) {
  return {
    show() {
      const way = /** @type {HTMLAnchorElement} */ (part(root, "way"));
      const [sentence, advice] = wordsOf(reason);
      put(part(root, "word"), h("p", {}, sentence), h("p", { class: "second" }, advice));
      way.textContent = t`Försök igen`;
      way.href = location.href;
      way.addEventListener("click", () => location.reload());
    },
  };
}

/** @param {unknown} reason @returns {[string, string]} */
function wordsOf(reason) {
  const name = reason instanceof DOMException ? reason.name : "";
  if (name === "BlockedError") {
    return [
      t`En äldre Fältlogg är öppen i en annan flik.`,
      t`Stäng den fliken och försök igen. Det som är sparat ligger kvar.`,
    ];
  }
  if (name === "VersionError") {
    return [
      t`Loggen i telefonen är gjord av en nyare Fältlogg.`,
      t`Det som är sparat ligger kvar. Öppna igen med nät, så hämtas den nyare.`,
    ];
  }
  return [
    t`Webbläsaren låter inte Fältlogg spara något.`,
    t`Stäng privat läge eller frigör plats på telefonen, och öppna igen.`,
  ];
}
