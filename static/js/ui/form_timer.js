/** Ny from start to stop: starts a timer with what is filled in; it is ended on Logga. */

import { clockOf } from "../core/calendar.js";
import { faults } from "../core/faults.js";
import { t } from "../core/texts.js";
import { keepDraft } from "../drafting.js";
import { begin } from "../timing.js";
import { h, icon } from "./dom.js";

/** @param {import("./form_pieces.js").Form} form */
export function timerStart(form) {
  const { app } = form;
  const [running] = app.book.timers;
  if (running) {
    const go = () => app.screens.replace("/");
    return h(
      "div",
      { class: "begin pick--wide" },
      h("p", { class: "second" }, t`En närvaro är redan igång sedan ${clockOf(running.started)}.`),
      h("button", { class: "btn", type: "button", onclick: go }, t`Visa den`),
    );
  }

  async function start() {
    const { when: _, ...wrong } = faults(form.draft, app.book.powers.now());
    const [first] = Object.entries(wrong);
    const blocked = form.root.querySelector('[data-error="note"]:not([hidden])'); // stands there since it was written
    if (blocked) {
      blocked.scrollIntoView({ block: "center" });
      return;
    }
    if (first) {
      tell(form.root, ...first);
      return;
    }
    await app.settle((book) => begin(book, form.draft));
    void keepDraft(app.book, null);
    app.say(t`Närvaro startad ${clockOf(app.book.powers.now())}.`);
    app.screens.replace("/");
  }

  return h(
    "div",
    { class: "begin pick--wide" },
    h(
      "button",
      { class: "btn btn--act btn--wide", type: "button", onclick: start },
      icon("clock"),
      t`Starta nu`,
    ),
    h("p", { class: "second" }, t`Avsluta på Logga, så sparas den. Eller fyll i tiderna:`),
  );
}

/** @param {HTMLElement} root @param {string} field @param {string} sentence */
function tell(root, field, sentence) {
  const error = /** @type {HTMLElement} */ (root.querySelector(`[data-error="${field}"]`));
  error.textContent = sentence;
  error.hidden = false;
  error.closest("details")?.setAttribute("open", "");
  error.scrollIntoView({ block: "center" });
}
