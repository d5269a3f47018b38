/** Mina: own entries day by day, each with its state, and first those that need their author. */

import { clockOf, dayName, length, local } from "../core/calendar.js";
import { again, emptyDraft, minutesOf } from "../core/draft.js";
import { placeOf } from "../core/figures.js";
import { mending } from "../core/mending.js";
import { capital, titleOf } from "../core/names.js";
import { needOf } from "../core/needs.js";
import { h, part, put, symbol } from "./dom.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Entry} Entry */

const AT_ONCE = 60;
const STATES = /** @type {Record<Entry["state"], [string, string, string]>} */ ({
  wait: ["wait", "wait", "väntar"],
  sent: ["kept", "kept", "skickad"],
  need: ["need", "need", "behöver dig"],
  unreadable: ["need", "need", "oläslig"],
  removed: ["wait", "wait", "tas bort"],
});

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachMine(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");
  let shown = AT_ONCE;

  const types = () => ({ types: [], places: [], ...book.reference });
  /** @param {Entry} entry */
  const whatOf = ({ activity }) => titleOf(/** @type {any} */ (types()), activity).name;
  /** @param {Entry} entry */
  const whereOf = ({ activity }) => placeOf(/** @type {any} */ (types()), activity.place)?.name ?? "";
  /** @param {Entry} entry */
  const besideOf = ({ activity }) => titleOf(/** @type {any} */ (types()), activity).beside;

  function show() {
    const visible = book.entries.filter(({ state, withdrawing }) => state !== "removed" || withdrawing);
    const needing = visible.filter(({ state }) => state === "need" || state === "unreadable");
    const days = byDay(visible.filter((entry) => !needing.includes(entry)).slice(0, shown));
    const more = () => {
      shown += AT_ONCE * 2;
      show();
    };
    put(part(root, "choice"), h("span", { class: "second" }, `${book.who.entries_kept_days ?? 30} dagar`));
    put(
      body,
      counts(visible),
      h(
        "div",
        { class: "page" },
        ...needing.map(needBox),
        ...days.map(([date, entries]) => daySection(date, entries)),
        visible.length === 0 &&
          h("p", { class: "empty" }, "Inget loggat än. Tryck på Ny när något är gjort."),
        visible.length > shown + needing.length &&
          h("button", { class: "btn btn--wide", onclick: more }, "Visa fler"),
      ),
      visible.length === 0 &&
        h(
          "div",
          { class: "foot" },
          h("a", { class: "btn btn--primary btn--large btn--wide", href: "/ny" }, "Ny"),
        ),
    );
  }

  /** "1 behöver dig · 2 väntar · 44 av 47 mottagna". @param {Entry[]} visible */
  function counts(visible) {
    const { need, waiting, received } = book.tally;
    const figure = (/** @type {number} */ number, /** @type {string} */ words) =>
      number > 0 && h("span", {}, h("strong", {}, number), ` ${words}`);
    const all = visible.length === received;
    return h(
      "p",
      { class: "state state--counts", role: "status" },
      figure(need, "behöver dig"),
      figure(waiting, "väntar"),
      visible.length > 0 &&
        (all
          ? h("span", {}, `Alla ${received} mottagna`)
          : figure(received, `av ${visible.length} mottagna`)),
      visible.length === 0 && h("span", {}, "Inget att skicka"),
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
    const [shape, tone, word] = STATES[entry.state];
    const minutes = minutesOf(entry.activity);
    const second = [whereOf(entry) || besideOf(entry), minutes ? length(minutes) : ""]
      .filter(Boolean)
      .join(" · ");
    const item = h(
      "details",
      { class: "line" },
      h(
        "summary",
        {},
        h("span", { class: "line__time" }, clockOf(entry.activity.started)),
        h(
          "span",
          { class: "row__text" },
          h("span", { class: "row__title" }, whatOf(entry)),
          h("span", { class: "row__second" }, second),
        ),
        h("span", { class: `status status--${tone}` }, symbol(shape), word),
      ),
    );
    item.addEventListener(
      "toggle",
      () => item.open && item.childElementCount === 1 && item.append(detail(entry)),
    );
    return item;
  }

  /** @param {Entry} entry */
  function detail(entry) {
    const labels = entry.counted_towards.map(({ label }) => label);
    const counted = labels.length
      ? `Räknades mot: ${labels.join(", ")}.`
      : entry.state === "sent"
        ? "Räknades inte mot något åtagande."
        : "";
    const redo = () => {
      const empty = emptyDraft(book.who.current, book.who.user.organisation);
      void app.screens.go("/ny", { draft: again(empty, entry.activity) });
    };
    return h(
      "div",
      { class: "line__detail" },
      counted && h("p", {}, counted),
      entry.note && h("p", { class: "second" }, `”${entry.note}”`),
      h(
        "div",
        { class: "pair" },
        h("button", { class: "btn", onclick: redo }, "Logga igen"),
        entry.state !== "removed" && h("button", { class: "btn", onclick: () => remove(entry) }, "Ta bort"),
      ),
    );
  }

  /** @param {Entry} entry */
  function needBox(entry) {
    const { sentence, button } = needOf(entry, book.who.user.name);
    const minutes = minutesOf(entry.activity);
    const when = `${dayName(local(entry.activity.started).date, local(book.powers.now()).date)} ${clockOf(entry.activity.started)}`;
    const mend = () => void app.screens.go("/ny", { draft: mending(entry, book.who.user) });
    const isReadable = entry.state !== "unreadable";
    return h(
      "section",
      { class: "need" },
      h("p", { class: "status status--need" }, symbol("need"), "Behöver dig"),
      isReadable && h("h2", {}, [whatOf(entry), whereOf(entry)].filter(Boolean).join(", ")),
      isReadable &&
        h("p", { class: "second" }, [when, minutes ? length(minutes) : ""].filter(Boolean).join(" · ")),
      h("p", {}, sentence),
      button && h("button", { class: "btn btn--primary btn--wide", onclick: mend }, button),
      !isReadable && h("a", { class: "btn btn--act btn--wide", href: "/mer" }, "Spara en kopia"),
      isReadable && h("button", { class: "btn btn--quiet", onclick: () => remove(entry) }, "Ta bort"),
    );
  }

  /** @param {Entry} entry */
  async function remove(entry) {
    await app.withdraw(entry.id);
    app.say("Borttagen. Aktiviteten räknas inte.");
  }

  book.watch(() => !root.hidden && !body.querySelector("details[open]") && show());
  return { show };
}
