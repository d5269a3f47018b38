/** The lines of the week's minute: what was logged, and what may have been forgotten, saved on its day by one press. */

import { clock, clockOf, dayName, length, local } from "../core/calendar.js";
import { again, emptyDraft, minutesOf } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { iconOf, titleOf } from "../core/names.js";
import { fillRow } from "./again_row.js";
import { drawnIds, h, put } from "./dom.js";
import { receiptRow } from "./receipt.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/sunday.js").Forgotten} Forgotten */

/** "tors 12 mars 14:00 Fotpatrull, Norra skolan". @param {import("../core/shapes").Entry} entry @param {App} app */
export function line({ activity }, app) {
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

/** One press saves it on its day, the dots open it filled. @param {Forgotten} one @param {App} app
 * @param {() => Promise<void>} redraw */
export function chip({ entry, date, minutes, lasts }, app, redraw) {
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
  const day = `${dayName(date, local(book.powers.now()).date)} ${clock(minutes)}`.replaceAll(" ", "\u00a0");
  const second = whereOf(reference, activity) || beside;
  const item = h("li");
  const back = async () => {
    const hadFocus = item.contains(document.activeElement);
    put(item);
    await redraw();
    if (hadFocus) {
      /** @type {HTMLElement | null} */ (document.querySelector(".week button"))?.focus({
        preventScroll: true,
      });
    }
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

  const words = { name, second, day, shape: iconOf(reference, activity, drawnIds()), minutes: lasts };
  fillRow(item, words, save, () => app.screens.go("/ny", { draft }));
  return item;
}
