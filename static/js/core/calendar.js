/** Swedish clock and calendar: instants to local days and minutes, back again, and in words. */

import { t } from "./texts.js";

/** @typedef {import("./shapes").Instant} Instant */
/** @typedef {import("./shapes").LocalDate} LocalDate */

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

const ZONE = "Europe/Stockholm";

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** How far Sweden's clock is ahead of UTC, as the browser knows it. Its writer of dates takes longer to make than all
 * that a start runs: it is asked only where there is no Temporal. @param {Instant} instant */
function aheadAt(instant) {
  const { Temporal } = /** @type {any} */ (globalThis);
  if (!Temporal) {
    return written(instant) - wholeMinute(instant);
  }
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(ZONE);
  return wholeMinute(instant + here.offsetNanoseconds / 1e6) - wholeMinute(instant);
}

/** @type {Intl.DateTimeFormat | null} */
let wall = null;

/** What a clock on the wall shows, as if it were UTC. @param {Instant} instant */
function written(instant) {
  wall ??= new Intl.DateTimeFormat("sv-SE", {
    timeZone: ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const [year = 0, month = 1, day, hour, minute] = (wall.format(instant).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** @type {Map<number, number | null>} by UTC day, null where the clock is moved: asking a browser is slow, and all that is
 * logged asks */
const ahead = new Map();

/** The local day and minute of the day. @param {Instant} instant @returns {{date: LocalDate, minutes: number}} */
export function local(instant) {
  const day = Math.floor(instant / DAY);
  let offset = ahead.get(day);
  if (offset === undefined) {
    const [first, last] = [aheadAt(day * DAY), aheadAt((day + 1) * DAY - MINUTE)];
    offset = first === last ? first : null;
    ahead.set(day, offset);
  }
  const shifted = instant + (offset ?? aheadAt(instant));
  return { date: dayOf(shifted), minutes: Math.floor((((shifted % DAY) + DAY) % DAY) / MINUTE) };
}

/** @param {number} asUtc @returns {LocalDate} */
const dayOf = (asUtc) => new Date(asUtc).toISOString().slice(0, 10);

/** The instant of a local clock time; an ambiguous one is its first occurrence.
 * @param {LocalDate} date @param {number} minutes may pass midnight @returns {Instant} */
export function instantOf(date, minutes) {
  if (!Number.isFinite(minutes)) {
    return Number.NaN; // a clock time that is not filled in
  }
  const asUtc = midnight(date) + minutes * MINUTE;
  const wanted = {
    date: addDays(date, Math.floor(minutes / 1440)),
    minutes: ((minutes % 1440) + 1440) % 1440,
  };
  const summer = asUtc - 2 * HOUR;
  const found = local(summer);
  return found.date === wanted.date && found.minutes === wanted.minutes ? summer : asUtc - HOUR;
}

/** @type {Map<LocalDate, Instant>} every rule and every entry asks for the same few */
const dawns = new Map();

/** When a day begins. @param {LocalDate} date @returns {Instant} */
export function dawnOf(date) {
  const dawn = dawns.get(date) ?? instantOf(date, 0);
  dawns.set(date, dawn);
  return dawn;
}

/** @type {Map<LocalDate, Instant>} */
const ends = new Map();

/** When a day is over. @param {LocalDate} date @returns {Instant} */
export function endOf(date) {
  const end = ends.get(date) ?? dawnOf(addDays(date, 1));
  ends.set(date, end);
  return end;
}

/** RFC 3339 with Sweden's offset, whole minutes. @param {Instant} instant */
export function rfc3339(instant) {
  const { date, minutes } = local(instant);
  const offset = Math.round((midnight(date) + minutes * MINUTE - wholeMinute(instant)) / HOUR);
  return `${date}T${clock(minutes)}:00+${two(offset)}:00`;
}

/** @param {Instant} instant */
export const wholeMinute = (instant) => Math.floor(instant / MINUTE) * MINUTE;

/** @param {LocalDate} date */
const midnight = (date) => Date.parse(`${date}T00:00:00Z`);

/** @param {LocalDate} date @param {number} days @returns {LocalDate} */
export const addDays = (date, days) => dayOf(midnight(date) + days * DAY);

/** @param {LocalDate} from @param {LocalDate} to */
export const daysBetween = (from, to) => Math.round((midnight(to) - midnight(from)) / DAY);

/** Monday is 0. @param {LocalDate} date */
export const weekday = (date) => (new Date(midnight(date)).getUTCDay() + 6) % 7;

/** ISO 8601. @param {LocalDate} date */
export function isoWeek(date) {
  const thursday = addDays(date, 3 - weekday(date));
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

/** 15:42. @param {number} minutes of the day */
export const clock = (minutes) =>
  Number.isFinite(minutes) ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : "–";

/** @param {string} text 15:42 */
export const minutesOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** @param {Instant} instant */
export const clockOf = (instant) => clock(local(instant).minutes);

/** "i dag", "i går", "tis 14 sep", with the year where it is another. @param {LocalDate} date @param {LocalDate} today */
export function dayName(date, today) {
  const back = daysBetween(date, today);
  const days = t`mån tis ons tors fre lör sön`.split(" ");
  return back === 0 ? t`i dag` : back === 1 ? t`i går` : `${days[weekday(date)]} ${shortDate(date, today)}`;
}

/** "14 sep". @param {LocalDate} date @param {LocalDate} today */
export function shortDate(date, today) {
  const year = date.slice(0, 4) === today.slice(0, 4) ? "" : ` ${date.slice(0, 4)}`;
  const months = t`jan feb mars apr maj juni juli aug sep okt nov dec`.split(" ");
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}${year}`;
}

/** When something was, as short as it can be told: "15:42", "i går 15:42", "9 sep".
 * @param {Instant} instant @param {Instant} now */
export function moment(instant, now) {
  const [then, today] = [local(instant), local(now).date];
  const back = daysBetween(then.date, today);
  if (back === 0) {
    return clock(then.minutes);
  }
  return back === 1 ? t`i går ${clock(then.minutes)}` : shortDate(then.date, today);
}

/** "30 min", "1:30 tim". @param {number} minutes */
export const length = (minutes) =>
  minutes < 120 ? `${minutes} min` : t`${Math.floor(minutes / 60)}:${two(minutes % 60)} tim`;

/** "0:45". @param {number} seconds */
export const hoursAndMinutes = (seconds) =>
  `${Math.floor(seconds / HOURS)}:${two(Math.floor((seconds % HOURS) / 60))}`;
const HOURS = 3600;

/** "1 aktivitet", "2 aktiviteter". @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
