/** One planned time on Logga: what and where, Gjort beside it, and what it opens to; answered, it says so. */

import { length, shortDate } from "../core/calendar.js";
import { whereOf } from "../core/figures.js";
import { iconOf } from "../core/names.js";
import { draftFor, workday } from "../core/planned.js";
import { t } from "../core/texts.js";
import { say } from "../planning.js";
import { dotted, drawnIds, h, icon, put, symbol } from "./dom.js";
import { whyNot } from "./planned_why.js";
import { receiptRow } from "./receipt.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/planned.js").Row} Row */

/** @param {HTMLElement} box @param {Row} row @param {App} app @param {(box: HTMLElement) => Promise<void>} redraw */
export function fillPlanned(box, row, app, redraw) {
  const { time, answer, word } = row;
  const { book } = app;
  const reference = /** @type {import("../core/shapes").Reference} */ (book.reference);
  const { draft, isWhole } = draftFor(time, book, reference, book.powers.now(), app.here);
  const shape = time.type
    ? iconOf(reference, { type: time.type, focus: draft.focus }, drawnIds())
    : "calendar";
  const { plan_item } = time;
  const municipality = book.who.current;
  const more = h("div", { class: "plan__more", hidden: true });
  const back = () => {
    box.ariaBusy = null;
    return redraw(box);
  };

  /** @param {import("./receipt.js").Saved} saved */
  const receipt = (saved) => receiptRow(box, app, saved, back);

  const failed = async (/** @type {string} */ sentence) =>
    (await import("./failed.js")).failRow(box, sentence, back);

  async function done() {
    if (box.ariaBusy) {
      return; // a double tap is one
    }
    if (time.type && !isWhole) {
      void app.screens.go("/ny", { draft }); // where it was is still to be chosen
      return;
    }
    box.ariaBusy = "true";
    if (time.type) {
      await app.save(draft, receipt, failed);
    } else {
      await answered("done");
    }
  }

  /** @param {"done" | "not_done"} outcome @param {string} [reason] */
  async function answered(outcome, reason) {
    let name = "";
    await app.settle(async (one) => {
      name = await say(one, { municipality, plan_item, outcome, ...(reason && { reason }) });
    });
    const takeBack = () => say(book, { municipality, plan_item, outcome: "open" }, name);
    const words = outcome === "done" ? t`Gjort` : t`Inte genomförd`;
    receipt({ id: name, at: book.powers.now(), commitments: [], words, back: takeBack });
  }

  async function reopen() {
    await app.settle((one) => say(one, { municipality, plan_item, outcome: "open" }, word?.id));
    app.say(t`Öppen igen.`);
    await redraw(box);
  }

  function unfold() {
    const isOpen = more.hidden;
    more.hidden = !isOpen;
    what.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) {
      return; // what has changed meanwhile is shown with the next change
    }
    const change = () => app.screens.go("/ny", { draft });
    put(
      more,
      time.type && h("button", { class: "btn", onclick: change }, t`Ändra innan det sparas`),
      whyNot((reason) => answered("not_done", reason)),
    );
  }

  const words = h(
    "span",
    { class: "row__text" },
    h("span", { class: "row__title" }, time.title),
    dotted("row__second", ...secondLine(row, draft, isWhole, reference, book.powers.now())),
  );
  const what = h(
    "button",
    { class: "plan__what", "aria-expanded": "false", onclick: unfold },
    icon(shape),
    words,
  );
  if (answer) {
    const isOwn = word && !word.isEntry && word.came !== "taken"; // and can be taken back here
    const change = isOwn && h("button", { class: "btn btn--quiet plan__done", onclick: reopen }, t`Ändra`);
    put(box, h("div", { class: "plan__what" }, icon(shape), words), change);
  } else {
    put(box, what, h("button", { class: "btn btn--act plan__done", onclick: done }, t`Gjort`), more);
  }
}

/** Where, how long and until when: what Gjort will save; or what became of it. @param {Row} row @param {import("../core/shapes").Draft} draft
 * @param {boolean} isWhole @param {import("../core/shapes").Reference} reference @param {number} now */
function* secondLine({ time, answer, word }, draft, isWhole, reference, now) {
  if (answer) {
    yield statusOf(answer);
  }
  yield answer === "not_done" ? word?.reason || time.reason : whereOf(reference, draft) || time.unit;
  if (answer) {
    return;
  }
  if (time.type && isWhole) {
    yield length(draft.minutes);
  }
  const day = workday(now);
  if (time.days.to > day) {
    yield t`t.o.m. ${shortDate(time.days.to, day)}`.replaceAll(" ", "\u00a0");
  }
}

/** @param {"done" | "not_done"} answer */
const statusOf = (answer) =>
  answer === "done"
    ? h("span", { class: "status status--kept" }, symbol("kept"), t`Gjort`)
    : h("span", { class: "status status--wait" }, symbol("unscored"), t`Inte genomförd`);
