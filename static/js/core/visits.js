/** A sign at a place: what its address says, and the entry that a visit there begins as. */

import { local, MINUTE } from "./calendar.js";
import { again } from "./draft.js";

/** @typedef {{municipality: string, place: string}} Sign */
/** @typedef {Sign & {at: number}} Visit a sign that was scanned, and when */

/** The sign that an address leads from; null for any other address. @param {string} path @returns {Sign | null} */
export function signOf(path) {
  const [, municipality, place] = /^\/p\/([0-9]{4})\/(.+)$/.exec(path) ?? [];
  try {
    return municipality && place ? { municipality, place: decodeURIComponent(place) } : null;
  } catch {
    return null; // "%" and nothing after it: not printed by us
  }
}

/** What a place is called and nothing else is: no address, no sentence of somebody's own. */
const NAME = /^(?!.*\/\/)[\p{L}\p{N}][\p{L}\p{M}\p{N} .,:&'’()/–-]{0,59}$/u;

/** The name of its place as the sign's code carries it after "#"; empty where it carries none.
 * @param {string} hash */
export function nameOnSign(hash) {
  try {
    const name = decodeURIComponent(hash.slice(1));
    return NAME.test(name) ? name : "";
  } catch {
    return "";
  }
}

/** What was done there last, done there again; else the place alone. A visit that waited keeps its time.
 * @param {import("./shapes").Draft} empty @param {Sign & {at?: number}} visit
 * @param {readonly import("./shapes").Entry[]} entries newest first @returns {import("./shapes").Draft} */
export function draftOfVisit(empty, { municipality, place, at }, entries) {
  const before = entries.find(
    (entry) =>
      entry.state !== "removed" && entry.municipality === municipality && entry.activity.place === place,
  );
  const draft = before ? again(empty, before.activity) : { ...empty, place };
  if (at === undefined) {
    return draft;
  }
  const { date, minutes } = local(at - draft.minutes * MINUTE);
  return { ...draft, when: { kind: "at", date, minutes } };
}
