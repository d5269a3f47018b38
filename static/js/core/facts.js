/** What an activity comes to in words, one line a fact; and two versions of it beside each other. */

import { clockOf, dayName, length, local } from "./calendar.js";
import { minutesOf } from "./draft.js";
import { whereOf } from "./figures.js";
import { capital, nameOf, organisationOf, titleOf } from "./names.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {{label: string, words: string}} Fact an empty word is one that was not said */
/** @typedef {{label: string, mine: string, theirs: string, differs: boolean}} Compared */

/** @param {Reference} reference @param {Activity} activity @param {string | null} note null where it is not known
 * @param {number} now @returns {Fact[]} always the same labels in the same order */
export function factsOf(reference, activity, note, now) {
  const { name, beside } = titleOf(reference, activity);
  const place = whereOf(reference, activity) || (activity.place ?? "");
  return [
    { label: t`Vad`, words: [name, beside].filter(Boolean).join(", ") },
    { label: activity.proposed ? t`Föreslagen plats` : t`Var`, words: place },
    { label: t`När`, words: whenOf(activity, now) },
    { label: t`Deltog`, words: whoOf(reference, activity) },
    { label: t`Räknat`, words: countersOf(reference, activity) },
    { label: t`Övrigt`, words: flagsOf(activity) },
    ...(note === null ? [] : [{ label: t`Anteckning`, words: note }]),
  ];
}

/** Two versions, fact by fact; what neither says is left out.
 * @param {Fact[]} mine @param {Fact[]} theirs @returns {Compared[]} */
export function compared(mine, theirs) {
  const other = new Map(theirs.map(({ label, words }) => [label, words]));
  return mine
    .filter(({ label }) => other.has(label))
    .map(({ label, words }) => ({ label, mine: words, theirs: other.get(label) ?? "" }))
    .filter((one) => one.mine || one.theirs)
    .map((one) => ({ ...one, differs: one.mine !== one.theirs }));
}

/** "i dag 15:12–15:42, 30 min". @param {Activity} activity @param {number} now */
export function whenOf(activity, now) {
  const { started, ended } = activity;
  const day = dayName(local(started).date, local(now).date);
  const to = ended === null ? "" : `–${clockOf(ended)}, ${length(minutesOf(activity))}`;
  return `${day} ${clockOf(started)}${to}`;
}

/** "Kommunen, Polisen, 2 utan namn". @param {Reference} reference @param {Activity} activity */
function whoOf(reference, { organisations, others }) {
  const names = organisations.map((key) => organisationOf(reference, key));
  return [...names.sort(), ...(others ? [t`${others} utan namn`] : [])].join(", ");
}

/** "12 fordon, 3 samtal". @param {Reference} reference @param {Activity} activity */
function countersOf(reference, { type, counters }) {
  const words = reference.types.find(({ code }) => code === type)?.counters ?? [];
  return Object.keys(counters)
    .sort()
    .filter((code) => counters[code])
    .map((code) => `${counters[code]} ${nameOf(words, code)}`)
    .join(", ");
}

/** @param {Activity} activity */
function flagsOf({ targeted, outcome }) {
  const flags = [targeted && t`riktad insats`, outcome === "interrupted" && t`avbruten`].filter(Boolean);
  return capital(flags.join(", "));
}
