/** What another app shared with Fältlogg: words for the note, and where a shared map link points. */

import { NOTE_LENGTH } from "./faults.js";
import { metres } from "./matching.js";

/** @typedef {import("./shapes").Place} Place */
/** @typedef {import("./shapes").Point} Point */
/** @typedef {{note: string, isCut: boolean, point: Point | null}} Shared */

const NEAR = 1000; // metres
const ADDRESS = /(?:https?:\/\/|geo:)\S+/gi;
const PAIR = String.raw`(-?\d{1,2}\.\d+),\s*(-?\d{1,3}\.\d+)`;
// Where maps write a place into their addresses, the surest first: the pin before the middle of the picture.
const POINTS = [
  /!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)/,
  /[?&]mlat=(-?\d+\.\d+)&mlon=(-?\d+\.\d+)/,
  new RegExp(`[?&](?:q|ll|query|daddr|destination|coordinate|center)=(?:loc:)?${PAIR}`),
  new RegExp(`@${PAIR}`),
  /#map=[\d.]+\/(-?\d+\.\d+)\/(-?\d+\.\d+)/,
  new RegExp(`^geo:${PAIR}`),
];
const BARE = new RegExp(
  String.raw`(?<![\d.])${PAIR.replaceAll(String.raw`\.\d+`, String.raw`\.\d{3,}`)}(?!\d)`,
);

/** What was shared, as the platform hands it over; null where that is nothing. A point is for finding a known place by
 * and goes no further: neither it nor its link comes into the note.
 * @param {{title?: string, text?: string, url?: string}} given @returns {Shared | null} */
export function sharedOf(given) {
  const [title, text, url] = [plain(given.title), plain(given.text), plain(given.url)];
  if (!(title || text || url)) {
    return null;
  }
  const whole = [text.includes(title) ? "" : title, text, text.includes(url) ? "" : url].join(" ");
  const { words, point } = apart(whole);
  const letters = [...words];
  return { note: letters.slice(0, NOTE_LENGTH).join(""), isCut: letters.length > NOTE_LENGTH, point };
}

/** The nearest place that is known, where one is near. @param {readonly Place[]} places @param {Point} point
 * @returns {Place | null} */
export function nearest(places, point) {
  const [first] = places
    .flatMap((place) => (place.point ? [{ place, away: metres(place.point, point) }] : []))
    .filter(({ away }) => away <= NEAR)
    .sort((one, other) => one.away - other.away);
  return first?.place ?? null;
}

/** @param {string} whole @returns {{words: string, point: Point | null}} */
function apart(whole) {
  /** @type {Point | null} */
  let point = null;
  const withoutLinks = whole.replace(ADDRESS, (address) => {
    const found = pointIn(decoded(address), POINTS);
    point ??= found;
    return found ? "" : address;
  });
  const words = withoutLinks.replace(BARE, (pair) => {
    const found = pointIn(pair, [BARE]);
    point ??= found;
    return found ? "" : pair;
  });
  return { words: plain(words), point };
}

/** @param {string} text @param {RegExp[]} ways @returns {Point | null} */
function pointIn(text, ways) {
  for (const way of ways) {
    const [, north, east] = way.exec(text) ?? [];
    if (north && east && Math.abs(Number(north)) <= 90 && Math.abs(Number(east)) <= 180) {
      return [Number(north), Number(east)];
    }
  }
  return null;
}

/** @param {string} address */
function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a sign of per cent that means itself
  }
}

/** On one line, without what cannot be seen. */
const plain = (text = "") =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (gap) => (/\s/.test(gap) ? " " : ""))
    .trim();
