/** Planned for about now: what the plan has, what this phone has said of it, and what a press would save. */

import { suggestions } from "./again.js";
import { HOUR, local } from "./calendar.js";
import { again, emptyDraft } from "./draft.js";
import { isReadable, UNSENT } from "./items.js";
import { read } from "./operation.js";

/** @typedef {import("./shapes").Item} Item */
/** @typedef {import("./shapes").PlannedTime} PlannedTime */
/** @typedef {import("./shapes").KeptPlan} KeptPlan */
/** @typedef {{word: "done" | "not_done" | "open", id: string, at: number, reason: string, isEntry: boolean, isUnsent: boolean,
 *   came: string | undefined, settled_at: number | undefined}} Word what this phone said last of a time */
/** @typedef {{time: PlannedTime, answer: "done" | "not_done" | null, word: Word | undefined}} Row */

const NIGHT = 6 * HOUR; // it belongs to the day that it began on

/** The day that is worked on. @param {number} now */
export const workday = (now) => local(now - NIGHT).date;

/** Whether it is night, and what is planned is planned for it. @param {number} now */
export const isNight = (now) => local(now).minutes < 360 || local(now).minutes >= 1320;

/** What this phone said last of each time, by its name. @param {readonly Item[]} items in order of saving */
export function wordsOf(items) {
  /** @type {Map<string, Word>} */
  const words = new Map();
  /** @type {Map<string, string>} the time that an entry answered for */
  const byEntry = new Map();
  for (const item of items.filter((one) => isReadable(one) && !one.closed && one.state !== "needs_fix")) {
    const body = read(item.body);
    const { activity_id: id, saved_at: at, settled_at, receipt } = item;
    const said = { id, at, settled_at, reason: body?.reason ?? "", came: receipt?.plan };
    const isUnsent = UNSENT.has(item.state);
    if (item.kind === "plan" && body?.plan_item) {
      const word = /** @type {Word["word"]} */ (body.outcome);
      words.set(body.plan_item, { ...said, word, isEntry: false, isUnsent });
    } else if (body?.plan_item) {
      byEntry.set(id, body.plan_item);
      words.set(body.plan_item, { ...said, word: "done", isEntry: true, isUnsent });
    } else if (item.kind === "withdraw" || item.kind === "void") {
      const name = byEntry.get(id) ?? "";
      if (words.get(name)?.id === id) {
        words.set(name, { ...said, word: "open", isEntry: true, isUnsent });
      }
    }
  }
  return words;
}

/** How a time stands: as the server told it, unless this phone has said something since.
 * @param {PlannedTime} time @param {Word | undefined} word @param {number} told when the server told the plan
 * @returns {Row["answer"]} */
export function answerOf({ outcome }, word, told) {
  if (!word || (!word.isUnsent && (word.settled_at ?? 0) < told)) {
    return outcome;
  }
  if (word.came === "taken") {
    return outcome ?? "done"; // another was first: it is done, whoever did it
  }
  return word.word === "open" || word.came === "unfit" ? null : word.word;
}

/** The rows of a day: of each item the first of its times that is open, those that end first first; then what was answered
 * here on that day. @param {KeptPlan} plan @param {readonly Item[]} items @param {number} now @returns {Row[]} */
export function plannedFor({ times, checked_at }, items, now) {
  const day = workday(now);
  const words = wordsOf(items);
  const rows = times
    .filter(({ days }) => days.from <= day && day <= days.to)
    .map((time) => {
      const word = words.get(time.plan_item);
      return { time, word, answer: answerOf(time, word, checked_at) };
    });
  const open = rows.filter(({ answer }) => !answer);
  const first = open.filter(
    (row, place) => open.findIndex((other) => itemOf(other) === itemOf(row)) === place,
  );
  const answered = rows.filter(
    ({ answer, word }) => answer && word && word.word !== "open" && workday(word.at) === day,
  );
  return [...first, ...answered];
}

/** @param {Row} row */
const itemOf = ({ time }) => time.plan_item.split("/")[0];

/** What is kept of a plan that was told anew: what this phone answered for and the plan tells no more keeps its name.
 * @param {KeptPlan | null} before @param {readonly PlannedTime[]} times @param {readonly Item[]} items
 * @returns {Record<string, string>} titles by the time's name */
export function titlesOf(before, times, items) {
  const known = { ...before?.titles, ...Object.fromEntries(times.map((one) => [one.plan_item, one.title])) };
  const named = new Set(wordsOf(items).keys());
  return Object.fromEntries(Object.entries(known).filter(([name]) => named.has(name)));
}

/** The entry that a press saves: what the plan says, done as this person mostly does it. `isWhole` where nothing that it
 * may count by is left to choose. @param {PlannedTime} time
 * @param {{entries: readonly import("./shapes").Entry[], pending: ReadonlyMap<string, number>, who: import("./shapes").Who}} own
 * @param {import("./shapes").Reference} reference @param {number} now @param {import("./shapes").Point | null} here */
export function draftFor(time, own, reference, now, here) {
  const { current, user } = own.who;
  const alike = suggestions(own, reference, now, here, Infinity).filter(
    ({ entry: { activity } }) =>
      activity.type === time.type && (time.place === null || activity.place === time.place),
  );
  const [habit] = alike;
  const empty = { ...emptyDraft(current, user.organisation), type: time.type, plan_item: time.plan_item };
  const draft = habit
    ? { ...again(empty, habit.entry.activity), minutes: habit.minutes }
    : { ...empty, place: time.place };
  return { draft, isWhole: Boolean(habit || time.place) };
}
