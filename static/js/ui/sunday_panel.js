/** What the week's minute unfolds to: what one logged oneself, what may have been forgotten, and the word that it is right. */

import { local } from "../core/calendar.js";
import { emptyDraft } from "../core/draft.js";
import { settledKey } from "../core/sunday.js";
import { t } from "../core/texts.js";
import { onDay } from "../core/when.js";
import { h, part } from "./dom.js";
import { chip, line } from "./sunday_rows.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/sunday.js").Minute} Minute */

/** @param {App} app @param {Minute} minute @param {() => Promise<void>} redraw */
export function panel(app, minute, redraw) {
  const { week, from, at, commitment, mine, forgotten } = minute;
  const { book } = app;
  const { current, user } = book.who;

  async function settle() {
    await app.settle((one) => one.log.setFact(settledKey(current), from));
    await redraw();
    app.say(t`Vecka ${week} är avstämd.`);
    part(document.body, "again").querySelector("button")?.focus({ preventScroll: true });
  }

  function add() {
    const draft = emptyDraft(current, user.organisation);
    const day = local(Math.min(at, book.powers.now())).date;
    void app.screens.go("/ny", { draft: { ...draft, when: onDay(draft, day, book.powers.now()) } });
  }

  return h(
    "div",
    { class: "week__panel" },
    h("p", { class: "second" }, t`${commitment.label}. Siffran är allas, listan är din.`),
    h("h3", {}, t`Du loggade`),
    mine.length > 0
      ? h("ul", { class: "week__lines" }, ...mine.map((entry) => line(entry, app)))
      : h("p", {}, t`Inget av dig den veckan.`),
    h("h3", {}, t`Kan ha glömts`),
    forgotten.length > 0
      ? h("ul", { class: "again" }, ...forgotten.map((one) => chip(one, app, redraw)))
      : h("p", {}, t`Det du brukar göra är loggat.`),
    h("button", { class: "btn btn--act btn--wide", onclick: settle }, t`Ja, det stämmer`),
    h("button", { class: "btn btn--wide", onclick: add }, t`Lägg till annat`),
  );
}
