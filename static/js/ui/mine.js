/** Mina: own entries day by day, each with its state, and first those that need their author. */

import { clockOf, dayName, length, local } from "../core/calendar.js";
import { minutesOf } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { historyOf } from "../core/history.js";
import { AT_THE_DESK } from "../core/items.js";
import { capital, titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { h, part, put, symbol } from "./dom.js";
import { gapLine } from "./gap.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Entry} Entry */

const AT_ONCE = 60;
/** @returns {Record<Entry["state"], [string, string, string]>} */
const states = () => ({
  wait: ["wait", "wait", t`väntar`],
  sent: ["kept", "kept", t`skickad`],
  need: ["need", "need", t`behöver dig`],
  unreadable: ["need", "need", t`oläslig`],
  removed: ["unscored", "wait", t`borttagen`],
});

/** Its shape, tone and word. @param {Entry} entry */
function stateOf(entry) {
  if (entry.withdrawing) {
    return ["wait", "wait", t`tas bort`];
  }
  const isRefused = entry.state === "removed" && historyOf(entry).refused;
  return isRefused ? ["unscored", "wait", t`avvisad`] : states()[entry.state];
}

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachMine(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");
  const counts = h("p", { class: "state state--counts", role: "status" });
  const gap = gapLine(book);
  const page = h("div", { class: "page" });
  const foot = h("div");
  /** @type {Set<string>} */
  const opened = new Set();
  // Fetched where something needs its author: it stands above the list, which waits for it.
  /** @type {typeof import("./needs_shelf.js") | undefined} */
  let shelf = book.entries.some(isInNeed) ? await import("./needs_shelf.js") : undefined;
  let shown = AT_ONCE;
  let told = "";

  /** @param {Entry} entry what it is called and where it was */
  function wordsOf({ activity }) {
    const reference = /** @type {any} */ ({ types: [], places: [], ...book.reference });
    const place = whereOf(reference, activity);
    return { ...titleOf(reference, activity), place };
  }

  /** What the list is made of: it is made anew when that changes, never under somebody's hands for nothing. */
  const sign = () =>
    JSON.stringify([shown, book.reference?.generated_at, local(book.powers.now()).date, book.entries]);

  function show() {
    told = sign();
    const visible = book.entries.filter(isShown);
    const needing = visible.filter(isInNeed).sort(readableFirst);
    // One filled button a screen: the first that can be pressed.
    const first = needing.find(({ code }) => !AT_THE_DESK.has(code) && code !== "other_version_stands");
    const rest = visible.filter((entry) => !needing.includes(entry));
    const days = byDay(rest.slice(0, shown));
    const more = () => {
      shown += AT_ONCE * 2;
      show();
    };
    if (needing.length && !shelf) {
      const another = () => {
        told = ""; // at the next change
      };
      void import("./needs_shelf.js").then((found) => {
        shelf = found;
        show();
      }, another);
      return;
    }
    const focused = focusedIn(page);
    showCounts(visible);
    put(
      page,
      ...needing.map((entry) => shelf?.needBox(app, entry, wordsOf(entry), entry === first, remove)),
      ...days.map(([date, entries]) => daySection(date, entries)),
      visible.length === 0 && h("p", { class: "empty" }, t`Inget loggat än. Tryck på Ny när något är gjort.`),
      rest.length > shown && h("button", { class: "btn btn--wide", onclick: more }, t`Visa fler`),
    );
    foot.className = visible.length ? "" : "foot";
    put(
      foot,
      visible.length === 0 && h("a", { class: "btn btn--primary btn--large btn--wide", href: "/ny" }, t`Ny`),
    );
    focused();
  }

  /** "1 behöver dig · 2 väntar · 44 av 47 mottagna". @param {Entry[]} visible */
  function showCounts(visible) {
    const { need, held, waiting, received } = book.tally;
    const figure = (/** @type {number} */ number, /** @type {string} */ words) =>
      number > 0 && h("span", {}, h("strong", {}, number), ` ${words}`);
    const all = need + held + waiting + received;
    put(
      counts,
      figure(need, t`behöver dig`),
      figure(waiting, t`väntar`),
      figure(held, t`hos samordnaren`),
      all > 0 &&
        (all === received
          ? h("span", {}, t`Alla ${received} mottagna`)
          : figure(received, t`av ${all} mottagna`)),
      visible.length === 0 && h("span", {}, t`Inget att skicka`),
    );
  }

  /** @param {Entry[]} entries @returns {[string, Entry[]][]} */
  function byDay(entries) {
    /** @type {Map<string, Entry[]>} */
    const days = new Map();
    for (const entry of [...entries].sort((one, other) => other.activity.started - one.activity.started)) {
      const { date } = local(entry.activity.started);
      days.set(date, [...(days.get(date) ?? []), entry]);
    }
    return [...days];
  }

  /** @param {string} date @param {Entry[]} entries */
  const daySection = (date, entries) =>
    h(
      "section",
      { class: "day" },
      h("h2", {}, capital(dayName(date, local(book.powers.now()).date))),
      h("ul", { class: "lines" }, ...entries.map((entry) => h("li", {}, line(entry)))),
    );

  /** @param {Entry} entry */
  function line(entry) {
    const { corrected, taken_in, refused, origin } = historyOf(entry);
    const isGone = entry.state === "removed";
    const [shape = "", tone = "", word = ""] = stateOf(entry);
    const { name, beside, place } = wordsOf(entry);
    const minutes = minutesOf(entry.activity);
    const second = [place || beside, minutes ? length(minutes) : ""].filter(Boolean).join(" · ");
    const third = [
      corrected && !taken_in && !isGone && t`rättad`,
      origin === "phone" && t`från en annan telefon`,
    ];
    let isUnfolded = false;
    const no = isGone ? t`Avvisad av samordnaren` : t`Ändringen avvisad av samordnaren`;
    const item = h(
      "details",
      { class: "line", open: opened.has(entry.id) },
      h(
        "summary",
        { "data-entry": entry.id },
        h("span", { class: "line__time" }, clockOf(entry.activity.started)),
        h(
          "span",
          { class: "row__text" },
          h("span", { class: "row__title" }, name),
          h("span", { class: "row__second" }, second),
          third.some(Boolean) && h("span", { class: "row__second" }, third.filter(Boolean).join(" · ")),
          refused && h("span", { class: "row__second" }, `${no}: ${refused.reason}`),
        ),
        h("span", { class: `status status--${tone}` }, symbol(shape), word),
      ),
    );
    const unfold = async () => {
      opened[item.open ? "add" : "delete"](entry.id);
      if (item.open && !isUnfolded) {
        isUnfolded = true;
        const { entryDetail } = await import("./entry_detail.js");
        item.append(entryDetail(app, entry, (reason) => remove(entry, reason)));
      }
    };
    item.addEventListener("toggle", unfold);
    void unfold();
    return item;
  }

  /** @param {Entry} entry @param {string} [reason] */
  async function remove(entry, reason) {
    await app.settle((book) => book.withdraw([entry.id], reason));
    show();
    app.say(t`Borttagen. Aktiviteten räknas inte.`);
    if (document.activeElement === document.body) {
      root.querySelector("h1")?.focus({ preventScroll: true });
    }
  }

  put(body, counts, gap.element, page, foot);
  book.watch(() => {
    showCounts(book.entries.filter(isShown)); // out of sight too: they never tell of what was
    // A question that somebody is answering stays; the list follows at the next change, or with the answer.
    if (!root.hidden && told !== sign() && !page.querySelector(".why")) {
      show();
    }
  });
  return {
    /** @param {{saved?: import("./receipt.js").Saved} | undefined} state what was changed just now */
    show(state) {
      const { entries_kept_days = 30 } = book.who;
      put(part(root, "choice"), h("span", { class: "second" }, t`${entries_kept_days} dagar`));
      show();
      void gap.refresh();
      if (state?.saved) {
        history.replaceState({ ...history.state, state: null }, ""); // told once, not again after a reload
        const changed = page.querySelector(`[data-entry="${state.saved.id}"]`);
        app.say(t`Ändringen är sparad ${clockOf(state.saved.at)}.`);
        /** @type {HTMLElement | null} */ (changed)?.focus();
      }
    },
  };
}

/** What was taken back is gone, unless the taking back waits, or another did it: that is told.
 * @param {Entry} entry */
function isShown(entry) {
  const { reason, merged_into, refused } = historyOf(entry);
  const isTold = reason !== "" || merged_into !== null || refused !== null;
  return entry.state !== "removed" || entry.withdrawing || isTold;
}

/** @param {Entry} entry */
const isInNeed = ({ state }) => state === "need" || state === "unreadable";

/** @param {Entry} one @param {Entry} other */
const readableFirst = (one, other) =>
  Number(one.state === "unreadable") - Number(other.state === "unreadable");

/** Keeps the focus on the same entry while the list is made anew. @param {HTMLElement} page @returns {() => void} */
function focusedIn(page) {
  const held = document.activeElement;
  const id = page.contains(held) ? held?.closest("details")?.querySelector("summary")?.dataset["entry"] : "";
  return () => {
    const again = id && page.querySelector(`[data-entry="${id}"]`);
    if (again) {
      /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
    }
  };
}
