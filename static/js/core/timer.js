/** Presence from start to stop: how a running timer reads, when it must have been forgotten, and when it may have ended. */

import { addDays, DAY, HOUR, instantOf, local, MINUTE, wholeMinute } from "./calendar.js";
import { activityOf } from "./draft.js";
import { claims } from "./figures.js";

/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {import("./shapes").Timer} Timer */
/** @typedef {{state: "running" | "short" | "asks" | "clock", minutes: number}} Reading `short` for less than a minute,
 *  `asks` when it ended, `clock` where the clock was set back behind its start: it asks how long it was */

const LONG = 6 * HOUR;
const OVER_MORNING = 3 * HOUR; // in another operational day
const MORNING = 6 * HOUR; // when it begins

/** @param {Timer} timer @param {number} now @returns {Reading} */
export function reading({ started }, now) {
  const lasted = now - started;
  const minutes = Math.max(0, Math.round((wholeMinute(now) - wholeMinute(started)) / MINUTE));
  if (lasted < 0) {
    return { state: "clock", minutes: 0 };
  }
  if (lasted > LONG || (lasted > OVER_MORNING && workday(started) !== workday(now))) {
    return { state: "asks", minutes };
  }
  return { state: lasted < MINUTE ? "short" : "running", minutes };
}

/** The day to which the night still belongs. @param {number} instant */
const workday = (instant) => local(instant - MORNING).date;

/** What may be answered with one press: the usual length, one hour, two, and until now; none longer than it can be.
 * @param {Timer} timer @param {number} now @param {number} latest another was started then, or it is now
 * @returns {{minutes: number, ended: number}[]} the shortest first */
export function endings({ started, draft }, now, latest) {
  const [from, to] = [wholeMinute(started), wholeMinute(Math.min(latest, now))];
  const most = Math.min(DAY, Math.max(0, to - from)) / MINUTE;
  const offered = [draft.minutes, 60, 120, (to - from) / MINUTE].filter((one) => one >= 1 && one <= most);
  return [...new Set(offered)]
    .sort((one, other) => one - other)
    .map((minutes) => ({ minutes, ended: from + minutes * MINUTE }));
}

/** The first time after the start that a clock showed this; null where that is still to come.
 * @param {Timer} timer @param {number} minutes of the day @param {number} now */
export function endAt({ started }, minutes, now) {
  const from = wholeMinute(started);
  const day = local(from).date;
  // On the night when the clock is turned back a time comes twice: an hour later it is the same again.
  const found = [day, addDays(day, 1)]
    .flatMap((date) => [instantOf(date, minutes), instantOf(date, minutes) + HOUR])
    .find((instant) => instant > from && local(instant).minutes === minutes);
  return found !== undefined && found <= now ? found : null;
}

/** What a timer ended as. @param {Timer} timer @param {string} author @param {{started: number, ended: number}} span
 * @returns {Activity} */
export const endedAs = ({ draft }, author, { started, ended }) => ({
  ...activityOf(draft, author, ended),
  started: wholeMinute(started),
  ended: wholeMinute(ended),
});

/** The last entry that is done again by a start: that gave presence where presence is promised.
 * @param {readonly Entry[]} entries newest first @param {Reference} reference @param {number} now */
export function lastPresence(entries, reference, now) {
  const usable = entries.filter(
    ({ state, municipality, activity: { type, place } }) =>
      (state === "sent" || state === "wait") &&
      municipality === reference.municipality.code &&
      reference.types.some(({ code, made_by_product }) => code === type && !made_by_product) &&
      (place === null || reference.places.some(({ id }) => id === place)),
  );
  const gives = (/** @type {Entry} */ { activity }) =>
    claims(reference, activity, now).some(
      ({ commitment, fails }) => commitment.target.kind === "hours" && !fails,
    );
  return usable.find(gives) ?? usable[0] ?? null;
}
