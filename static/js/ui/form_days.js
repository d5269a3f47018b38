/** Which day it was, by a chip or a date, when it began, and from when to when: asked when somebody wants to tell. */

import { addDays, clock, dayName, local, minutesOf, weekday } from "../core/calendar.js";
import { t } from "../core/texts.js";
import { onDay } from "../core/when.js";
import { focusChosen, h, put } from "./dom.js";
import { timerStart } from "./form_timer.js";
import { pick } from "./form_what.js";

const DAYS_BACK = 8;

/** @param {import("./form_pieces.js").Form} form @param {HTMLElement} panel */
export function showDays(form, panel) {
  const now = form.app.book.powers.now();
  const today = local(now).date;
  const { when } = form.draft;
  const chosen = when.kind === "now" ? null : when.date;
  const back = Array.from({ length: DAYS_BACK }, (_, days) => addDays(today, -days));

  /** @param {string | null} date null is now */
  function choose(date) {
    form.change({ when: onDay(form.draft, date, now) });
    showDays(form, panel);
    focusChosen(panel);
  }

  /** @param {string} value */
  function begin(value) {
    if (when.kind === "at") {
      form.change({ when: { ...when, minutes: minutesOf(value) } });
    }
  }

  const day = (/** @type {string | null} */ date, /** @type {string} */ text) =>
    pick({ group: "day", checked: chosen === date, style: " pick--figure", press: () => choose(date) }, text);
  const other = chosen !== null && !back.includes(chosen) ? chosen : "";
  const weekdays = t`måndag tisdag onsdag torsdag fredag lördag söndag`.split(" ");
  const days = back.map((date, number) =>
    day(date, number < 2 ? dayName(date, today) : (weekdays[weekday(date)] ?? "")),
  );
  put(
    panel,
    h("div", { class: "days", role: "group", "aria-label": t`Dag` }, day(null, t`Nu`), ...days),
    h(
      "div",
      { class: "pair" },
      field(t`Annat datum`, { type: "date", max: today, value: other }, (value) => value && choose(value)),
      when.kind === "at" && field(t`Började`, { type: "time", value: clock(when.minutes) }, begin),
    ),
  );
}

/** @param {import("./form_pieces.js").Form} form @param {{date: string, from: number, to: number}} when */
export function spanFields(form, { date, from, to }) {
  /** @param {{from?: number, to?: number}} change */
  function set(change) {
    const { when } = form.draft;
    if (when.kind === "span") {
      form.change({ when: { ...when, ...change } });
    }
  }
  const isToday = date === local(form.app.book.powers.now()).date;
  const isNow = isToday && !form.draft.mends && !form.id; // a row of a sheet is over
  const times = h(
    "div",
    { class: "pair pick--wide" },
    field(t`Start`, { type: "time", value: clock(from) }, (value) => set({ from: minutesOf(value) })),
    field(t`Slut`, { type: "time", value: clock(to) }, (value) => set({ to: minutesOf(value) })),
  );
  return isNow ? [timerStart(form), times] : [times];
}

/** @param {string} label @param {import("./dom.js").Attributes} attributes @param {(value: string) => void} changed */
const field = (label, attributes, changed) =>
  h(
    "label",
    { class: "field" },
    h("span", { class: "label" }, label),
    h("input", {
      class: "input",
      ...attributes,
      onchange: (/** @type {{target: HTMLInputElement}} */ { target }) => changed(target.value),
    }),
  );
