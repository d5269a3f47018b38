/** Söndagsminuten on Logga: the week and its hours, what one logged oneself, and what may have been forgotten. */

import { local } from "../core/calendar.js";
import { emptyDraft } from "../core/draft.js";
import { figure } from "../core/standings.js";
import { sundayMinute } from "../core/sunday.js";
import { t } from "../core/texts.js";
import { onDay } from "../core/when.js";
import { h, icon, part, put } from "./dom.js";
import { chip, line } from "./sunday_rows.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/sunday.js").Minute} Minute */

let isOpen = false;

/** @param {HTMLElement} slot @param {App} app */
export async function showSunday(slot, app) {
  const { book } = app;
  const { reference, entries, who, powers } = book;
  const minute = reference && sundayMinute(entries, reference, who.user.organisation, powers.now());
  const settled = await book.log.fact(settledKey(who.current));
  if (slot.querySelector(".receipt, .failed, [aria-busy]")) {
    return; // nothing moves under a finger: the receipt shows the rest when it is done
  }
  if (!minute || settled === minute.from || (minute.met && !isOpen)) {
    isOpen = false;
    put(slot);
    slot.hidden ||= true; // said once: the screen is watched for what is shown
    slot.dataset["told"] = "";
    return;
  }
  const { value, plus, end } = figure(minute.commitment, minute.plus, minute.at);
  const sum = t`v. ${minute.week}: ${value}${plus}${end}`;
  const told = JSON.stringify([sum, isOpen, minute.mine.map(({ id }) => id), minute.forgotten.length]);
  if (slot.dataset["told"] !== told) {
    slot.dataset["told"] = told;
    slot.hidden = false;
    draw(slot, app, minute, sum);
  }
}

/** @param {string} municipality */
const settledKey = (municipality) => `sunday ${municipality}`;

/** @param {HTMLElement} slot @param {App} app @param {Minute} minute @param {string} sum */
function draw(slot, app, minute, sum) {
  const hadFocus = slot.contains(document.activeElement);
  const toggle = async () => {
    isOpen = !isOpen;
    await showSunday(slot, app);
    slot.querySelector("button")?.scrollIntoView({ block: isOpen ? "start" : "nearest" });
  };
  const words = h(
    "span",
    { class: "row__text" },
    h("span", { class: "row__title" }, sum),
    h("span", { class: "row__second" }, minute.met ? t`Veckans löfte är hållet.` : t`Stämmer det?`),
  );
  const row = h(
    "button",
    { class: "row row--soft", "aria-expanded": String(isOpen), onclick: toggle },
    icon("calendar"),
    words,
    icon("down"),
  );
  put(slot, row, isOpen && panel(slot, app, minute));
  if (hadFocus) {
    row.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} slot @param {App} app @param {Minute} minute */
function panel(slot, app, minute) {
  const { week, from, at, commitment, mine, forgotten } = minute;
  const { book } = app;
  const { current, user } = book.who;

  async function settle() {
    await app.settle((one) => one.log.setFact(settledKey(current), from));
    await showSunday(slot, app);
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
      ? h("ul", { class: "again" }, ...forgotten.map((one) => chip(one, app, () => showSunday(slot, app))))
      : h("p", {}, t`Det du brukar göra är loggat.`),
    h("button", { class: "btn btn--act btn--wide", onclick: settle }, t`Ja, det stämmer`),
    h("button", { class: "btn btn--wide", onclick: add }, t`Lägg till annat`),
  );
}
