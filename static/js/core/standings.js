/** A commitment's standing in words and lengths, ready to be drawn: the server's figures, own waiting apart. */

import { shortDate } from "./calendar.js";
import { currentPeriod, standing, written } from "./figures.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Commitment} Commitment */
/** @typedef {import("./shapes").Period} Period */
/** @typedef {{value: number, plus: number, expected: number | null, hatch: "watch" | "behind" | null, pointed: boolean}} Bullet
 *  in percent of the width; the goal stands at GOAL */

/** Where every goal stands, so that goals align. */
export const GOAL = 86;

/** @returns {Readonly<Record<string, [symbol: string, word: string]>>} */
const statuses = () => ({
  met: ["kept", t`Hållet`],
  on_pace: ["pace", t`I takt`],
  watch: ["watch", t`Bevaka`],
  behind: ["behind", t`Efter`],
  not_met: ["missed", t`Inte hållet`],
  partly_met: ["partly", t`Delvis hållet`],
  in_progress: ["going", t`Pågår`],
  not_started: ["notyet", t`Inte börjat`],
  not_scored: ["unscored", t`Bedöms inte`],
  no_number: ["nonum", t`Löpande`],
});

/** @param {string} status */
export const statusWord = (status) => statuses()[status] ?? ["notyet", status];

/** "31", " + 1", " av 52". @param {Commitment} commitment @param {number} pending @param {number} now
 * @returns {{value: string, plus: string, end: string}} */
export function figure(commitment, pending, now) {
  const { value, goal } = standing(commitment, now);
  const { target } = commitment;
  if (target.kind === "milestone") {
    return { value: "", plus: pending > 0 ? "+ 1" : "", end: "" };
  }
  const sign = pending < 0 ? " − " : " + ";
  const end = goal === null ? ` ${nounOf(target.kind)}` : t` av ${written(commitment, goal)}`;
  return {
    value: written(commitment, value),
    plus: pending === 0 ? "" : sign + written(commitment, pending),
    end,
  };
}

/** @param {string} kind */
const nounOf = (kind) => ({ hours: t`tim`, sum: "", reported: t`redovisade` })[kind] ?? t`tillfällen`;

/** The second line's right end: what is needed, what remains, when last. @param {Commitment} commitment
 * @param {string} today @param {(place: string) => string} placeName */
export function remark({ target, progress, valid, needed_per_week, last_activity }, today, placeName) {
  if (progress.periods) {
    return ofPeriods(progress, units()[target.per ?? ""] ?? t`perioder`);
  }
  const last = last_activity ?? progress.last_activity;
  const then = last ? shortDate(last, today) : "";
  switch (target.kind) {
    case "coverage":
      return remaining((progress.remaining ?? []).map(placeName));
    case "milestone":
      return progress.value ? then : t`senast ${shortDate(valid.to, today)}`;
    case "ongoing":
      // When something sensitive was last done is not told.
      return then ? t`senast ${then}` : progress.value ? t`dag visas inte` : t`inget loggat än`;
    default:
      return needed(progress, needed_per_week, valid.to, today);
  }
}

/** @param {import("./shapes").Progress} progress @param {string} unit */
const ofPeriods = ({ periods_met, periods_scored }, unit) =>
  periods_scored ? t`${periods_met} av ${periods_scored} ${unit}` : "";

/** @returns {Readonly<Record<string, string>>} */
const units = () => ({
  iso_week: t`veckor`,
  month: t`månader`,
  quarter: t`kvartal`,
  year: t`år`,
  pledge_year: t`år`,
  season: t`terminer`,
  day: t`dagar`,
  half_year: t`halvår`,
  tertial: t`tertial`,
});

/** @param {string[]} names */
const remaining = (names) =>
  names.length === 0
    ? ""
    : t`kvar: ${names.slice(0, 2).join(", ")}${names.length > 2 ? t` och ${names.length - 2} till` : ""}`;

/** @param {import("./shapes").Progress} progress @param {number | null} perWeek @param {string} last @param {string} today */
function needed({ kind, value = 0, at_least = 0 }, perWeek, last, today) {
  if (kind === "reported" && !at_least) {
    return t`siffror från samordnaren`;
  }
  const left = at_least - value;
  if (left <= 0 || last < today) {
    return "";
  }
  if (kind !== "hours" && left <= 3) {
    return t`${left === 1 ? t`ett` : left} till före ${last.endsWith("12-31") ? t`årets slut` : shortDate(last, today)}`;
  }
  return perWeek ? t`behövs ${kind === "hours" ? decimal(perWeek / 3600) : decimal(perWeek)} i veckan` : "";
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

/** Decimals with the mark of the language, no more than asked for. @param {number} number @param {number} decimals */
export const decimal = (number, decimals = 1) =>
  String(Number(number.toFixed(decimals)))
    .replace(".", t`,`)
    .replace("-", "−");
