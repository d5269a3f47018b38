/** What a saved entry comes to, in the fewest words: "32 av 52", or of a week that is over "v. 47: 1:15 av 2:00". */

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
  if (!period || period === currentPeriod(best.progress, now)) {
    return said;
  }
  const today = local(now).date;
  return `${of || `${shortDate(period.from, today)}\u00a0– ${shortDate(period.to, today)}`}: ${said}`;
}
