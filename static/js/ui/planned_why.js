/** Why something planned was not done: a reason that needs no keyboard, or one's own words, guarded as they are written. */

import { judge, sentence } from "../core/personal_data.js";
import { t } from "../core/texts.js";
import { h } from "./dom.js";
import { pick } from "./form_what.js";

const LONGEST = 140;

/** What is said is sent as it stands, and read at the desk. */
const reasons = () => [t`Annat gick före`, t`Sjukdom`, t`Vädret`, t`Inställt av annan`];

/** @param {(reason: string) => Promise<void>} save */
export function whyNot(save) {
  let chosen = "";
  const wrong = h("p", { class: "field__error", role: "alert" });
  const own = h("input", { class: "input", type: "text", maxlength: LONGEST, autocomplete: "off" });
  const tell = () => {
    wrong.textContent = sentence(judge(own.value));
  };
  own.addEventListener("input", () => {
    chosen = "";
    for (const choice of box.querySelectorAll("input:checked")) {
      /** @type {HTMLInputElement} */ (choice).checked = false;
    }
    tell();
  });
  const choices = reasons().map((word) => {
    const press = () => {
      chosen = word;
      own.value = "";
      tell();
    };
    return pick({ group: "why", checked: false, style: "", press }, word);
  });
  const box = h(
    "fieldset",
    { class: "plan__why" },
    h("legend", {}, t`Inte genomförd – därför`),
    h("div", { class: "grid" }, ...choices),
    h("label", { class: "field" }, h("span", { class: "label" }, t`Med egna ord`), own),
    wrong,
    h("button", { class: "btn btn--act btn--wide", type: "button", onclick: submit }, t`Spara`),
  );

  async function submit() {
    const words = own.value.trim();
    const verdict = judge(words);
    wrong.textContent = words || chosen ? sentence(verdict) : t`Välj ett skäl, eller skriv varför.`;
    if (verdict.level === "block" || !(words || chosen) || box.ariaBusy) {
      return;
    }
    box.ariaBusy = "true";
    await save(words || chosen);
  }
  return box;
}
