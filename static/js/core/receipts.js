/** What an entry comes to, in the fewest words: "32 av 52", or of a week that is over "v. 47: 1:15 av 2:00". */

import { local, shortDate } from "./calendar.js";
import { commitmentsOf, currentPeriod, pending, standing, written } from "./figures.js";
import { t } from "./texts.js";

/** @param {{reference: import("./shapes").Reference | null, entries: readonly import("./shapes").Entry[]}} book
 * @param {readonly string[]} ids of the commitments that it counts for
 * @param {number} started when it was done: the week or month of that day is meant, not that of today @param {number} now */
export function comesTo({ reference, entries }, ids, started, now) {
  const counted = reference ? commitmentsOf(reference).filter(({ id }) => ids.includes(id)) : [];
  const best = counted.find((one) => standing(one, now).goal !== null) ?? counted[0];
  if (!reference || !best) {
    return reference ? t`Räknas inte` : "";
  }
  const period = currentPeriod(best.progress, started);
  if (best.target.per && !period) {
    return best.label; // so long ago that the phone does not know
  }
  const { value, goal, of } = standing(best, started);
  const sum = written(best, value + (pending(reference, entries, started, [best]).get(best.id) ?? 0));
  const unit = best.target.kind === "hours" ? t` tim` : "";
  const said = goal === null ? best.label : t`${sum} av ${written(best, goal)}` + unit;
  const isNow = !period || period === currentPeriod(best.progress, now);
  return isNow ? said : `${of || daysOf(period, now)}: ${said}`;
}

/** "1 feb – 28 feb". @param {import("./shapes").Period} period @param {number} now */
function daysOf({ from, to }, now) {
  const today = local(now).date;
  return `${shortDate(from, today)}\u00a0– ${shortDate(to, today)}`;
}

/** What a draft would come to: the figure of the week or month in which it was done, what waits and it itself besides.
 * @param {{reference: import("./shapes").Reference | null, entries: readonly import("./shapes").Entry[]}} book
 * @param {import("./figures.js").Claim} claim made at `started` @param {number} started @param {number} now
 * @returns {{name: string, value: string, plus: string, end: string}} no figure where the phone knows of no such period */
export function wouldCome({ reference, entries }, { commitment, amount }, started, now) {
  const { label, progress, target } = commitment;
  const period = currentPeriod(progress, started);
  if (target.per && !period) {
    return { name: label, value: "", plus: "", end: "" };
  }
  const { value, goal, of } = standing(commitment, started);
  const isNow = !period || period === currentPeriod(progress, now);
  const waiting = reference && pending(reference, entries, started, [commitment]).get(commitment.id);
  const more = amount + (waiting ?? 0);
  return {
    name: [label, of || (isNow ? "" : daysOf(period, now))].filter(Boolean).join(" "),
    value: written(commitment, value),
    plus: more > 0 ? ` + ${written(commitment, more)}` : "",
    end: goal === null ? "" : t` av ${written(commitment, goal)}`,
  };
}
