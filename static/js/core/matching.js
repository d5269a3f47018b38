/** Does a commitment's rule hold for an activity, and if not, which condition fails? The server alone decides. */

import { addDays, dawnOf, instantOf, local, MINUTE, minutesOf, weekday } from "./calendar.js";

/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").Place} Place */
/** @typedef {import("./shapes").Rule} Rule */
/** @typedef {import("./shapes").LocalDate} LocalDate */
/** @typedef {Exclude<keyof Rule, "weekdays" | "clock" | "seasons"> | "time"} Condition */
/** @typedef {{holds: true, date: LocalDate} | {holds: false, fails: Condition}} Verdict */

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** @param {Rule} rule @param {Activity} activity @param {Place | null} place @returns {Verdict} */
export function verdict(rule, activity, place) {
  const fails = failing(rule, activity, place);
  if (fails) {
    return { holds: false, fails };
  }
  const date = ruleDate(rule, activity.started);
  return date ? { holds: true, date } : { holds: false, fails: "time" };
}

/** @type {[Condition, (rule: Rule, activity: Activity, place: Place | null) => boolean][]} */
const CONDITIONS = [
  ["types", (rule, { type }) => !rule.types || rule.types.includes(type)],
  ["focus", (rule, { focus }) => !rule.focus || meet(rule.focus, focus)],
  ["performed_by", (rule, { organisations }) => !rule.performed_by || meet(rule.performed_by, organisations)],
  ["jointly", (rule, { organisations }) => (rule.jointly ?? []).every((key) => organisations.includes(key))],
  ["places", (rule, _, place) => !rule.places || (place !== null && rule.places.includes(place.id))],
  [
    "place_kinds",
    (rule, _, place) => !rule.place_kinds || (place !== null && meet(rule.place_kinds, place.kinds)),
  ],
  ["flagged", (rule, { started }, place) => !rule.flagged || isFlagged(place, local(started).date)],
  ["targeted", (rule, { targeted }) => !rule.targeted || targeted],
  ["min_people", (rule, activity) => people(activity) >= (rule.min_people ?? 0)],
  ["min_minutes", (rule, activity) => rule.min_minutes === undefined || lasted(activity) >= rule.min_minutes],
  [
    "any_of",
    (rule, activity, place) => !rule.any_of || rule.any_of.some((one) => !failing(one, activity, place)),
  ],
  ["except", (rule, activity, place) => !rule.except || failing(rule.except, activity, place) !== null],
];

/** The first condition that does not hold, time keys apart.
 * @param {Rule} rule @param {Activity} activity @param {Place | null} place */
function failing(rule, activity, place) {
  return CONDITIONS.find(([, holds]) => !holds(rule, activity, place))?.[0] ?? null;
}

/** @param {readonly string[]} some @param {readonly string[]} others */
const meet = (some, others) => some.some((one) => others.includes(one));

/** Pointed out by citizens on that day. @param {Place | null} place @param {LocalDate} date */
export const isFlagged = (place, date) =>
  place?.flagged.some(({ from, to }) => from <= date && (!to || date <= to)) ?? false;

/** @param {Activity} activity */
const people = ({ participants, others }) => new Set(participants).size + others || 1;

/** @param {Activity} activity */
const lasted = ({ started, ended }) => (ended === null ? -1 : (ended - started) / MINUTE);

/** @param {Rule} rule */
const hasTimeKeys = (rule) => Boolean(rule.weekdays ?? rule.clock ?? rule.seasons);

/** The date on which the window that holds the start opened: Sunday 01:30 belongs to Saturday night.
 * @param {Rule} rule @param {number} started @returns {LocalDate | null} */
export function ruleDate(rule, started) {
  const { date } = local(started);
  if (!hasTimeKeys(rule)) {
    return date;
  }
  const holding = [date, addDays(date, -1)].find((day) => {
    const [opens, closes] = opensOn(rule, day) ? window(rule, day) : [0, 0];
    return opens <= started && started < closes;
  });
  return holding ?? null;
}

/** Seconds of [start, end) that lie inside the rule's windows. @param {Rule} rule @param {number} start @param {number} end */
export function secondsInside(rule, start, end) {
  if (!hasTimeKeys(rule)) {
    return Math.max(0, end - start) / 1000;
  }
  let inside = 0;
  for (let day = addDays(local(start).date, -1); dawnOf(day) < end; day = addDays(day, 1)) {
    const [opens, closes] = opensOn(rule, day) ? window(rule, day) : [0, 0];
    inside += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  }
  return inside / 1000;
}

/** @param {Rule} rule @param {LocalDate} day */
const opensOn = (rule, day) =>
  (!rule.weekdays || rule.weekdays.includes(WEEKDAYS[weekday(day)] ?? "")) &&
  (!rule.seasons || rule.seasons.some((season) => inSeason(season, day.slice(5))));

/** @param {{from: string, to: string}} season @param {string} monthAndDay */
const inSeason = ({ from, to }, monthAndDay) =>
  from <= to ? from <= monthAndDay && monthAndDay <= to : from <= monthAndDay || monthAndDay <= to;

/** @param {Rule} rule @param {LocalDate} day @returns {[number, number]} */
function window(rule, day) {
  const { from, to } =
    rule.clock ?? (rule.weekdays ? { from: "06:00", to: "06:00" } : { from: "00:00", to: "00:00" });
  const closes = from < to ? minutesOf(to) : minutesOf(to) + 1440;
  return [instantOf(day, minutesOf(from)), instantOf(day, closes)];
}

/** Metres between two points, near enough for sorting. @param {import("./shapes").Point} a @param {import("./shapes").Point} b */
export function metres(a, b) {
  const north = (a[0] - b[0]) * 111_200;
  const east = (a[1] - b[1]) * 111_200 * Math.cos((a[0] * Math.PI) / 180);
  return Math.hypot(north, east);
}
