/** The form as a value: empty, changed, judged, and read as an activity. */

import { DAY, instantOf, local, MINUTE, wholeMinute } from "./calendar.js";

/** @typedef {import("./shapes").Draft} Draft */
/** @typedef {import("./shapes").Activity} Activity */

export const NOTE_LENGTH = 140;
const MOST = 100_000;

/** @param {string} municipality @param {string} organisation the author's own @returns {Draft} */
export const emptyDraft = (municipality, organisation) => ({
  municipality,
  type: null,
  focus: [],
  place: null,
  when: { kind: "now" },
  minutes: 30,
  organisations: [organisation],
  colleagues: [],
  others: 0,
  targeted: false,
  interrupted: false,
  counters: {},
  note: "",
  mends: null,
});

/** From when to when, in whole minutes. @param {Draft} draft @param {number} now @returns {{started: number, ended: number}} */
export function span({ when, minutes }, now) {
  switch (when.kind) {
    case "now": {
      const ended = wholeMinute(now);
      return { started: ended - minutes * MINUTE, ended };
    }
    case "at": {
      const started = instantOf(when.date, when.minutes);
      return { started, ended: started + minutes * MINUTE };
    }
    default: {
      const to = when.to > when.from ? when.to : when.to + 1440;
      return { started: instantOf(when.date, when.from), ended: instantOf(when.date, to) };
    }
  }
}

/** @param {Draft} draft @param {string} author @param {number} now @returns {Activity} */
export const activityOf = (draft, author, now) => ({
  type: draft.type ?? "",
  focus: draft.focus,
  organisations: draft.organisations,
  participants: [author, ...draft.colleagues],
  others: draft.others,
  targeted: draft.targeted,
  outcome: draft.interrupted ? "interrupted" : "completed",
  place: draft.place,
  counters: draft.counters,
  ...span(draft, now),
});

/** What is wrong with which field, one sentence each; empty when it can be saved.
 * @param {Draft} draft @param {number} now @returns {Partial<Record<"type" | "when" | "organisations" | "counters" | "note", string>>} */
export function faults(draft, now) {
  const { started, ended } = span(draft, now);
  const outside = Object.values(draft.counters).some(
    (count) => !Number.isInteger(count) || count < 0 || count > MOST,
  );
  return {
    ...(draft.type ? {} : { type: "Välj vad som gjordes." }),
    ...whenFault(started, ended, now),
    ...(draft.organisations.length ? {} : { organisations: "Minst en organisation ska ha deltagit." }),
    ...(outside ? { counters: "Räknarna är hela tal från 0 till 100 000." } : {}),
    ...([...draft.note].length > NOTE_LENGTH
      ? { note: `Anteckningen får vara högst ${NOTE_LENGTH} tecken.` }
      : {}),
  };
}

/** @param {number} started @param {number} ended @param {number} now @returns {{when?: string}} */
function whenFault(started, ended, now) {
  if (Number.isNaN(started) || Number.isNaN(ended)) {
    return { when: "Fyll i både dag och klockslag." };
  }
  if (started > now) {
    return { when: "Tiden ligger i framtiden." };
  }
  return ended - started > DAY ? { when: "En aktivitet är högst 24 timmar." } : {};
}

/** A draft like an earlier entry, done just now: what, where and how long; never who, note or counters.
 * @param {Draft} empty @param {Activity} activity @returns {Draft} */
export const again = (empty, activity) => ({
  ...empty,
  type: activity.type,
  focus: [...activity.focus],
  place: activity.place,
  minutes: minutesOf(activity) || empty.minutes,
});

/** @param {Activity} activity */
export const minutesOf = ({ started, ended }) =>
  ended === null ? 0 : Math.round((ended - started) / MINUTE);

/** The whole entry as a draft, to be mended. @param {import("./shapes").Entry} entry @param {string} author @returns {Draft} */
export function mending({ id, rev, municipality, activity, note }, author) {
  const { date, minutes } = local(activity.started);
  return {
    municipality,
    type: activity.type,
    focus: [...activity.focus],
    place: activity.place,
    when: { kind: "at", date, minutes },
    minutes: minutesOf(activity),
    organisations: [...activity.organisations],
    colleagues: activity.participants.filter((one) => one !== author),
    others: activity.others,
    targeted: activity.targeted,
    interrupted: activity.outcome === "interrupted",
    counters: { ...activity.counters },
    note,
    mends: { activity_id: id, base_rev: rev },
  };
}
