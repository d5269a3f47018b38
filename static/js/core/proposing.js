/** A place that is not listed, proposed by name: what may be told of it. */

import { judge } from "./personal_data.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Point} Point */
/** @typedef {import("./shapes").ProposedPlace} ProposedPlace */

export const NAME_LENGTH = 60;
const STEPS_A_DEGREE = [1000, 500]; // about 100 m to the north and to the east

/** The point to about 100 m: no more of where the phone is ever leaves it. @param {Point} point @returns {Point} */
export function coarse(point) {
  const [north, east] = point.map((degrees, axis) => {
    const steps = STEPS_A_DEGREE[axis] ?? 1;
    return Math.round(degrees * steps) / steps;
  });
  return [north ?? 0, east ?? 0];
}

/** What keeps the name from being used, in one sentence; empty when nothing does. @param {string} name */
export function faultOf(name) {
  if (judge(name).level === "block") {
    return t`Namnet ser ut att innehålla en personuppgift. Skriv bara vad platsen heter.`;
  }
  return name.trim() ? "" : t`Skriv vad platsen heter.`;
}

/** @param {string} name @param {Point | null} here where the phone is, if that may be told @returns {ProposedPlace} */
export const proposalOf = (name, here) => ({ name: name.trim(), ...(here && { point: coarse(here) }) });
