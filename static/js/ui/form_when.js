/** Hur länge: by a length or from start to stop; which day it was is asked when somebody wants another. */

import { capital } from "../core/names.js";
import { t } from "../core/texts.js";
import { asLength, asSpan, whenText } from "../core/when.js";
import { focusChosen, icon, part, put } from "./dom.js";
import { pick } from "./form_what.js";

const LENGTHS = [15, 30, 60, 120];

/** @param {import("./form_pieces.js").Form} form @returns {import("./form_pieces.js").FormPart} */
export function attachWhen(form) {
  const button = part(form.root, "when");
  const panel = part(form.root, "when-panel");
  const lengths = part(form.root, "length");
  const now = () => form.app.book.powers.now();

  function showLengths() {
    const { when, minutes } = form.draft;
    const isSpan = when.kind === "span";
    const offered = [...new Set([...LENGTHS, ...(isSpan ? [] : [minutes])])].sort(
      (one, other) => one - other,
    );
    const choice = (
      /** @type {boolean} */ checked,
      /** @type {string} */ text,
      /** @type {() => void} */ press,
    ) => pick({ group: "length", checked, style: " pick--figure", press }, text);
    const chips = offered.map((length) =>
      choice(!isSpan && minutes === length, `${length}`, () => choose(length)),
    );
    const span = choice(isSpan, t`Start–stopp`, startSpan);
    span.classList.add("chip--more");
    put(lengths, ...chips, span);
    if (isSpan) {
      void import("./form_days.js").then(({ spanFields }) => lengths.append(...spanFields(form, when)));
    }
  }

  /** @param {number} minutes */
  function choose(minutes) {
    const wasSpan = form.draft.when.kind === "span";
    form.change({ minutes, when: asLength(form.draft, now()) });
    if (wasSpan) {
      showLengths();
      focusChosen(lengths);
    }
  }

  function startSpan() {
    form.change({ when: asSpan(form.draft, now()) });
    showLengths();
    focusChosen(lengths);
  }

  /** @param {boolean} open */
  function fold(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  button.addEventListener("click", async () => {
    const { showDays } = await import("./form_days.js");
    fold(Boolean(panel.hidden));
    showDays(form, panel);
  });

  return {
    refresh(changed) {
      if (!changed) {
        fold(false);
        showLengths();
      }
      put(button, icon("clock"), capital(whenText(form.draft.when, now())));
    },
  };
}
