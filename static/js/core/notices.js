/** What the server noticed about this phone, in one sentence, with one button: told once on Logga, kept under Mer. */

import { counted, moment } from "./calendar.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Notices} Notices */
/** @typedef {keyof Notices} Code */
/** @typedef {{code: Code, sentence: string, button: string, sign: string}} Notice the same sign, the same news */

/** The gravest first. @type {readonly Code[]} */
const ORDER = ["storage_lost", "differing", "stream_cloned", "clock_off"];

/** @param {Notices} noted @param {number} now @returns {Notice[]} */
export function noticesOf(noted, now) {
  return ORDER.filter((code) => noted[code] !== undefined).flatMap((code) => {
    const sentence = sentenceOf(code, noted, now);
    const button = code === "clock_off" ? t`Jag ställer klockan` : t`Jag har läst`;
    return sentence ? [{ code, sentence, button, sign: signOf(code, noted) }] : [];
  });
}

/** A clock drifts and a day passes: that makes no new notice. @param {Code} code @param {Notices} noted */
const signOf = (code, { storage_lost: lost, stream_cloned: cloned }) =>
  code === "storage_lost"
    ? `${lost?.highest_seq} ${lost?.last_contact}`
    : code === "stream_cloned"
      ? `${cloned?.at}`
      : code;

/** @param {Code} code @param {Notices} noted @param {number} now */
function sentenceOf(code, { storage_lost: lost, clock_off: clock, differing }, now) {
  switch (code) {
    case "storage_lost": {
      const until = lost?.last_contact ? t` till och med ${moment(Date.parse(lost.last_contact), now)}` : "";
      return t`Webbläsaren har rensat det som låg i telefonen. Det som var skickat${until} är mottaget; det som inte hunnit skickas är borta.`;
    }
    case "clock_off":
      return clock ? clockWords(clock.seconds) : "";
    case "stream_cloned":
      return t`Någon har kopierat den här telefonens Fältlogg till en annan. Inget är förlorat: telefonen skickar under ett eget namn nu.`;
    default:
      return differing?.op_ids.length
        ? t`${counted(differing.op_ids.length, t`post ser annorlunda ut`, t`poster ser annorlunda ut`)} hos servern än här. Säg till din samordnare.`
        : "";
  }
}

/** "Telefonens klocka går 12 minuter fel." A phone that is behind and one that is ahead are told alike: it is set anew.
 * @param {number} seconds */
function clockWords(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const by =
    minutes < 120
      ? counted(minutes, t`minut`, t`minuter`)
      : minutes < 2880
        ? counted(Math.round(minutes / 60), t`timme`, t`timmar`)
        : counted(Math.round(minutes / 1440), t`dygn`, t`dygn`);
  return t`Telefonens klocka går ${by} fel. Ställ den på automatisk tid, så blir tiderna rätt.`;
}
