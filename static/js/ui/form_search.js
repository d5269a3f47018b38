/** Any other place, by search, and the choice of none. */

import { found } from "../core/places_found.js";
import { h, icon, put } from "./dom.js";
import { pick } from "./form_what.js";

/** @typedef {import("./form_where.js").Near} Near */

const LISTED = 40;

/** @param {import("./form.js").Form} form @param {HTMLElement} box @param {Near[]} places
 * @param {(near: Near, style: string, whole: boolean) => HTMLElement} choice @param {(id: string | null) => void} choose */
export function showSearch(form, box, places, choice, choose) {
  const list = h("div", { class: "grid pick--wide" });
  /** @param {string} search */
  function show(search) {
    const hits = found(form.reference, places, search).slice(0, LISTED);
    const checked = form.draft.place === null;
    const none = { group: "where", checked, style: " pick--wide", press: () => choose(null) };
    put(list, ...hits.map((near) => choice(near, " pick--wide", true)), pick(none, "Ingen särskild plats"));
  }
  show("");
  const search = h("input", {
    class: "input pick--wide",
    type: "search",
    placeholder: "Sök plats",
    "aria-label": "Sök plats",
    oninput: (/** @type {{target: HTMLInputElement}} */ { target }) => show(target.value),
  });
  const ask = () => form.app.locate(true);
  const near = { class: "chip chip--more pick--wide", type: "button", onclick: ask };
  put(box, search, form.app.mayAsk && h("button", near, "Visa närmast först", icon("pin")), list);
  list.querySelector("input")?.focus();
}
