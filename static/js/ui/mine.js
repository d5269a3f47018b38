/** Mina: own entries day by day, each with its state, and first those that need their author. */

import { clockOf, dayName, local } from "../core/calendar.js";
import { AT_THE_DESK } from "../core/items.js";
import { capital } from "../core/names.js";
import { t } from "../core/texts.js";
import { h, part, put } from "./dom.js";
import { gapLine } from "./gap.js";
import { showCounts } from "./mine_counts.js";
import { byDay, focusedIn, isInNeed, isShown, readableFirst } from "./mine_days.js";
import { nothingYet, wayToNew } from "./mine_empty.js";
import { entryLine, wordsOf } from "./mine_line.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Entry} Entry */

const AT_ONCE = 60;
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
  /** @type {Awaited<ReturnType<typeof import("./mine_words.js").linesOfWords>> | undefined} */
  let lineOfWord = await forWords();
  let shown = AT_ONCE;
  let told = "";

  /** Fetched where something was said of a plan. */
  async function forWords() {
    return book.words.length ? (await import("./mine_words.js")).linesOfWords(app) : undefined;
  }

  /** What the list is made of: it is made anew when that changes, never under somebody's hands for nothing. */
  const sign = () =>
    JSON.stringify([
      shown,
      book.reference?.generated_at,
      local(book.powers.now()).date,
      [...book.entries, ...book.words],
    ]);

  function show() {
    told = sign();
    const visible = [...book.entries.filter(isShown), ...(lineOfWord ? book.words : [])];
    const needing = visible
      .filter((entry) => isInNeed(entry) && !book.words.includes(entry))
      .sort(readableFirst);
    // One filled button a screen: the first that can be pressed.
    const first = needing.find(({ code }) => !AT_THE_DESK.has(code) && code !== "other_version_stands");
    const rest = visible.filter((entry) => !needing.includes(entry));
    const days = byDay(rest.slice(0, shown));
    const more = () => {
      const { id } = rest[shown] ?? {};
      shown += AT_ONCE * 2;
      show();
      /** @type {HTMLElement | null} */ (page.querySelector(`[data-entry="${id}"]`))?.focus();
    };
    const another = () => {
      told = ""; // at the next change
    };
    if (needing.length && !shelf) {
      void import("./needs_shelf.js").then((found) => {
        shelf = found;
        show();
      }, another);
      return;
    }
    if (book.words.length && !lineOfWord) {
      void forWords().then((found) => {
        lineOfWord = found;
        show();
      }, another);
    }
    const focused = focusedIn(page);
    showCounts(counts, book.tally);
    put(
      page,
      ...needing.map((entry) => shelf?.needBox(app, entry, wordsOf(book, entry), entry === first, remove)),
      ...days.map(([date, entries]) => daySection(date, entries)),
      visible.length === 0 && nothingYet(),
      rest.length > shown && h("button", { class: "btn btn--wide", onclick: more }, t`Visa fler`),
    );
    foot.className = visible.length ? "" : "foot";
    put(foot, visible.length === 0 && wayToNew());
    focused();
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
  const line = (entry) =>
    book.words.includes(entry) && lineOfWord
      ? lineOfWord(entry, opened, show)
      : entryLine(entry, wordsOf(book, entry), opened, async () => {
          const { entryDetail } = await import("./entry_detail.js");
          return entryDetail(app, entry, (reason) => remove(entry, reason));
        });

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
    showCounts(counts, book.tally); // out of sight too: they never tell of what was
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
        const changed = page.querySelector(`[data-entry="${state.saved.id}"]`);
        app.say(t`Ändringen är sparad ${clockOf(state.saved.at)}.`);
        /** @type {HTMLElement | null} */ (changed)?.focus();
      }
    },
  };
}
