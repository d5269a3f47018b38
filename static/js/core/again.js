/** Igen: what this person is likely to have done now, from own history, weekday and hour, nearness and what is missing. */

import { DAY, HOUR, local, weekday } from "./calendar.js";
import { minutesOf } from "./draft.js";
import { claims, placeOf, standing } from "./figures.js";
import { metres } from "./matching.js";

/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {{key: string, entry: Entry, minutes: number}} Suggestion */

const HALF_LIFE = 10 * DAY;
const NEAR = 1500; // metres
const WANTED = new Set(["watch", "behind", "in_progress"]);

/** What makes two entries the same thing done again. @param {import("./shapes").Activity} activity */
export const keyOf = ({ type, focus, place, proposed }) =>
  [type, [...focus].sort().join("+"), place ?? proposed?.name ?? ""].join("/");

/** The likeliest first.
 * @param {{entries: readonly Entry[], pending: ReadonlyMap<string, number>}} own newest first, and what waits of them
 * @param {Reference} reference @param {number} now @param {import("./shapes").Point | null} here @param {number} most
 * @returns {Suggestion[]} */
export function suggestions({ entries, pending }, reference, now, here, most) {
  /** @type {Map<string, {entry: Entry, minutes: number[], weight: number}>} */
  const groups = new Map();
  for (const entry of entries.filter((one) => isRepeatable(one, reference))) {
    const key = keyOf(entry.activity);
    const group = groups.get(key) ?? { entry, minutes: [], weight: 0 };
    group.minutes.push(minutesOf(entry.activity));
    group.weight += habit(entry.activity.started, now);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { entry, minutes, weight }]) => ({
      key,
      entry,
      minutes: usual(minutes),
      weight: weight * nearness(entry, reference, here) * missing(entry, reference, pending, now),
    }))
    .sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1))
    .slice(0, most);
}

/** @param {Entry} entry @param {Reference} reference */
function isRepeatable({ state, activity, municipality }, reference) {
  const isKnown = reference.types.some(
    ({ code, made_by_product }) => code === activity.type && !made_by_product,
  );
  const hasPlace = activity.place === null || placeOf(reference, activity.place) !== null;
  return (
    (state === "sent" || state === "wait") &&
    municipality === reference.municipality.code &&
    isKnown &&
    hasPlace
  );
}

/** Recent weighs more, the same weekday and hour more still. @param {number} then @param {number} now */
function habit(then, now) {
  const [was, is] = [local(then), local(now)];
  const apart = Math.abs(was.minutes - is.minutes);
  const hours = Math.min(apart, 1440 - apart) / 60;
  const sameDay = weekday(was.date) === weekday(is.date) ? 0.6 : 0;
  return 0.5 ** ((now - then) / HALF_LIFE) * (1 + sameDay + Math.max(0, 1 - hours / 3));
}

/** The newest of the most usual lengths. @param {number[]} minutes newest first */
function usual(minutes) {
  const recent = minutes.filter((one) => one > 0).slice(0, 7);
  const times = (/** @type {number} */ one) => recent.filter((other) => other === one).length;
  return recent.reduce((best, one) => (times(one) > times(best) ? one : best), recent[0] ?? 30);
}

/** @param {Entry} entry @param {Reference} reference @param {import("./shapes").Point | null} here */
function nearness({ activity }, reference, here) {
  const point = here && placeOf(reference, activity.place)?.point;
  return point && here ? 1 + 3 * Math.exp(-metres(point, here) / NEAR) : 1;
}

/** @param {Entry} entry @param {Reference} reference @param {ReadonlyMap<string, number>} pending @param {number} now */
function missing({ activity }, reference, pending, now) {
  const shifted = { ...activity, started: now - HOUR, ended: now };
  const isLacked = claims(reference, shifted, now).some(
    ({ commitment, amount, fails }) =>
      !fails && amount > 0 && lacks(commitment, pending.get(commitment.id) ?? 0, now),
  );
  return isLacked ? 1.4 : 1;
}

/** Late as a whole, or not there yet this week; what waits on the phone is done.
 * @param {import("./shapes").Commitment} commitment @param {number} waiting @param {number} now */
function lacks(commitment, waiting, now) {
  const { periods, status } = commitment.progress;
  const { value, goal } = standing(commitment, now);
  return Boolean(periods || WANTED.has(status)) && (goal === null || value + waiting < goal);
}
