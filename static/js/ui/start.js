/** Logga: whose log, how sending stands, and Igen, where one press saves and the row itself is the receipt. */

import { keyOf, suggestions } from "../core/again.js";
import { length } from "../core/calendar.js";
import { again, emptyDraft, minutesOf } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { iconOf, titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { drawnIds, h, icon, part, put } from "./dom.js";
import { receiptRow } from "./receipt.js";
import { showPause, showState } from "./state_line.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/again.js").Suggestion} Suggestion */

const ROWS = 4;

/** @param {HTMLElement} root @param {App} app */
export function attachStart(root, app) {
  const { book } = app;
  const list = part(root, "again");
  const drawn = drawnIds();
  /** @type {Suggestion[]} */
  let offered = [];
  let shownWho = "";

  function showWho() {
    const { user, municipalities, current } = book.who;
    const told = JSON.stringify([user.name, municipalities, current]);
    if (told === shownWho) {
      return; // a list that is open stays open
    }
    shownWho = told;
    part(root, "name").textContent = user.name;
    const names = municipalities.map(({ code, name }) =>
      h("option", { value: code, selected: code === current }, name),
    );
    const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
    put(
      part(root, "municipality"),
      " · ",
      names.length > 1
        ? h("select", { class: "who__choice", "aria-label": t`Kommun`, onchange: choose }, ...names)
        : (municipalities[0]?.name ?? ""),
    );
  }

  /** The order is made when the screen is shown: nothing moves under a finger. What Ny has just saved stands first,
   * as its receipt. @param {import("./receipt.js").Saved} [saved] */
  function offer(saved) {
    const { entries, reference, powers } = book;
    offered = reference ? suggestions(entries, reference, powers.now(), app.here, ROWS) : [];
    const entry = entries.find(({ id }) => id === saved?.id);
    if (entry) {
      const newest = { key: keyOf(entry.activity), entry, minutes: minutesOf(entry.activity) };
      offered = [newest, ...offered.filter(({ key }) => key !== newest.key)].slice(0, ROWS);
    }
    const empty = reference
      ? t`Inget loggat än. Tryck på Ny när något är gjort.`
      : t`Hämtar kommunens uppgifter.`;
    part(root, "hint").hidden = offered.length === 0;
    const rows = offered.map(row);
    put(list, ...(rows.length ? rows : [h("li", { class: "empty" }, empty)]));
    const [first] = offered;
    if (saved && first && rows[0]) {
      receiptRow(rows[0], app, saved, showAgain(rows[0], first));
    }
  }

  /** @param {Suggestion} suggestion */
  function row(suggestion) {
    const item = h("li");
    showRow(item, suggestion);
    return item;
  }

  /** @param {HTMLElement} item @param {Suggestion} suggestion */
  function showRow(item, suggestion) {
    const { activity } = suggestion.entry;
    const reference = /** @type {import("../core/shapes").Reference} */ (book.reference);
    const { name, beside } = titleOf(reference, activity);
    const place = whereOf(reference, activity);
    // The focus is told where the place alone would leave two rows alike.
    const isTwin = offered.filter(
      ({ entry: { activity: one } }) => one.type === activity.type && one.place === activity.place,
    );
    const second = [place, (place === "" || isTwin.length > 1) && beside].filter(Boolean).join(" · ");
    const what = h(
      "span",
      { class: "row__text" },
      h("span", { class: "row__title" }, name),
      second && h("span", { class: "row__second" }, second),
    );
    const [number, unit] = length(suggestion.minutes).split(" ");
    const time = h("span", { class: "row__time" }, h("b", {}, number), ` ${unit}`);
    const press = () => log(item, suggestion);
    const shape = icon(iconOf(reference, activity, drawn));
    put(item, h("button", { class: "row", onclick: press }, shape, what, time, h("span", { class: "ring" })));
  }

  /** @param {HTMLElement} item @param {Suggestion} suggestion */
  async function log(item, suggestion) {
    if (item.ariaBusy) {
      return; // a double tap is one
    }
    item.ariaBusy = "true";
    const { entry, minutes } = suggestion;
    const { current, user } = book.who;
    const draft = { ...again(emptyDraft(current, user.organisation), entry.activity), minutes };
    const back = showAgain(item, suggestion);
    await app.save(
      draft,
      (saved) => receiptRow(item, app, saved, back),
      async (sentence) => (await import("./failed.js")).failRow(item, sentence, back),
    );
  }

  /** The receipt becomes the row again. @param {HTMLElement} item @param {Suggestion} suggestion */
  const showAgain = (item, suggestion) => () => {
    item.ariaBusy = null;
    showRow(item, suggestion);
  };

  return {
    /** @param {{saved?: import("./receipt.js").Saved}} [state] what Ny has just saved */
    show(state) {
      offer(state?.saved);
      this.refresh();
      if (state?.saved) {
        history.replaceState({ ...history.state, state: null }, ""); // told once, not again after a reload
      }
    },
    refresh() {
      showWho();
      showState(part(root, "state"), book);
      showPause(part(root, "pause"), app);
      if (offered.length === 0) {
        offer();
      }
    },
  };
}
