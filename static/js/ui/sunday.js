/** Söndagsminuten on Logga: the week and its hours, and the question whether that is right, which unfolds. */

import { figure } from "../core/standings.js";
import { settledKey, sundayMinute } from "../core/sunday.js";
import { t } from "../core/texts.js";
import { h, icon, put } from "./dom.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/sunday.js").Minute} Minute */

let isOpen = false;

/** @param {HTMLElement} slot @param {App} app */
export async function showSunday(slot, app) {
  const { book } = app;
  const { reference, entries, who, powers } = book;
  const minute = reference && sundayMinute(entries, reference, who.user.organisation, powers.now());
  const asOf = isOpen;
  const opened = asOf ? import("./sunday_panel.js").catch(() => null) : null;
  const [settled, unfolded] = await Promise.all([book.log.fact(settledKey(who.current)), opened]);
  if (asOf !== isOpen || slot.querySelector(".receipt, .failed, [aria-busy]")) {
    return; // another press shows the rest, or the receipt when it is done: nothing moves under a finger
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
    draw(slot, app, minute, sum, unfolded);
  }
}

/** @param {HTMLElement} slot @param {App} app @param {Minute} minute @param {string} sum
 * @param {typeof import("./sunday_panel.js") | null} unfolded what it unfolds to, fetched when it is first opened */
function draw(slot, app, minute, sum, unfolded) {
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
  const again = () => showSunday(slot, app);
  put(slot, row, isOpen && unfolded?.panel(app, minute, again));
  if (hadFocus) {
    row.focus({ preventScroll: true });
  }
}
