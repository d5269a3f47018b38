/** The log cannot be opened: why, that nothing of it is lost, and the one way on. */

import { t } from "../core/texts.js";
import { h, part, put } from "./dom.js";

/** In place of every screen, until one can be shown after all. @param {unknown} reason */
export function refuse(reason) {
  const root = /** @type {HTMLElement} */ (document.querySelector('[data-screen="nobody"]'));
  const way = /** @type {HTMLAnchorElement} */ (part(root, "way"));
  const [sentence, advice] = wordsOf(reason);
  put(part(root, "word"), h("p", { role: "alert" }, sentence), h("p", { class: "second" }, advice));
  way.textContent = t`Försök igen`;
  way.href = location.href;
  way.onclick = () => location.reload();
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-screen]"))) {
    section.hidden = section !== root;
  }
}

/** @param {unknown} reason @returns {[string, string]} */
function wordsOf(reason) {
  switch (reason instanceof DOMException ? reason.name : "") {
    case "BlockedError":
      return [
        t`En äldre Fältlogg är öppen i en annan flik.`,
        t`Stäng den fliken och försök igen. Det som är sparat ligger kvar.`,
      ];
    case "VersionError":
      return [
        t`Loggen i telefonen är gjord av en nyare Fältlogg.`,
        t`Det som är sparat ligger kvar. Öppna igen med nät, så hämtas den nyare.`,
      ];
    case "TimeoutError":
    case "AbortError":
      return [t`Telefonens minne svarar inte.`, t`Det som är sparat ligger kvar. Försök igen om en stund.`];
    default:
      return [
        t`Webbläsaren låter inte Fältlogg spara något.`,
        t`Stäng privat läge eller frigör plats på telefonen, och öppna igen.`,
      ];
  }
}
