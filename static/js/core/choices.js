/** What the form offers first: kinds of activity by habit and by the pledges, places by nearness, use and search. */

import { local } from "./calendar.js";
import { commitmentsOf } from "./figures.js";
import { isFlagged, metres } from "./matching.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./shapes").Place} Place */
/** @typedef {import("./shapes").Point} Point */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {import("./shapes").Rule} Rule */
/** @typedef {import("./names.js").What} What */

/** Kinds to offer first: those done lately, then those that a pledge names, each once.
 * @param {readonly Entry[]} entries newest first @param {Reference} reference @param {string} organisation @param {number} most
 * @returns {What[]} */
export function likelyKinds(entries, reference, organisation, most) {
  const done = entries
    .filter(({ state }) => state !== "removed")
    .map(({ activity: { type, focus } }) => ({ type, focus: [...focus] }));
  const named = commitmentsOf(reference)
    .filter(({ counts }) => !counts.performed_by || counts.performed_by.includes(organisation))
    .sort((one, other) => urgency(other) - urgency(one))
    .flatMap(({ counts }) => kindsOf(counts));
  const offered = new Set(
    reference.types.filter(({ made_by_product }) => !made_by_product).map(({ code }) => code),
  );
  /** @type {Map<string, What>} */
  const kinds = new Map();
  for (const what of [...frequent(done), ...named]) {
    const key = `${what.type}+${[...what.focus].sort().join("+")}`;
    if (offered.has(what.type) && !kinds.has(key)) {
      kinds.set(key, what);
    }
  }
  return [...kinds.values()].slice(0, most);
}

/** What is behind comes first, then what has a goal, then the rest in the pledge's order.
 * @param {import("./shapes").Commitment} commitment */
const urgency = ({ progress: { status, at_least } }) =>
  status === "behind" || status === "watch" ? 2 : status !== "met" && at_least ? 1 : 0;

/** The last one first, then by how often. @param {What[]} done @returns {What[]} */
function frequent(done) {
  const key = (/** @type {What} */ { type, focus }) => `${type}+${focus.join("+")}`;
  /** @type {Map<string, {what: What, times: number}>} */
  const tally = new Map();
  for (const what of done) {
    tally.set(key(what), { what, times: (tally.get(key(what))?.times ?? 0) + 1 });
  }
  const rest = [...tally.values()].sort((one, other) => other.times - one.times).map(({ what }) => what);
  return [...done.slice(0, 1), ...rest];
}

/** @param {Rule} rule @returns {What[]} */
const kindsOf = (rule) => [
  ...(rule.types ?? []).flatMap((type) =>
    rule.focus ? rule.focus.map((one) => ({ type, focus: [one] })) : [{ type, focus: [] }],
  ),
  ...(rule.any_of ?? []).flatMap(kindsOf),
];

/** Places in the order to offer: where the position is known the two nearest, then the one used last (for this type
 * first), then by nearness; else by use, else those that the pledges name. @param {Reference} reference @param {readonly Entry[]} entries @param {string | null} type
 * @param {Point | null} here @returns {{place: Place, away: number | null}[]} */
export function likelyPlaces(reference, entries, type, here) {
  const used = [
    ...entries.filter(({ activity }) => activity.type === type),
    ...entries.filter(({ activity }) => activity.type !== type),
  ].map(({ activity }) => activity.place);
  const rank = (/** @type {Place} */ { id }) => (used.includes(id) ? used.indexOf(id) : used.length);
  const away = (/** @type {Place} */ { point }) => (here && point ? metres(here, point) : null);
  const sorted = reference.places
    .filter(({ same_as }) => !same_as)
    .map((place) => ({ place, away: away(place), rank: rank(place) }))
    .sort(
      (a, b) =>
        (a.away ?? Infinity) - (b.away ?? Infinity) ||
        a.rank - b.rank ||
        a.place.name.localeCompare(b.place.name, "sv"),
    );
  const [recent] = here ? sorted.filter((one) => one.rank < used.length).sort((a, b) => a.rank - b.rank) : [];
  return recent && sorted.indexOf(recent) > 1
    ? [...sorted.slice(0, 2), recent, ...sorted.slice(2).filter((one) => one !== recent)]
    : sorted;
}

/** "utpekad · 120 m". @param {Place} place @param {number | null} away @param {number} now */
export function placeNote(place, away, now) {
  const flagged = isFlagged(place, local(now).date) ? t`utpekad` : "";
  const distance =
    away === null
      ? ""
      : away < 950
        ? `${Math.max(10, Math.round(away / 10) * 10)} m`
        : `${kilometres(away)} km`;
  return [flagged, distance].filter(Boolean).join(" · ");
}

/** @param {number} away */
const kilometres = (away) =>
  away < 9500 ? (away / 1000).toFixed(1).replace(".", ",") : String(Math.round(away / 1000));
