/** What books kept before say beside a figure, never part of one. */

import { decimal } from "./standings.js";
import { t } from "./texts.js";

const HOUR = 3600;

/** The sentence beside a commitment's figure; empty where no book says anything of it.
 * @param {Pick<import("./shapes").Commitment, "estimated" | "target">} commitment
 */
export function besideFigure({ estimated, target }) {
  if (!estimated) {
    return "";
  }
  return target.kind === "hours"
    ? t`Därtill ca ${decimal(estimated.seconds / HOUR)} timmar uppskattade enligt tidigare bok`
    : t`Därtill ca ${estimated.number} uppskattade enligt tidigare bok`;
}
