/** The head of a row: what, where, when and how long, what it will count for, and what is wrong with it. */

import { length } from "../core/calendar.js";
import { activityOf, span } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { iconOf, titleOf } from "../core/names.js";
import { countsLine, twinOf } from "../core/sheet.js";
import { t } from "../core/texts.js";
import { whenText } from "../core/when.js";
import { dotted, drawnIds, h, icon } from "./dom.js";

/** @typedef {import("../core/shapes").Draft} Draft */

/** @param {{book: import("../logbook.js").Logbook, rows: readonly Draft[], place: number, isOpen: boolean,
 *   fault: import("../core/sheet.js").Faults | null, press: () => void}} row */
export function rowHead({ book, rows, place, isOpen, fault, press }) {
  const draft = /** @type {Draft} */ (rows[place]);
  const reference = /** @type {import("../core/shapes").Reference} */ (book.reference);
  const now = book.powers.now();
  const what = { type: draft.type ?? "", focus: draft.focus };
  const { name, beside } = draft.type
    ? titleOf(reference, what)
    : { name: t`Välj vad som gjordes`, beside: "" };
  const twin = twinOf(rows, place, now);
  const facts = [
    beside,
    whereOf(reference, activityOf(draft, "", now)),
    whenText(draft.when, now),
    lasted(draft, now),
  ];
  const lines = [
    countsLine(reference, draft, book.who.user.id, now),
    twin && t`Samma tid och plats som rad ${twin}`,
  ];
  return h(
    "button",
    { class: "row sheet__head", type: "button", "aria-expanded": String(isOpen), onclick: press },
    icon(iconOf(reference, what, drawnIds())),
    h(
      "span",
      { class: "row__text" },
      h("span", { class: "row__title" }, h("span", { class: "hidden-text" }, t`Rad ${place + 1}: `), name),
      dotted("row__second", ...facts),
      ...lines.filter(Boolean).map((line) => h("span", { class: "row__second" }, line)),
      fault && h("span", { class: "row__second sheet__fault" }, Object.values(fault).join(" ")),
    ),
    icon("down", " sheet__arrow"),
  );
}

/** @param {Draft} draft @param {number} now */
function lasted(draft, now) {
  const { started, ended } = span(draft, now);
  return Number.isNaN(ended - started) ? "" : length((ended - started) / 60_000).replace(" ", "\u00a0");
}
