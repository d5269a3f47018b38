/** One commitment on Läget: its figure, chart and status; unfolded, its words and its rule. */

import { local, shortDate } from "../core/calendar.js";
import { besideFigure } from "../core/estimates.js";
import { placeOf, standing } from "../core/figures.js";
import { softened } from "../core/hyphens.js";
import { bullet, figure, remark, statusWord } from "../core/standings.js";
import { t } from "../core/texts.js";
import { legend } from "./charts.js";
import { h, symbol } from "./dom.js";
import { chartOf } from "./standing_chart.js";

/** @typedef {import("../core/shapes").Commitment} Commitment */
/** @typedef {import("../core/shapes").Reference} Reference */
/** @typedef {import("../logbook.js").Logbook} Logbook */

/** @param {Commitment} commitment @param {Logbook} book @param {Reference} reference
 * @param {boolean} isFirst whether it tells what the marks on the bars mean */
export function commitmentBlock(commitment, book, reference, isFirst) {
  const now = book.powers.now();
  const pending = book.pending.get(commitment.id) ?? 0;
  const beside = besideFigure(commitment);
  return h(
    "details",
    { class: "block" },
    h(
      "summary",
      { "data-commitment": commitment.id },
      headLine(commitment, pending, now),
      isFirst && legend(bullet(commitment.progress, 0)?.expected ?? null),
      chartOf(commitment, pending, now),
      beside && h("span", { class: "second" }, beside),
      statusLine(commitment, reference, now),
    ),
    detail(commitment, reference, local(now).date),
  );
}

/** @param {...HTMLElement} ends left and right; with large text the right one moves below */
const line = (...ends) => h("span", { class: "block__line" }, ...ends);

/** "Närvaro i kommunen v. 48 … 0:37 + 0:30 av 2:00". @param {Commitment} commitment @param {number} pending @param {number} now */
function headLine(commitment, pending, now) {
  const { value, plus, end } = figure(commitment, pending, now);
  const { of } = standing(commitment, now);
  return line(
    h(
      "span",
      { class: "block__title" },
      softened(commitment.label),
      of && h("span", { class: "second" }, ` ${of}`),
    ),
    h(
      "span",
      { class: "block__figure" },
      h("b", {}, value),
      plus && h("span", { class: "plus" }, plus),
      h("span", { class: "second" }, end),
    ),
  );
}

/** @param {Commitment} commitment @param {Reference} reference @param {number} now */
function statusLine(commitment, reference, now) {
  const { status } = commitment.progress;
  const [shape, word] = statusWord(status);
  const placeName = (/** @type {string} */ id) => placeOf(reference, id)?.name ?? id;
  return line(
    h("span", { class: `status status--${status}` }, symbol(shape), word),
    h("span", { class: "second block__note" }, remark(commitment, local(now).date, placeName)),
  );
}

/** @param {Commitment} commitment @param {Reference} reference @param {string} today */
function detail({ wording, rule_sentence, target_sentence, valid }, { as_of }, today) {
  const fromTo = t`${shortDate(valid.from, today)} till ${shortDate(valid.to, today)}`;
  return h(
    "div",
    { class: "block__detail" },
    h("p", { class: "quote" }, `”${wording}”`),
    h("p", {}, h("b", {}, t`Så räknar vi. `), sentences(rule_sentence, target_sentence)),
    h("p", { class: "second" }, t`Gäller ${fromTo}. Siffror per ${shortDate(as_of, today)}.`),
  );
}

/** @param {...string} texts each with its full stop */
const sentences = (...texts) =>
  texts
    .filter(Boolean)
    .map((text) => text.replace(/\.?$/, "."))
    .join(" ");
