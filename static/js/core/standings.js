/** A commitment's standing in words and lengths, ready to be drawn: the server's figures, own waiting apart. */

import { shortDate } from "./calendar.js";
import { currentPeriod, standing, written } from "./figures.js";

/** @typedef {import("./shapes").Commitment} Commitment */
/** @typedef {import("./shapes").Period} Period */
/** @typedef {{value: number, plus: number, expected: number | null, hatch: "watch" | "behind" | null, pointed: boolean}} Bullet
 *  in percent of the width; the goal stands at GOAL */

/** Where every goal stands, so that goals align. */
export const GOAL = 86;

/** @type {Readonly<Record<string, [symbol: string, word: string]>>} */
const STATUSES = {
  met: ["kept", "Hållet"],
  on_pace: ["pace", "I takt"],
  watch: ["watch", "Bevaka"],
  behind: ["behind", "Efter"],
  not_met: ["missed", "Inte hållet"],
  partly_met: ["partly", "Delvis hållet"],
  in_progress: ["going", "Pågår"],
  not_started: ["notyet", "Inte börjat"],
  not_scored: ["unscored", "Bedöms inte"],
  no_number: ["nonum", "Löpande"],
};

/** @param {string} status */
export const statusWord = (status) => STATUSES[status] ?? ["notyet", status];

/** "31", " + 1", " av 52". @param {Commitment} commitment @param {number} pending @param {number} now
 * @returns {{value: string, plus: string, end: string}} */
export function figure(commitment, pending, now) {
  const { value, goal } = standing(commitment, now);
  const { target } = commitment;
  if (target.kind === "milestone") {
    return { value: "", plus: pending > 0 ? "+ 1" : "", end: "" };
  }
  const sign = pending < 0 ? " − " : " + ";
  const end = goal === null ? ` ${NOUNS[target.kind] ?? "tillfällen"}` : ` av ${written(commitment, goal)}`;
  return {
    value: written(commitment, value),
    plus: pending === 0 ? "" : sign + written(commitment, pending),
    end,
  };
}

/** @type {Readonly<Record<string, string>>} */
const NOUNS = { hours: "tim", sum: "", reported: "" };

/** The second line's right end: what is needed, what remains, when last. @param {Commitment} commitment
 * @param {string} today @param {(place: string) => string} placeName */
export function remark({ target, progress, valid, needed_per_week, last_activity }, today, placeName) {
  if (progress.periods) {
    return ofPeriods(progress, UNITS[target.per ?? ""] ?? "perioder");
  }
  const last = last_activity ?? progress.last_activity;
  const then = last ? shortDate(last, today) : "";
  switch (target.kind) {
    case "coverage":
      return remaining((progress.remaining ?? []).map(placeName));
    case "milestone":
      return progress.value ? then : `senast ${shortDate(valid.to, today)}`;
    case "ongoing":
      return then ? `senast ${then}` : "inget loggat än";
    default:
      return needed(progress, needed_per_week, valid.to, today);
  }
}

/** @param {import("./shapes").Progress} progress @param {string} unit */
const ofPeriods = ({ periods_met, periods_scored }, unit) =>
  periods_scored ? `${periods_met} av ${periods_scored} ${unit}` : "";

/** @type {Readonly<Record<string, string>>} */
const UNITS = {
  iso_week: "veckor",
  month: "månader",
  quarter: "kvartal",
  year: "år",
  pledge_year: "år",
  season: "terminer",
  day: "dagar",
  half_year: "halvår",
  tertial: "tertial",
};

/** @param {string[]} names */
const remaining = (names) =>
  names.length === 0
    ? ""
    : `kvar: ${names.slice(0, 2).join(", ")}${names.length > 2 ? ` och ${names.length - 2} till` : ""}`;

/** @param {import("./shapes").Progress} progress @param {number | null} perWeek @param {string} last @param {string} today */
function needed({ kind, value = 0, at_least = 0 }, perWeek, last, today) {
  const left = at_least - value;
  if (left <= 0 || last < today) {
    return "";
  }
  if (kind !== "hours" && left <= 3) {
    return `${left === 1 ? "ett" : left} till före ${last.endsWith("12-31") ? "årets slut" : shortDate(last, today)}`;
  }
  return perWeek ? `behövs ${kind === "hours" ? decimal(perWeek / 3600) : decimal(perWeek)} i veckan` : "";
}

/** @param {import("./shapes").Progress} progress @param {number} pending @returns {Bullet | null} null without a goal */
export function bullet({ kind, value = 0, at_least, expected, status, periods }, pending) {
  if (!at_least || periods || kind === "milestone" || kind === "coverage") {
    return null;
  }
  const percent = (/** @type {number} */ amount) => (GOAL * Math.max(0, amount)) / at_least;
  const all = percent(value + Math.max(0, pending));
  const isLate = status === "watch" || status === "behind";
  return {
    value: Math.min(98, percent(value)),
    plus: Math.min(98, all) - Math.min(98, percent(value)),
    expected: expected === undefined ? null : Math.min(98, percent(expected)),
    hatch: isLate && expected !== undefined && percent(expected) > all ? status : null,
    pointed: percent(value) > 100,
  };
}

/** The last year of a row of periods, in the shapes of the strip.
 * @param {import("./shapes").Progress} progress @param {number} now @param {number} most
 * @returns {{state: string, share: number, period: Period}[]} */
export function strip(progress, now, most) {
  const current = currentPeriod(progress, now);
  return (progress.periods ?? []).slice(-most).map((period) => ({
    state: period === current && !period.closed ? "current" : stateOf(period),
    share: Math.min(1, period.at_least ? period.value / period.at_least : 0),
    period,
  }));
}

/** @param {Period} period */
function stateOf({ scored, met, closed }) {
  if (!closed) {
    return "future";
  }
  return scored ? (met ? "kept" : "missed") : "unscored";
}

/** Swedish decimals, no more than asked for. @param {number} number @param {number} decimals */
export const decimal = (number, decimals = 1) =>
  String(Number(number.toFixed(decimals)))
    .replace(".", ",")
    .replace("-", "−");
