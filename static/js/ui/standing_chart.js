/** The chart under a figure on Läget: a strip of weeks, cells of places, or a bar with the own waiting on it. */

import { bullet, strip } from "../core/standings.js";
import { t } from "../core/texts.js";
import { bulletChart, coverageChart, stripChart } from "./charts.js";

const WEEKS = 52;

/** @param {import("../core/shapes").Commitment} commitment @param {number} pending @param {number} now */
export function chartOf({ progress, target }, pending, now) {
  if (progress.periods) {
    const cells = strip(progress, now, WEEKS);
    return cells.length > 1 && stripChart(cells);
  }
  switch (target.kind) {
    case "milestone":
      return null;
    case "coverage":
      return coverageChart(progress);
    default:
      return barChart(progress, pending);
  }
}

/** @param {import("../core/shapes").Progress} progress @param {number} pending */
function barChart(progress, pending) {
  const bar = bullet(progress, pending);
  const isNumber = progress.expected !== undefined && progress.kind !== "hours";
  return bar && bulletChart(bar, isNumber ? t`väntat i dag ${Math.round(progress.expected ?? 0)}` : "");
}
