/** Mer, Påminnelser: one switch, what it does in one sentence, and what to do where it cannot. */

import { canRemind, reminderWords } from "../core/reminder_words.js";
import { t } from "../core/texts.js";
import { standing, turnOff, turnOn } from "../reminding.js";
import { h, put } from "./dom.js";

/** @param {HTMLElement} section @param {import("../app.js").App} app */
export function showReminders(section, app) {
  const { book } = app;

  /** @param {import("../core/reminder_words.js").Reminding} state @param {boolean} [isUnderWay] */
  function show(state, isUnderWay = false) {
    const words = reminderWords(state);
    const help = h(
      "span",
      { class: "field__help" },
      t`Högst en gång om dagen, mellan 8 och 20, när ett löfte snart går ut och något fattas.`,
    );
    const box = h("input", {
      type: "checkbox",
      role: "switch",
      checked: state === "on",
      disabled: isUnderWay,
      onchange: turn,
    });
    put(
      section,
      h("h2", {}, t`Påminnelser`),
      canRemind(state) && h("label", { class: "check" }, box, h("span", {}, t`Påminn mig`, help)),
      words && h("p", { class: canRemind(state) ? "note note--need" : "second" }, words),
    );
    return box;
  }

  /** @param {{target: HTMLInputElement}} event */
  async function turn({ target }) {
    const isOn = target.checked;
    show(isOn ? "on" : "off", true);
    const state = isOn ? await turnOn(book) : await turnOff();
    show(state).focus();
    app.say(reminderWords(state) || (state === "on" ? t`Påminnelser är på.` : t`Påminnelser är av.`));
  }

  show(standing(book));
}
