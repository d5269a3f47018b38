/** Söndagsminuten on Logga: the week and its hours, what one logged oneself, and what may have been forgotten. */

import { clock, clockOf, dayName, length, local } from "../core/calendar.js";
import { again, emptyDraft, minutesOf } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { iconOf, titleOf } from "../core/names.js";
import { figure } from "../core/standings.js";
import { sundayMinute } from "../core/sunday.js";
import { t } from "../core/texts.js";
import { onDay } from "../core/when.js";
import { fillRow } from "./again_row.js";
import { drawnIds, h, icon, part, put } from "./dom.js";
import { receiptRow } from "./receipt.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/sunday.js").Minute} Minute */
/** @typedef {import("../core/sunday.js").Forgotten} Forgotten */

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
    h("p", { class: "second" }, t`${commitment.label}. Siffran är allas, listan din.`),
    h("h3", {}, t`Du loggade`),
    mine.length > 0
      ? h("ul", { class: "week__lines" }, ...mine.map((entry) => line(entry, app)))
      : h("p", {}, t`Inget av dig den veckan.`),
    h("h3", {}, t`Kan ha glömts`),
    forgotten.length > 0
      ? h("ul", { class: "again" }, ...forgotten.map((one) => chip(one, slot, app)))
      : h("p", {}, t`Det du brukar göra är loggat.`),
    h("button", { class: "btn btn--act btn--wide", onclick: settle }, t`Ja, det stämmer`),
    h("button", { class: "btn btn--wide", onclick: add }, t`Lägg till annat`),
  );
}

/** "tors 12 mars 14:00 Fotpatrull, Norra skolan". @param {import("../core/shapes").Entry} entry @param {App} app */
function line({ activity }, app) {
  const { reference, powers } = app.book;
  const today = local(powers.now()).date;
  const what = reference
    ? [titleOf(reference, activity).name, whereOf(reference, activity)]
    : [activity.type];
  const day = `${dayName(local(activity.started).date, today)} ${clockOf(activity.started)}`;
  const lasted = activity.ended === null ? "" : ` · ${length(minutesOf(activity))}`;
  return h(
    "li",
    {},
    h("span", {}, what.filter(Boolean).join(", ")),
    h("span", { class: "second" }, day + lasted),
  );
}

/** One press saves it on its day, the dots open it filled. @param {Forgotten} one @param {HTMLElement} slot @param {App} app */
function chip({ entry, date, minutes, lasts }, slot, app) {
  const { book } = app;
  const { current, user } = book.who;
  const reference = /** @type {import("../core/shapes").Reference} */ (book.reference);
  const { activity } = entry;
  const draft = {
    ...again(emptyDraft(current, user.organisation), activity),
    minutes: lasts,
    when: /** @type {const} */ ({ kind: "at", date, minutes }),
  };
  const { name, beside } = titleOf(reference, activity);
  const day = `${dayName(date, local(book.powers.now()).date)} ${clock(minutes)}`;
  const second = [whereOf(reference, activity) || beside, day].filter(Boolean).join(" · ");
  const item = h("li");
  const back = () => {
    put(item);
    void showSunday(slot, app);
  };

  async function save() {
    if (item.ariaBusy) {
      return; // a double tap is one
    }
    item.ariaBusy = "true";
    await app.save(
      draft,
      (saved) => receiptRow(item, app, saved, back),
      async (sentence) => (await import("./failed.js")).failRow(item, sentence, back),
    );
    item.ariaBusy = null;
  }

  const words = { name, second, shape: iconOf(reference, activity, drawnIds()), minutes: lasts };
  fillRow(item, words, save, () => app.screens.go("/ny", { draft }));
  return item;
}
