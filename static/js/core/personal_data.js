/** The guard for free text, before it is stored anywhere: the twin of logger/domain/personal_data.py. */

import { t } from "./texts.js";

/** @typedef {"personal_number" | "number_plate" | "phone_number" | "email" | "possible_personal_number" | "possible_number_plate"} Kind */
/** @typedef {{level: "ok" | "warn" | "block", kinds: Kind[]}} Verdict */
/** @typedef {{kind: Kind, start: number, end: number}} Finding */

/** @param {string} text @returns {Verdict} */
export function judge(text) {
  const found = findings(cleaned(text));
  const certain = found.filter(({ kind }) => !isDoubt(kind));
  // A warning about what is blocked anyway is left out.
  const doubts = found.filter((one) => isDoubt(one.kind) && !certain.some((sure) => overlap(one, sure)));
  const kinds = [...new Set([...certain, ...doubts].map(({ kind }) => kind))].sort();
  return { level: certain.length ? "block" : doubts.length ? "warn" : "ok", kinds };
}

/** One sentence on what was found and what to do; empty for "ok". @param {Verdict} verdict */
export function sentence({ level, kinds }) {
  const words = kinds.filter((kind) => level === "warn" || !isDoubt(kind)).map(wordsOf);
  const what = listed(words.map(([one]) => one));
  const them = words.length > 1 ? t`dem` : words[0]?.[1];
  if (level === "block") {
    return t`Anteckningen innehåller ${what}. Ta bort ${them}, så kan aktiviteten sparas.`;
  }
  return level === "warn"
    ? t`Anteckningen kan innehålla ${what}. Ta bort ${them} om det pekar ut en person.`
    : "";
}

/** What it may be, and what it is referred to by. @param {Kind} kind @returns {[what: string, it: string]} */
function wordsOf(kind) {
  switch (kind) {
    case "number_plate":
    case "possible_number_plate":
      return [t`ett registreringsnummer`, t`det`];
    case "phone_number":
      return [t`ett telefonnummer`, t`det`];
    case "email":
      return [t`en e-postadress`, t`den`];
    default:
      return [t`ett personnummer`, t`det`];
  }
}

/** @param {string[]} words */
const listed = (words) => [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(t` och `);

/** @param {Kind} kind */
const isDoubt = (kind) => kind.startsWith("possible");

/** @param {Finding} one @param {Finding} other */
const overlap = (one, other) => one.start < other.end && other.start < one.end;

/** The text as it is read: odd digits, dashes and gaps made plain, what is invisible taken out. @param {string} text */
export const cleaned = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Mn}\p{Me}\p{NChar}]/gu, "")
    .replace(/(?![0-9])\p{Nd}/gu, plainDigit)
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Pd}\u2212]/gu, "-");

/** In every script the digits lie in a row from 0 to 9. @param {string} digit */
function plainDigit(digit) {
  const at = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) {
    before++;
  }
  return String(before % 10);
}

/** @param {string} text @returns {Finding[]} */
function findings(text) {
  return RULES.flatMap(([pattern, judged]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const kind = judged(match);
      return kind ? [{ kind, start: match.index, end: match.index + (match[1] ?? "").length }] : [];
    }),
  );
}

// A personal identity or coordination number (day + 60): date of birth, separator, three digits and a check digit,
// joined or in groups; looked for at every place, with and without century.
const BORN =
  "([0-9]{2})([ ./-]?)([0-9]{2})\\4([0-9]{2})( ?[-+/] ?|[. ]?)([0-9]{4}|[0-9]{2} [0-9]{2}|[0-9]{3} [0-9])";
const bornAfter = (/** @type {string} */ century) =>
  new RegExp(`(?<![0-9])(?=(${century}${BORN})(?![0-9]))`, "g");

const UNTIL = /^ ?- ?[0-2][0-9][0-5][0-9](?![0-9])/;

