/** Planned today, below Igen: each time with Gjort, which saves at once; pressed itself, it opens to the rest. */

import { addDays, dayName } from "../core/calendar.js";
import { isNight, plannedFor, workday } from "../core/planned.js";
import { t } from "../core/texts.js";
import { planOf } from "../planning.js";
import { h, put } from "./dom.js";
import { fillPlanned } from "./planned_row.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/planned.js").Row} Row */

const AT_ONCE = 3;
let isWhole = false; // whether all rows are shown

/** @param {HTMLElement} slot @param {App} app */
export async function showPlanned(slot, app) {
  const { book } = app;
  const rows = await rowsOf(app);
  if (slot.querySelector('.receipt, .failed, [aria-busy], [aria-expanded="true"]')) {
    return; // nothing moves under a finger: what is answered shows the rest when it is done
  }
  if (rows.length === 0) {
    put(slot);
    slot.hidden ||= true; // said once: the screen is watched for what is shown
    slot.dataset["told"] = "";
    return;
  }
  const told = JSON.stringify([rows, isWhole, workday(book.powers.now()), book.reference?.generated_at]);
  if (slot.dataset["told"] !== told) {
    slot.dataset["told"] = told;
    draw(slot, app, rows);
  }
}

/** @param {App} app @returns {Promise<Row[]>} */
async function rowsOf({ book }) {
  const plan = await planOf(book);
  return plan && book.reference ? plannedFor(plan, book.items, book.powers.now()) : [];
}

/** @param {HTMLElement} slot @param {App} app @param {Row[]} rows */
function draw(slot, app, rows) {
  const now = app.book.powers.now();
  const held = document.activeElement instanceof HTMLElement && slot.contains(document.activeElement);
  const focused = held ? document.activeElement?.closest("li")?.dataset["planned"] : undefined;
  /** A row alone, as it stands now, whatever is open beside it; then all of them, where nothing is.
   * @param {HTMLElement} box */
  const redraw = async (box) => {
    const name = box.dataset["planned"];
    const hadFocus = box.contains(document.activeElement);
    const row = (await rowsOf(app)).find(({ time }) => time.plan_item === name);
    if (row) {
      fillPlanned(box, row, app, redraw);
    } else {
      box.remove();
    }
    slot.dataset["told"] = "";
    await showPlanned(slot, app);
    if (hadFocus && document.activeElement === document.body) {
      focusOn(slot.querySelector(`[data-planned="${name}"] button`) ?? slot.querySelector(".plan button"));
    }
  };
  const all = () => {
    isWhole = true;
    void showPlanned(slot, app).then(() =>
      slot.querySelectorAll("li")[AT_ONCE]?.querySelector("button")?.focus(),
    );
  };
  const open = rows.filter(({ answer }) => !answer);
  const left = isWhole ? 0 : Math.max(0, open.length - AT_ONCE);
  const later = open.slice(open.length - left);
  const shown = rows.filter((row) => !(left && later.includes(row)));
  put(
    slot,
    h(
      "div",
      { class: "head" },
      h("h2", {}, isNight(now) ? t`Planerat i natt` : t`Planerat i dag`),
      h("p", { class: "second" }, dayOf(now)),
    ),
    h("ul", { class: "plans" }, ...shown.map((row) => item(row, app, redraw))),
    left > 0 && h("button", { class: "btn btn--quiet btn--edge", onclick: all }, t`Visa ${left} till`),
  );
  slot.hidden = false;
  focusOn(focused ? slot.querySelector(`[data-planned="${focused}"] button`) : null);
}

/** Nothing moves on the screen for it. @param {Element | null} button */
const focusOn = (button) => /** @type {HTMLElement | null} */ (button)?.focus({ preventScroll: true });

/** @param {Row} row @param {App} app @param {(box: HTMLElement) => Promise<void>} redraw */
function item(row, app, redraw) {
  const box = h("li", { class: "plan", "data-planned": row.time.plan_item });
  fillPlanned(box, row, app, redraw);
  return box;
}

/** "tis 14 sep", of the day that is worked on. @param {number} now */
const dayOf = (now) => dayName(workday(now), addDays(workday(now), 2));
