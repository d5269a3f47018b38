/** A place that is not listed: its name, and where the phone is only if its bearer says so. */

import { faultOf, NAME_LENGTH, proposalOf } from "../core/proposing.js";
import { t } from "../core/texts.js";
import { h, put } from "./dom.js";

let made = 0;

/** @param {import("../app.js").App} app @param {HTMLElement} box @param {string} name as it was searched for
 * @param {(proposed: import("../core/shapes").ProposedPlace) => void} propose @param {() => void} back */
export function showProposal(app, box, name, propose, back) {
  const id = `proposal-${made++}`; // a sheet has several forms
  const error = h("p", { class: "field__error", id: `${id}-error`, hidden: true });
  const input = h("input", {
    class: "input",
    id,
    "data-proposal": true,
    maxlength: NAME_LENGTH,
    value: name,
    autocomplete: "off",
    "aria-describedby": `${id}-error`,
    oninput: () => weigh(true),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter") {
        event.preventDefault(); // of the whole form
        use();
      }
    },
  });
  const place = h("input", {
    type: "checkbox",
    onchange: () => place.checked && !app.here && app.locate(true),
  });

  /** @param {boolean} isTyping an empty name is no fault while it is being written */
  function weigh(isTyping) {
    const fault = isTyping && !input.value.trim() ? "" : faultOf(input.value);
    error.textContent = fault;
    error.hidden = !fault;
    input.setAttribute("aria-invalid", String(Boolean(fault)));
    return !fault;
  }

  function use() {
    if (weigh(false)) {
      propose(proposalOf(input.value, place.checked ? app.here : null));
    } else {
      input.focus();
      app.say(error.textContent ?? "");
    }
  }

  const mayLocate = app.here !== null || app.mayAsk;
  const button = (
    /** @type {string} */ style,
    /** @type {() => void} */ onclick,
    /** @type {string} */ text,
  ) => h("button", { class: `btn${style}`, type: "button", onclick }, text);
  put(
    box,
    h(
      "div",
      { class: "field pick--wide" },
      h("label", { for: id }, t`Platsens namn`),
      h(
        "p",
        { class: "field__help" },
        t`Samordnaren lägger upp platsen. Först då räknas aktiviteten mot löften som gäller platser.`,
      ),
      input,
      error,
    ),
    mayLocate &&
      h(
        "label",
        { class: "check pick--wide" },
        place,
        h(
          "span",
          {},
          t`Ta med var telefonen är nu`,
          h("span", { class: "field__help" }, t`Avrundat till ungefär 100 meter`),
        ),
      ),
    button(" btn--act", use, t`Använd`),
    button("", back, t`Avbryt`),
  );
  weigh(true);
  input.focus();
}
