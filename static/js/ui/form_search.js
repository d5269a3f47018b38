/** Any other place, by search; the choice of none, and the proposal of one that is not listed. */

import { found, isNamed } from "../core/places_found.js";
import { t } from "../core/texts.js";
import { h, icon, put } from "./dom.js";
import { pick } from "./form_what.js";

/** @typedef {import("./form_where.js").Near} Near */
/** @typedef {import("../core/shapes").ProposedPlace} ProposedPlace */

const LISTED = 40;

/** @param {import("./form_pieces.js").Form} form @param {HTMLElement} box @param {Near[]} places
 * @param {(near: Near, style: string, whole: boolean) => HTMLElement} choice @param {(id: string | null) => void} choose
 * @param {(proposed: ProposedPlace) => void} propose */
export function showSearch(form, box, places, choice, choose, propose) {
  const list = h("div", { class: "grid pick--wide" });
  const more = { class: "chip chip--more pick--wide", type: "button" };

  /** @param {string} search */
  function show(search) {
    const hits = found(form.reference, places, search).slice(0, LISTED);
    const checked = form.draft.place === null && !form.draft.proposed;
    const none = { group: "where", checked, style: " pick--wide", press: () => choose(null) };
    const name = search.trim();
    put(
      list,
      ...hits.map((near) => choice(near, " pick--wide", true)),
      name.length > 1 &&
        !isNamed(form.reference, name) &&
        h("button", { ...more, onclick: () => ask(name) }, t`Föreslå ”${name}” som plats`, icon("right")),
      pick(none, t`Ingen särskild plats`),
    );
  }

  /** @param {string} name */
  async function ask(name) {
    const { showProposal } = await import("./form_propose.js");
    showProposal(form.app, box, name, propose, () => showSearch(form, box, places, choice, choose, propose));
  }

  show("");
  const search = h("input", {
    class: "input pick--wide",
    type: "search",
    placeholder: t`Sök plats`,
    "aria-label": t`Sök plats`,
    oninput: (/** @type {{target: HTMLInputElement}} */ { target }) => show(target.value),
  });
  const locate = () => {
    search.dataset["near"] = "";
    form.app.locate(true);
  };
  put(
    box,
    search,
    form.app.mayAsk && h("button", { ...more, onclick: locate }, t`Visa närmast först`, icon("pin")),
    list,
  );
  list.querySelector("input")?.focus();
}
