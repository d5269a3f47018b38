/** The form as a value: empty, like an earlier entry, and read as an activity. */

import { instantOf, MINUTE, wholeMinute } from "./calendar.js";

/** @typedef {import("./shapes").Draft} Draft */
/** @typedef {import("./shapes").Activity} Activity */

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
  ...(draft.proposed && { proposed: draft.proposed }),
  ...span(draft, now),
});

/** A draft like an earlier entry, done just now: what, where and how long; never who, note or counters.
 * @param {Draft} empty @param {Activity} activity @returns {Draft} */
export const again = (empty, activity) => ({
  ...empty,
  type: activity.type,
  focus: [...activity.focus],
  place: activity.place,
  proposed: activity.proposed,
  minutes: minutesOf(activity) || empty.minutes,
});

/** @param {Activity} activity */
export const minutesOf = ({ started, ended }) =>
  ended === null ? 0 : Math.round((ended - started) / MINUTE);
