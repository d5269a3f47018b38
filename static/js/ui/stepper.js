/** A number with less and more beside it: no keyboard is needed, and one may be used. */

import { capital } from "../core/names.js";
import { t } from "../core/texts.js";
import { h } from "./dom.js";

/** @param {string} word @param {number} start @param {number} most @param {(count: number) => void} changed */
export function stepper(word, start, most, changed) {
  const text = capital(word);
  const input = h("input", {
    class: "input",
    type: "number",
    inputmode: "numeric",
    min: 0,
    max: most,
    value: start,
    "aria-label": text,
  });
  const set = (/** @type {number} */ value) => {
    input.value = String(Math.min(most, Math.max(0, Math.round(value) || 0)));
    changed(Number(input.value));
  };
  input.addEventListener("change", () => set(Number(input.value)));
  const step = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ more) =>
    h(
      "button",
      {
        class: "btn",
        type: "button",
        "aria-label": `${more} ${text}`,
        onclick: () => set(Number(input.value) + by),
      },
      sign,
    );
  return h(
    "div",
    { class: "stepper" },
    h("span", { class: "stepper__text" }, text),
    h("span", { class: "stepper__set" }, step(-1, "−", t`Färre`), input, step(1, "+", t`Fler`)),
  );
}
