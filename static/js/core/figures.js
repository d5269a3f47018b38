/** What a draft or a waiting entry adds to a commitment's figure, and why or why not: the server alone decides. */

import { dawnOf, endOf, hoursAndMinutes, isoWeek, local } from "./calendar.js";
import { secondsInside, verdict } from "./matching.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").Commitment} Commitment */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./matching.js").Condition} Condition */
/** @typedef {{commitment: Commitment, amount: number, fails: Condition | "interrupted" | "validity" | null}} Claim
 *  `fails` is null where it counts; `amount` is in the figure's own unit, seconds for hours. */

/** @param {Reference} reference */
export const commitmentsOf = (reference) =>
  reference.pledges.flatMap((pledge) => pledge.focus_areas.flatMap((area) => area.commitments));

/** Whether hours are promised of somebody like this. @param {Reference} reference @param {string} organisation */
export const hasPresence = (reference, organisation) =>
  commitmentsOf(reference).some(
    ({ target, counts }) =>
      target.kind === "hours" && (counts.performed_by ?? [organisation]).includes(organisation),
  );

/** Every commitment's claim on the activity, those that count first.
 * @param {Reference} reference @param {Activity} activity @param {number} now @param {Commitment[]} [commitments] these alone
 * @returns {Claim[]} */
export function claims(reference, activity, now, commitments = commitmentsOf(reference)) {
  const place = placeOf(reference, activity.place);
  const all = commitments
    .filter(({ target }) => target.kind !== "reported")
    .map((commitment) => claim(commitment, activity, place, now));
  return [...all.filter(({ fails }) => !fails), ...all.filter(({ fails }) => fails)];
}

/** @param {Reference} reference @param {string | null} id */
export const placeOf = (reference, id) => reference.places.find((place) => place.id === id) ?? null;

/** The name of where it was: of the place, or as its author proposes it.
 * @param {Reference} reference @param {Pick<Activity, "place" | "proposed">} activity */
export const whereOf = (reference, { place, proposed }) =>
  proposed?.name ?? placeOf(reference, place)?.name ?? "";

/** @param {Commitment} commitment @param {Activity} activity @param {import("./shapes").Place | null} place @param {number} now
 * @returns {Claim} */
function claim(commitment, activity, place, now) {
  const { counts: rule, target, valid } = commitment;
  const isHours = target.kind === "hours";
  // Presence is time inside the windows, whenever the activity began: its time keys are weighed in `hours`.
  const { weekdays: _, clock: __, seasons: ___, ...timeless } = rule;
  const found = verdict(isHours ? timeless : rule, activity, place);
  if (!found.holds) {
    return { commitment, amount: 0, fails: found.fails };
  }
  const fails = isHours ? presenceFails(commitment, activity) : occasionFails(valid, activity, found.date);
  return { commitment, amount: fails ? 0 : amount(commitment, activity, place, found.date, now), fails };
}

/** @param {Commitment["valid"]} valid @param {Activity} activity @param {string} date @returns {Claim["fails"]} */
const occasionFails = (valid, { outcome }, date) =>
  outcome === "interrupted" ? "interrupted" : date < valid.from || date > valid.to ? "validity" : null;

/** Presence counts by the part of it that lies inside. @param {Commitment} commitment @param {Activity} activity
 * @returns {Claim["fails"]} */
const presenceFails = ({ counts, valid }, activity) =>
  hours(counts, activity, [valid]) ? null : hours(counts, activity, []) ? "validity" : "time";

/** @param {Commitment} commitment @param {Activity} activity @param {import("./shapes").Place | null} place @param {string} date
 * @param {number} now */
function amount({ target, counts, valid, progress }, activity, place, date, now) {
  const period = currentPeriod(progress, now);
  if (target.kind === "hours") {
    return hours(counts, activity, target.per && period ? [valid, period] : [valid]);
  }
  if (target.per && !(period && period.from <= date && date <= period.to)) {
    return 0;
  }
  switch (target.kind) {
    case "sum":
      return activity.counters[target.counter ?? ""] ?? 0;
    case "coverage":
      return progress.remaining?.includes(place?.same_as ?? activity.place ?? "") ? 1 : 0;
    case "milestone":
      return progress.value ? 0 : 1;
    default:
      return 1;
  }
}

/** The seconds that lie inside the rule's windows and all of the runs of days.
 * @param {import("./shapes").Rule} rule @param {Activity} activity @param {Commitment["valid"][]} runs */
function hours(rule, { started, ended }, runs) {
  const first = runs.map(({ from }) => dawnOf(from));
  const last = runs.map(({ to }) => endOf(to));
  return ended === null ? 0 : secondsInside(rule, Math.max(started, ...first), Math.min(ended, ...last));
}

/** @param {import("./shapes").Progress} progress @param {number} now */
export function currentPeriod(progress, now) {
  const today = local(now).date;
  return progress.periods?.find(({ from, to }) => from <= today && today <= to) ?? null;
}

/** The figure that stands now: this period's where there are periods.
 * @param {Commitment} commitment @param {number} now @returns {{value: number, goal: number | null, of: string}} */
export function standing({ progress, target }, now) {
  if (!progress.periods && !target.per) {
    return { value: progress.value ?? 0, goal: progress.at_least ?? null, of: "" };
  }
  const period = currentPeriod(progress, now);
  const of = target.per === "iso_week" ? t`v. ${isoWeek(local(now).date)}` : "";
  return { value: period?.value ?? 0, goal: period?.at_least ?? target.at_least ?? null, of };
}

/** @param {Commitment} commitment @param {number} figure */
export const written = ({ target }, figure) =>
  target.kind === "hours" ? hoursAndMinutes(Math.abs(figure)) : String(Math.abs(figure));

/** What own entries that the server's figures do not hold yet come to, by commitment.
 * @param {Reference} reference @param {readonly Entry[]} entries @param {number} now @param {Commitment[]} [commitments]
 * these alone @returns {Map<string, number>} */
export function pending(reference, entries, now, commitments = commitmentsOf(reference)) {
  const known = Date.parse(reference.generated_at);
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const entry of entries) {
    const sign = entry.municipality === reference.municipality.code ? signOf(entry, known) : 0;
    const found = sign ? claims(reference, entry.activity, now, commitments) : [];
    for (const { commitment, amount: piece, fails } of found) {
      if (!fails) {
        sums.set(commitment.id, (sums.get(commitment.id) ?? 0) + sign * piece);
      }
    }
  }
  return sums;
}

/** +1 not in the figures yet, −1 withdrawn but still in them, 0 neither. @param {Entry} entry @param {number} known */
function signOf({ received_at, withdrawing, state }, known) {
  const counted = received_at !== null && received_at <= known;
  if (state === "unreadable" || state === "need" || (state === "removed" && !withdrawing)) {
    return 0; // what waits for a person counts once that person has dealt with it
  }
  return withdrawing ? -Number(counted) : Number(!counted);
}
