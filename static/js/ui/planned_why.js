/** Why something planned was not done: a reason that is pressed is saved, one's own words are guarded as they are written. */

import { judge } from "../core/personal_data.js";
import { t } from "../core/texts.js";
import { h } from "./dom.js";

const LONGEST = 140;

/** What is said is sent as it stands, and read at the desk. */
const reasons = () => [t`Annat gick före`, t`Sjukdom`, t`Vädret`, t`Andra ställde in`];

/** What the guard thinks of it; nothing where it thinks nothing. @param {string} words */
function warning(words) {
  switch (judge(words).level) {
    case "block":
      return t`Skälet pekar ut någon. Ta bort det som gör det, så kan det sparas.`;
    case "warn":
      return t`Skälet kan peka ut någon. Ta i så fall bort det.`;
    default:
      return "";
  }
}

/** @param {(reason: string) => Promise<void>} save */
export function whyNot(save) {
  const wrong = h("p", { class: "field__error", role: "alert" });
  const own = h("input", { class: "input", type: "text", maxlength: LONGEST, autocomplete: "off" });
  own.addEventListener("input", () => {
    wrong.textContent = warning(own.value);
  });
  const box = h(
    "fieldset",
    { class: "plan__why" },
    h("legend", {}, t`Inte genomförd – därför`),
    h(
      "div",
      { class: "grid" },
      ...reasons().map((word) =>
        h("button", { class: "chip", type: "button", onclick: () => say(word) }, word),
      ),
    ),
    h("label", { class: "field" }, h("span", { class: "label" }, t`Med egna ord`), own),
    wrong,
    h("button", { class: "btn btn--wide", type: "button", onclick: sayOwn }, t`Spara`),
  );

  /** @param {string} reason */
  async function say(reason) {
    if (!box.ariaBusy) {
      box.ariaBusy = "true"; // a double tap is one
      await save(reason);
    }
  }

  async function sayOwn() {
    const words = own.value.trim();
    wrong.textContent = words ? warning(words) : t`Välj ett skäl, eller skriv varför.`;
    if (words && judge(words).level !== "block") {
      await say(words);
    }
  }
  return box;
}
