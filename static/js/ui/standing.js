/** Läget: every commitment's figure as the server gave it, its age first, own waiting apart. */

import { local, moment, shortDate } from "../core/calendar.js";
import { besideFigure } from "../core/estimates.js";
import { placeOf, standing } from "../core/figures.js";
import { softened } from "../core/hyphens.js";
import { bullet, figure, remark, statusWord } from "../core/standings.js";
import { t } from "../core/texts.js";
import { legend } from "./charts.js";
import { h, icon, part, put, symbol } from "./dom.js";
import { chartOf } from "./standing_chart.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Commitment} Commitment */
/** @typedef {import("../core/shapes").Reference} Reference */

/** @param {...string} texts each with its full stop */
const sentences = (...texts) =>
  texts
    .filter(Boolean)
    .map((text) => text.replace(/\.?$/, "."))
    .join(" ");

/** @param {{from: string, to: string}} valid @param {string} today */
const fromTo = ({ from, to }, today) => t`${shortDate(from, today)} till ${shortDate(to, today)}`;

/** @param {...HTMLElement} ends left and right; with large text the right one moves below */
const line = (...ends) => h("span", { class: "block__line" }, ...ends);

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachStanding(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");

  function show() {
    const { reference } = book;
    put(part(root, "choice"), municipality());
    if (!reference) {
      put(body, h("p", { class: "state" }, t`Inga siffror än. De hämtas när nätet är tillbaka.`));
      return;
    }
    put(
      body,
      age(),
      h("div", { class: "page" }, ...reference.pledges.flatMap((pledge) => pledgePart(pledge, reference))),
    );
    if (reference.pledges.length === 0) {
      put(body, age(), h("p", { class: "page empty" }, t`Kommunen har inget löfte som gäller nu.`));
    }
  }

  function municipality() {
    const { municipalities, current } = book.who;
    if (municipalities.length < 2) {
      return h("span", { class: "second" }, municipalities[0]?.name);
    }
    const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
    const options = municipalities.map(({ code, name }) =>
      h("option", { value: code, selected: code === current }, name),
    );
    return h(
      "label",
      { class: "choice" },
      h("span", { class: "hidden-text" }, t`Kommun`),
      h("select", { onchange: choose }, ...options),
      icon("down"),
    );
  }

  function age() {
    const { figures_at, tally, powers } = book;
    const own = tally.waiting
      ? t`${tally.waiting} ${tally.waiting === 1 ? t`egen` : t`egna`} väntar`
      : t`inget väntar`;
    const when = figures_at === null ? "" : moment(figures_at, powers.now());
    return h(
      "p",
      { class: "state state--still" },
      h("span", { class: "status" }, icon("clock"), h("strong", {}, t`Siffror från ${when}`)),
      h("span", { class: "second" }, own),
    );
  }

  /** @param {import("../core/shapes").Pledge} pledge @param {Reference} reference */
  function pledgePart({ title, demo, focus_areas }, reference) {
    // What caret and mark mean is told once, over the first bar.
    const first = focus_areas
      .flatMap(({ commitments }) => commitments)
      .find(({ progress }) => bullet(progress, 0));
    return [
      (reference.pledges.length > 1 || demo) && h("h2", { class: "pledge" }, title),
      ...focus_areas.map(({ name, commitments }) =>
        h(
          "section",
          { class: "area" },
          h("h3", {}, softened(name)),
          ...commitments.map((one) => block(one, reference, one === first)),
        ),
      ),
    ];
  }

  /** @param {Commitment} commitment @param {Reference} reference @param {boolean} isFirst */
  function block(commitment, reference, isFirst) {
    const now = book.powers.now();
    const pending = book.pending.get(commitment.id) ?? 0;
    const { value, plus, end } = figure(commitment, pending, now);
    const { of } = standing(commitment, now);
    const [shape, word] = statusWord(commitment.progress.status);
    const placeName = (/** @type {string} */ id) => placeOf(reference, id)?.name ?? id;
    const today = local(now).date;
    const beside = besideFigure(commitment);
    const note = remark(commitment, today, placeName);
    return h(
      "details",
      { class: "block" },
      h(
        "summary",
        {},
        line(
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
        ),
        isFirst && legend(bullet(commitment.progress, 0)?.expected ?? null),
        chartOf(commitment, pending, now),
        beside && h("span", { class: "second" }, beside),
        line(
          h("span", { class: `status status--${commitment.progress.status}` }, symbol(shape), word),
          h("span", { class: "second block__note" }, note),
        ),
      ),
      h(
        "div",
        { class: "block__detail" },
        h("p", { class: "quote" }, `”${commitment.wording}”`),
        h(
          "p",
          {},
          h("b", {}, t`Så räknar vi. `),
          sentences(commitment.rule_sentence, commitment.target_sentence),
        ),
        h(
          "p",
          { class: "second" },
          t`Gäller ${fromTo(commitment.valid, today)}. Siffror per ${shortDate(reference.as_of, today)}.`,
        ),
      ),
    );
  }

  book.watch(() => !root.hidden && !body.querySelector("details[open]") && show());
  return {
    show() {
      show();
      void app.courier.then((courier) => courier.figures());
    },
  };
}
