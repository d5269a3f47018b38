/** A line of Mina: when and what, how it stands; unfolded, what became of it and what can be done with it. */

import { clockOf, length } from "../core/calendar.js";
import { minutesOf } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { historyOf } from "../core/history.js";
import { titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { dotted, h, symbol } from "./dom.js";

/** @typedef {import("../core/shapes").Entry} Entry */
/** @typedef {{name: string, beside: string, place: string}} Words */

/** @returns {Record<Entry["state"], [string, string, string]>} */
const states = () => ({
  wait: ["wait", "wait", t`väntar`],
  sent: ["kept", "kept", t`skickad`],
  need: ["need", "need", t`behöver dig`],
  unreadable: ["need", "need", t`oläslig`],
  removed: ["unscored", "wait", t`borttagen`],
});

/** Its shape, tone and word. @param {Entry} entry */
export function stateOf(entry) {
  if (entry.withdrawing) {
    return ["wait", "wait", t`tas bort`];
  }
  const isRefused = entry.state === "removed" && historyOf(entry).refused;
  return isRefused ? ["unscored", "wait", t`avvisad`] : states()[entry.state];
}

/** What it is called and where it was. @param {import("../logbook.js").Logbook} book @param {Entry} entry @returns {Words} */
export function wordsOf(book, { activity }) {
  const reference = /** @type {any} */ ({ types: [], places: [], ...book.reference });
  return { ...titleOf(reference, activity), place: whereOf(reference, activity) };
}

/** @param {Entry} entry @param {Words} words @param {Set<string>} opened @param {() => Promise<HTMLElement>} detail */
export function entryLine(entry, { name, beside, place }, opened, detail) {
  const { corrected, taken_in, refused, origin } = historyOf(entry);
  const isGone = entry.state === "removed";
  const minutes = minutesOf(entry.activity);
  const no = isGone ? t`Avvisad av samordnaren` : t`Ändringen avvisad av samordnaren`;
  return foldingLine(entry, opened, detail, clockOf(entry.activity.started), name, [
    [place || beside, minutes ? length(minutes).replace(" ", "\u00a0") : ""],
    [corrected && !taken_in && !isGone && t`rättad`, origin === "phone" && t`från en annan telefon`],
    [Boolean(refused) && `${no}: ${refused?.reason}`],
  ]);
}

/** @param {Entry} entry @param {Set<string>} opened @param {() => Promise<HTMLElement>} detail made when it is unfolded
 * @param {string} time @param {string} title @param {(string | false | undefined)[][]} seconds lines of facts; the first stands even where it is empty */
export function foldingLine(entry, opened, detail, time, title, seconds) {
  const [shape = "", tone = "", word = ""] = stateOf(entry);
  let isUnfolded = false;
  const item = h(
    "details",
    { class: "line", open: opened.has(entry.id) },
    h(
      "summary",
      { "data-entry": entry.id },
      h("span", { class: "line__time" }, time),
      h(
        "span",
        { class: "row__text" },
        h("span", { class: "row__title" }, title),
        ...seconds.map((facts, place) => (facts.some(Boolean) || !place) && dotted("row__second", ...facts)),
      ),
      h("span", { class: `status status--${tone}` }, symbol(shape), word),
    ),
  );
  const unfold = async () => {
    opened[item.open ? "add" : "delete"](entry.id);
    if (item.open && !isUnfolded) {
      isUnfolded = true;
      item.append(await detail());
    }
  };
  item.addEventListener("toggle", unfold);
  void unfold();
  return item;
}
