/** A sheet of drafts written down together: each row a copy of the last at first, saved all or none. */

import { local } from "./calendar.js";
import { activityOf, span } from "./draft.js";
import { faults } from "./faults.js";
import { claims } from "./figures.js";
import { judge, sentence } from "./personal_data.js";
import { reason } from "./reasons.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Draft} Draft */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {Partial<Record<string, string>>} Faults a sentence for each field */

export const MOST = 20;

/** At the time that "now" is: the sheet is filled in for a while, and its rows stay where they were put.
 * @param {Draft} draft @param {number} now @returns {Draft} */
export function settled(draft, now) {
  if (draft.when.kind !== "now") {
    return draft;
  }
  const { date, minutes } = local(span(draft, now).started);
  return { ...draft, when: { kind: "at", date, minutes } };
}

/** The next row: what, where, how long and who as on the last one, begun where that one ended; what was counted and noted
 * is told of one alone. @param {Draft} last @param {number} now @returns {Draft} */
export function copied(last, now) {
  const { focus, organisations, colleagues } = last;
  const lists = { focus: [...focus], organisations: [...organisations], colleagues: [...colleagues] };
  const copy = { ...settled(last, now), ...lists, counters: {}, note: "", plan_item: undefined, mends: null };
  const { started, ended } = span(copy, now);
  const isOver = ended + (ended - started) <= now;
  return isOver ? { ...copy, when: movedTo(copy, ended) } : copy;
}

/** @param {Draft} draft @param {number} instant @returns {Draft["when"]} */
function movedTo({ when }, instant) {
  const { date, minutes } = local(instant);
  if (when.kind !== "span") {
    return { kind: "at", date, minutes };
  }
  const length = (when.to - when.from + 1440) % 1440 || 1440;
  return { kind: "span", date, from: minutes, to: (minutes + length) % 1440 };
}

/** What keeps the rows from being saved: null for a row that can be. @param {readonly Draft[]} rows @param {number} now
 * @returns {(Faults | null)[]} */
export const faultsOf = (rows, now) =>
  rows.map((row) => {
    const verdict = judge(row.note);
    const blocked = verdict.level === "block" ? { note: sentence(verdict) } : {};
    const found = { ...faults(row, now), ...blocked };
    return Object.keys(found).length ? found : null;
  });

/** The number of an earlier row that says the same of the same time; 0 where there is none: likely one forgotten to change.
 * @param {readonly Draft[]} rows @param {number} place @param {number} now */
export function twinOf(rows, place, now) {
  const sign = (/** @type {Draft | undefined} */ row) =>
    row?.type &&
    JSON.stringify([row.type, [...row.focus].sort(), row.place, row.proposed?.name, span(row, now).started]);
  const own = sign(rows[place]);
  return own ? 1 + rows.slice(0, place).findIndex((row) => sign(row) === own) : 0;
}

/** What a row will count for, in a short line: the commitments, or why none.
 * @param {Reference} reference @param {Draft} draft @param {string} author @param {number} now */
export function countsLine(reference, draft, author, now) {
  const activity = activityOf(draft, author, now);
  if (!draft.type || Number.isNaN(activity.started) || Number.isNaN(activity.ended)) {
    return "";
  }
  const found = claims(reference, activity, now);
  const [first, ...others] = found.filter(({ fails }) => !fails).map(({ commitment: { label } }) => label);
  return first
    ? others.length
      ? t`Räknas mot ${first} och ${others.length} till`
      : t`Räknas mot ${first}`
    : reason(found, reference, activity);
}
