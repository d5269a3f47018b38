/** A row of Igen that could not be saved says so, and is pressed again when the person wants. */

import { t } from "../core/texts.js";
import { h, put } from "./dom.js";

/** @param {HTMLElement} item @param {string} sentence @param {() => void} back */
export function failRow(item, sentence, back) {
  put(
    item,
    h(
      "div",
      { class: "note note--need failed" },
      h("p", { role: "alert" }, h("strong", {}, t`EJ sparad. `), sentence),
      h("button", { class: "btn btn--act", onclick: back }, t`Tillbaka`),
    ),
  );
}
