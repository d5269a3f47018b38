/** A refused entry as a draft again: everything as it was, to be put right; the own organisation took part. */

import { local } from "./calendar.js";
import { minutesOf } from "./draft.js";

/** @typedef {import("./shapes").Draft} Draft */

/** @param {import("./shapes").Entry} entry @param {{id: string, organisation: string}} author @returns {Draft} */
export function mending({ id, rev, municipality, activity, note }, author) {
  const { date, minutes } = local(activity.started);
  return {
    municipality,
    type: activity.type,
    focus: [...activity.focus],
    place: activity.place,
    proposed: activity.proposed,
    when: { kind: "at", date, minutes },
    minutes: minutesOf(activity),
    organisations: [...new Set([author.organisation, ...activity.organisations])],
    colleagues: activity.participants.filter((one) => one !== author.id),
    others: activity.others,
    targeted: activity.targeted,
    interrupted: activity.outcome === "interrupted",
    counters: { ...activity.counters },
    note,
    mends: { activity_id: id, base_rev: rev },
  };
}