/** @param {RegExpMatchArray} match @returns {Kind | null} */
function identity(match) {
  const [, whole = "", century = "", year = "", gap, month = "", day = "", separator, rest = ""] = match;
  if (!isBirthDate(century, year + month + day)) {
    return null;
  }
  // "2026-05-14 1430-1600": a day and from when to when.
  const after = match.input?.slice((match.index ?? 0) + whole.length) ?? "";
  if (separator === " " && UNTIL.test(after)) {
    return null;
  }
  if (luhn(year + month + day + rest.replace(" ", ""))) {
    return "personal_number";
  }
  // Dates, clock times and counts are written with gaps like these: no reason to warn.
  const isInOnePiece =
    ["", "-"].includes(gap ?? "") &&
    ["", "-", "+", " - ", " + "].includes(separator ?? "") &&
    !rest.includes(" ");
  return isInOnePiece ? "possible_personal_number" : null;
}

/** @param {string} century @param {string} sixDigits */
function isBirthDate(century, sixDigits) {
  const [year, month, day] = [0, 2, 4].map((at) => Number(sixDigits.slice(at, at + 2)));
  const born = Number(day) > 60 ? Number(day) - 60 : Number(day);
  return (century ? [century] : ["19", "20"]).some((first) =>
    isDate(Number(first) * 100 + Number(year), Number(month), born),
  );
}

/** @param {number} year @param {number} month @param {number} day */
function isDate(year, month, day) {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** @param {string} digits */
function luhn(digits) {
  const products = [...digits].map((digit, at) => Number(digit) * (2 - (at % 2)));
  return products.reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0) % 10 === 0;
}

// Number plates: three letters without I, Q, V, Å, Ä, Ö, two digits, a digit or a letter.
const PLATE = /(?<![\p{L}\p{N}_])([A-HJ-PR-UW-Z]{3}([ -]?)[0-9]{2}[0-9A-HJ-PR-UW-Z])(?![\p{L}\p{N}_])/giu;

/** @param {RegExpMatchArray} match @returns {Kind | null} */
function plate([whole, , separator]) {
  const isCapital = whole === whole.toUpperCase();
  if (separator) {
    return isCapital ? "possible_number_plate" : null;
  }
  return isCapital ? "number_plate" : "possible_number_plate";
}

// Phone numbers: an area code and at least five digits more, so that "0700-0900" and "08-16" stay times; abroad a plus
// or 00 and eight digits or more, but "0030-0230 120 fordon" is a night.
const AREA = "(?:08(?=[ ./)-]*[1-9](?:[ .-]?[0-9]){5})|0[1-79][0-9]{1,2})";
const GROUPS = "(?:[0-9]{5,8}|[0-9]{2,3}([ .-])[0-9]{2,3}(?:\\2[0-9]{2,3}){0,2}|[0-9]{3}[ -][0-9]{4})";
const PHONE = new RegExp(
  `(?<![0-9+])(?<![0-9]-)(?=(\\(?${AREA}\\)?(?: ?[/-] ?|[. ]|(?<=\\)))${GROUPS}` +
    "|0[1-9][0-9]{6,8}|07([ .-])[0-9]{2}(?:\\3[0-9]{2}){3}|07[0-9][ -][0-9]{4}[ -][0-9]{3}" +
    "|46[ -]?(?:\\(0\\) ?)?7[0-9](?:[ .-]?[0-9]){7})(?![0-9]))",
  "g",
);
const NIGHT = "00[0-5][0-9] ?[/-] ?[0-2][0-9][0-5][0-9](?![0-9])";
const ABROAD = new RegExp(
  `(?<![0-9])(?=((?:\\+ ?|(?!${NIGHT})00(?: (?=46))?)[1-9][0-9]{0,2}(?:[ ./-]|\\(0\\))*` +
    "[0-9](?:[ ./-]{0,3}[0-9]){6,11})(?![0-9]))",
  "g",
);

/** @param {RegExpMatchArray} match @returns {Kind | null} */
const phone = ([, whole = ""]) => (whole.replace(/[^0-9]/g, "").length >= 8 ? "phone_number" : null);

const EMAIL = /([^\s@,;:<>()"]+@[^\s@,;:<>()"]+\.[^\s@,;:<>()".]{2,})/g;

/** @type {[RegExp, (match: RegExpMatchArray) => Kind | null][]} */
const RULES = [
  [bornAfter("()"), identity],
  [bornAfter("(1[89]|20) ?"), identity],
  [PLATE, plate],
  [PHONE, phone],
  [ABROAD, phone],
  [EMAIL, () => "email"],
];
