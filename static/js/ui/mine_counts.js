/** How much needs its author, waits and is received: "1 behöver dig · 2 väntar · 44 av 47 mottagna". */

import { t } from "../core/texts.js";
import { h, put } from "./dom.js";

/** @param {HTMLElement} root @param {import("../logbook.js").Logbook["tally"]} tally */
export function showCounts(root, { need, held, waiting, received }) {
  const figure = (/** @type {number} */ number, /** @type {string} */ words) =>
    number > 0 && h("span", {}, h("strong", {}, number), ` ${words}`);
  const all = need + held + waiting + received;
  put(
    root,
    figure(need, t`behöver dig`),
    figure(waiting, t`väntar`),
    figure(held, t`hos samordnaren`),
    all > 0 &&
      (all === received
        ? h("span", {}, all === 1 ? t`1 mottagen` : t`Alla ${received} mottagna`)
        : figure(received, t`av ${all} mottagna`)),
    all === 0 && h("span", {}, t`Inget att skicka`),
  );
}
