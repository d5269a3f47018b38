/** When an activity was, as it is chosen: now, on a day, from start to stop; each change keeps what still holds. */

import { clock, clockOf, dayName, local } from "./calendar.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Draft} Draft */
/** @typedef {import("./shapes").When} When */

const QUARTER = 15;

/** The last quarter of an hour, as minutes of the day. @param {number} now */
const quarter = (now) => Math.floor(local(now).minutes / QUARTER) * QUARTER;

/** Moves to another day; null is now. @param {Draft} draft @param {string | null} date @param {number} now @returns {When} */
export function onDay({ when, minutes }, date, now) {
  if (when.kind === "span") {
    return { ...when, date: date ?? local(now).date };
  }
  if (date === null) {
    return { kind: "now" };
  }
  const start = when.kind === "at" ? when.minutes : Math.max(0, quarter(now) - minutes);
  return { kind: "at", date, minutes: start };
}

/** From start to stop instead of a length. @param {Draft} draft @param {number} now @returns {When} */
export function asSpan({ when, minutes }, now) {
  const date = when.kind === "now" ? local(now).date : when.date;
  const from = when.kind === "at" ? when.minutes : (quarter(now) - minutes + 1440) % 1440;
  return { kind: "span", date, from, to: (from + minutes) % 1440 };
}

/** A length instead of from start to stop. @param {Draft} draft @param {number} now @returns {When} */
export function asLength({ when }, now) {
  if (when.kind !== "span") {
    return when;
  }
  return when.date === local(now).date
    ? { kind: "now" }
    : { kind: "at", date: when.date, minutes: when.from };
}

/** "Nu, 15:40", "i går 14:00", "i går 14:00–15:10". @param {When} when @param {number} now */
export function whenText(when, now) {
  if (when.kind === "now") {
    return t`nu, ${clockOf(now)}`;
  }
  const times = when.kind === "at" ? clock(when.minutes) : `${clock(when.from)}–${clock(when.to)}`;
  return `${dayName(when.date, local(now).date)} ${times}`;
}
