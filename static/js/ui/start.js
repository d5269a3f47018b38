/** Logga: whose log, how sending stands, and Igen, where one press saves and the row itself is the receipt. */

import { keyOf, suggestions } from "../core/again.js";
import { again, emptyDraft, minutesOf } from "../core/draft.js";
import { hasPresence, whereOf } from "../core/figures.js";
import { iconOf, titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { fillRow } from "./again_row.js";
import { drawnIds, h, part, put } from "./dom.js";
import { arrived, moved } from "./moved.js";
import { receiptRow } from "./receipt.js";
import { showPause, showState } from "./state_line.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/again.js").Suggestion} Suggestion */

const ROWS = 4;
/** @param {HTMLElement} root @param {App} app */
export function attachStart(root, app) {
  const { book } = app;
  const list = part(root, "again");
  const timer = part(root, "timer"); // filled by beside.js
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
    const place = part(root, "municipality");
    put(place, ` · ${municipalities.find(({ code }) => code === current)?.name}`);
    if (municipalities.length > 1) {
      void import("./whose.js").then(({ offerSwitch }) => offerSwitch(place, app));
    }
  }

  const likeliest = () =>
    book.reference ? suggestions(book, book.reference, book.powers.now(), app.here, ROWS) : [];

  /** Where the phone is has come to be known, maybe after hours in a pocket: the order follows, unless a receipt stands or
   * somebody tabs there. */
  app.onLocated(() => {
    const isOther = likeliest().some(({ key }, place) => key !== offered[place]?.key);
    if (isOther && !list.querySelector(".receipt, .failed, [aria-busy], :focus")) {
      offer();
      moved(true);
    }
  });

  /** The order is made when the screen is shown: nothing moves under a finger. What Ny has just saved stands first,
   * as its receipt. @param {import("./receipt.js").Saved} [saved] */
  function offer(saved) {
    const { entries, reference } = book;
    offered = likeliest();
    const entry = entries.find(({ id }) => id === saved?.id);
    if (entry) {
      const newest = { key: keyOf(entry.activity), entry, minutes: minutesOf(entry.activity) };
      offered = [newest, ...offered.filter(({ key }) => key !== newest.key)].slice(0, ROWS);
    }
    const { organisation } = book.who.user;
    // Of a new phone nobody knows yet whether its user has logged: the timer has its room, so that Igen stays where it is.
    const mayStart = offered[0] || !book.isTold;
    timer.hidden = !(book.timers.length || (reference && mayStart && hasPresence(reference, organisation)));
    const empty =
      reference && book.isTold
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
    const words = { name, second, shape: iconOf(reference, activity, drawn), minutes: suggestion.minutes };
    fillRow(
      item,
      words,
      () => log(item, suggestion),
      () => app.screens.go("/ny", { draft: draftOf(suggestion) }),
    );
  }

  /** @param {Suggestion} suggestion */
  function draftOf({ entry, minutes }) {
    const { current, user } = book.who;
    return { ...again(emptyDraft(current, user.organisation), entry.activity), minutes };
  }

  /** @param {HTMLElement} item @param {Suggestion} suggestion */
  async function log(item, suggestion) {
    if (item.ariaBusy) {
      return; // a double tap is one
    }
    item.ariaBusy = "true";
    const back = showAgain(item, suggestion);
    await app.save(
      draftOf(suggestion),
      (saved) => receiptRow(item, app, saved, back),
      async (sentence) => (await import("./failed.js")).failRow(item, sentence, back),
    );
  }

  /** The receipt becomes the row again. @param {HTMLElement} item @param {Suggestion} suggestion */
  const showAgain = (item, suggestion) => () => {
    item.ariaBusy = null;
    showRow(item, suggestion);
  };

  function showAbove() {
    showWho();
    showState(part(root, "state"), book);
    showPause(part(root, "pause"), app);
  }

  return {
    /** All is in its place before a browser is asked where: it lays the screen out once.
     * @param {{saved?: import("./receipt.js").Saved}} [state] what Ny has just saved */
    show(state) {
      showAbove();
      offer(state?.saved);
      arrived();
      moved();
    },
    refresh() {
      showAbove(); // hidden too: nothing that says "sent" is left standing
      if (root.hidden) {
        return; // laid out anew when somebody comes back to it
      }
      if (offered.length === 0 || (timer.hidden && book.timers.length)) {
        offer();
      }
      moved();
    },
  };
}
