/** A timer that runs: since when, how long, its end in one press; unfolded, what it is of and a way to throw it away. */

import { clockOf, dayName, hoursAndMinutes, local } from "../core/calendar.js";
import { whereOf } from "../core/figures.js";
import { titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { reading } from "../core/timer.js";
import { h, icon, put } from "./dom.js";
import { moved } from "./moved.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/shapes").Timer} Timer */
/** @typedef {import("./timer.js").End} End */

/** "1:27". @param {Timer} timer @param {number} now */
export const lasted = (timer, now) => hoursAndMinutes(reading(timer, now).minutes * 60);

/** @param {Timer} timer @param {App} app @param {(end: End) => Promise<void>} finish @param {() => Promise<void>} remove */
export function running(timer, { book }, finish, remove) {
  const { powers } = book;
  const more = h("div", { class: "timer__more", hidden: true });
  const clock = clockOf(timer.started);
  const day = dayName(local(timer.started).date, local(powers.now()).date);

  /** @param {string} sentence @param {string} yes @param {string} no */
  function ask(sentence, yes, no) {
    fold(true);
    const gone = h("button", { class: "btn btn--act", onclick: remove }, yes);
    put(
      more,
      h("p", {}, sentence),
      h("div", { class: "pair" }, gone, h("button", { class: "btn", onclick: () => fold(false) }, no)),
    );
    gone.focus({ preventScroll: true });
  }

  /** @param {boolean} isOpen */
  function fold(isOpen) {
    more.hidden = !isOpen;
    what.setAttribute("aria-expanded", String(isOpen));
    moved();
    if (!isOpen) {
      what.focus({ preventScroll: true });
    }
  }

  function unfold() {
    if (!more.hidden) {
      fold(false);
      return;
    }
    const sure = () => ask(t`Ta bort närvaron sedan ${clock}?`, t`Ta bort`, t`Behåll`);
    put(
      more,
      h("p", {}, `${whatIsDone(timer, book)}. `, t`Inget skickas förrän den avslutas.`),
      timer.draft.note && h("p", { class: "second" }, timer.draft.note),
      h("button", { class: "btn btn--quiet", onclick: sure }, t`Ta bort`),
    );
    fold(true);
  }

  function stop() {
    const now = powers.now();
    if (reading(timer, now).state === "short") {
      ask(t`Mindre än en minut, så inget är sparat.`, t`Ta bort`, t`Låt den gå`);
    } else {
      void finish({ ended: now });
    }
  }

  const since = t`Närvaro sedan ${local(timer.started).date === local(powers.now()).date ? clock : `${day} ${clock}`}`;
  const what = h(
    "button",
    { class: "timer__what", "aria-expanded": "false", onclick: unfold },
    icon("clock"),
    h(
      "span",
      { class: "timer__text" },
      h("span", { class: "second" }, since),
      h(
        "span",
        { class: "timer__line" },
        h("b", { class: "timer__digits" }, lasted(timer, powers.now())),
        icon("down"),
      ),
    ),
  );
  return [what, h("button", { class: "btn btn--act", onclick: stop }, t`Avsluta`), more];
}

/** "Fotpatrull, Hidinge skola". @param {Timer} timer @param {import("../logbook.js").Logbook} book */
export function whatIsDone({ draft }, { reference }) {
  const words = reference
    ? [titleOf(reference, { type: draft.type ?? "", focus: draft.focus }).name, whereOf(reference, draft)]
    : [];
  return words.filter(Boolean).join(", ");
}
