/** Söndagsminuten: the week that is about to end or just did, what it lacks, and what one usually does and has not logged. */

import { keyOf } from "./again.js";
import { addDays, daysBetween, HOUR, instantOf, isoWeek, local, MINUTE, weekday } from "./calendar.js";
import { minutesOf } from "./draft.js";
import { claims, commitmentsOf, pending, standing } from "./figures.js";

/** @typedef {import("./shapes").Commitment} Commitment */
/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {{entry: Entry, date: string, minutes: number, lasts: number}} Forgotten an entry like it, its day, its start as
 *  minutes of the day, its length */
/** @typedef {{week: number, from: string, at: number, commitment: Commitment, plus: number, met: boolean,
 *   mine: Entry[], forgotten: Forgotten[]}} Minute `from` is its Monday, `at` an instant in it, `plus` own waiting */

const MORNING = 6 * HOUR; // when an operational day begins
const WEEKS = 4; // of habit: entries are kept for 30 days
const OFTEN = 2; // weeks of them
const MOST = 3;

/** The Monday of the week that is asked about: from Sunday morning till Tuesday morning; null on other days.
 * @param {number} now */
export function weekAsked(now) {
  const day = local(now - MORNING).date;
  const back = { 6: 6, 0: 7 }[weekday(day)];
  return back === undefined ? null : addDays(day, -back);
}

/** Null where nothing is asked: no hours a week are promised of somebody like this.
 * @param {readonly Entry[]} entries @param {Reference} reference @param {string} organisation @param {number} now
 * @returns {Minute | null} */
export function sundayMinute(entries, reference, organisation, now) {
  const from = weekAsked(now);
  if (from === null) {
    return null;
  }
  const at = instantOf(addDays(from, 6), 720);
  const waiting = pending(reference, entries, at);
  const promised = commitmentsOf(reference).filter((one) => isWeekly(one, organisation, from));
  const lacks = (/** @type {Commitment} */ one) => {
    const { value, goal } = standing(one, at);
    return value + (waiting.get(one.id) ?? 0) < (goal ?? 0);
  };
  const commitment = promised.find(lacks) ?? promised[0];
  if (!commitment) {
    return null;
  }
  const own = entries.filter(
    ({ municipality, state }) => municipality === reference.municipality.code && state !== "unreadable",
  );
  return {
    week: isoWeek(from),
    from,
    at,
    commitment,
    plus: waiting.get(commitment.id) ?? 0,
    met: !lacks(commitment),
    mine: own.filter((entry) => isDone(entry) && weekOf(entry) === from).sort(byStart),
    forgotten: forgotten(own, reference, commitment, from, now),
  };
}

/** @param {Commitment} commitment @param {string} organisation @param {string} from */
function isWeekly({ target, counts, progress }, organisation, from) {
  const period = progress.periods?.find((one) => one.from <= from && from <= one.to);
  const isOurs = !counts.performed_by || counts.performed_by.includes(organisation);
  return target.kind === "hours" && target.per === "iso_week" && isOurs && Boolean(period?.scored);
}

/** What was done on that weekday in at least two of the last four weeks, gives presence, and is missing from about that day.
 * @param {readonly Entry[]} own @param {Reference} reference @param {Commitment} commitment @param {string} from
 * @param {number} now @returns {Forgotten[]} the most usual first */
function forgotten(own, reference, commitment, from, now) {
  const isKnown = (/** @type {Entry} */ { activity: { type, place } }) =>
    reference.types.some(({ code, made_by_product }) => code === type && !made_by_product) &&
    (place === null || reference.places.some(({ id }) => id === place));
  const counts = (/** @type {Entry} */ { activity }) =>
    claims(reference, activity, now).some((one) => one.commitment === commitment && !one.fails);
  const past = own.filter((entry) => {
    const weeks = daysBetween(weekOf(entry), from) / 7;
    return isDone(entry) && weeks >= 1 && weeks <= WEEKS && isKnown(entry) && counts(entry);
  });
  /** @type {Map<string, Entry[]>} */
  const habits = new Map();
  for (const entry of past) {
    const key = `${keyOf(entry.activity)} ${weekday(dayOf(entry))}`;
    habits.set(key, [...(habits.get(key) ?? []), entry]);
  }
  return [...habits.values()]
    .map((entries) => ({ ...usual(entries, from), weeks: new Set(entries.map(weekOf)).size }))
    .filter(({ weeks }) => weeks >= OFTEN)
    .filter((one) => isMissing(one, own, from, now))
    .sort((one, other) => other.weeks - one.weeks || (one.date < other.date ? -1 : 1))
    .slice(0, MOST);
}

/** The middle one of the times that it began, as long as it last was. @param {Entry[]} entries @param {string} from
 * @returns {Forgotten} */
function usual(entries, from) {
  const [entry] = [...entries].sort(byStart).reverse();
  const starts = entries.map(({ activity }) => local(activity.started).minutes).sort((a, b) => a - b);
  const last = /** @type {Entry} */ (entry);
  return {
    entry: last,
    date: addDays(from, weekday(dayOf(last))),
    minutes: starts[Math.floor((starts.length - 1) / 2)] ?? 0,
    lasts: minutesOf(last.activity) || 30,
  };
}

/** Nothing like it that week within a day of it, taken back or not; nothing else at that time; and its time is past.
 * @param {Forgotten} one @param {readonly Entry[]} own @param {string} from @param {number} now */
function isMissing({ entry, date, minutes, lasts }, own, from, now) {
  const started = instantOf(date, minutes);
  const ended = started + lasts * MINUTE;
  const isLike = (/** @type {Entry} */ other) =>
    weekOf(other) === from &&
    keyOf(other.activity) === keyOf(entry.activity) &&
    Math.abs(daysBetween(dayOf(other), date)) <= 1;
  const overlaps = (/** @type {Entry} */ { activity }) =>
    activity.started < ended && started < (activity.ended ?? activity.started);
  return ended <= now && !own.some((other) => isLike(other) || (isDone(other) && overlaps(other)));
}

/** @param {Entry} entry */
const isDone = ({ state }) => state === "sent" || state === "wait";
/** @param {Entry} entry */
const dayOf = ({ activity }) => local(activity.started).date;
/** Its Monday. @param {Entry} entry */
const weekOf = (entry) => addDays(dayOf(entry), -weekday(dayOf(entry)));
/** @param {Entry} one @param {Entry} other */
const byStart = (one, other) => one.activity.started - other.activity.started;
/** Where the week that was settled last is kept. @param {string} municipality */
export const settledKey = (municipality) => `sunday ${municipality}`;
