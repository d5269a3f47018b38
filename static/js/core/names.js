/** What things are called and drawn as: kinds of activity, by type and focus. */

import { named, t } from "./texts.js";

/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {{type: string, focus: readonly string[]}} What */

/** Short names that people use for a type with a focus; others are put together. The soft hyphens are meant. */
const SHORT = /** @type {Readonly<Record<string, () => string>>} */ ({
  "traffic_check+speed": () => t`Hastighets\u00adkontroll`,
  "traffic_check+sobriety": () => t`Nykterhets\u00adkontroll`,
  "traffic_check+youth_vehicles": () => t`Motorburen ungdom`,
});

/** "Hastighetskontroll" by itself; "Fotpatrull" with "skolmiljö" beside it. @param {Reference} reference @param {What} what
 * @returns {{name: string, beside: string}} */
export function titleOf(reference, { type, focus }) {
  const known = reference.types.find(({ code }) => code === type);
  const short = focus.length === 1 ? SHORT[`${type}+${focus[0]}`] : undefined;
  if (short) {
    return { name: short(), beside: "" };
  }
  const words = focus.map((one) => nameOf(known?.focus, one));
  return { name: capital(known ? named(known) : type), beside: words.join(", ") };
}

/** What a word of the vocabulary is called; one that the phone does not know, by its code.
 * @param {readonly import("./shapes").Word[] | undefined} terms @param {string} wanted */
export const nameOf = (terms, wanted) => {
  const found = terms?.find(({ code }) => code === wanted);
  return found ? named(found) : wanted;
};

/** @param {Reference | null} reference @param {string} wanted */
export const organisationOf = (reference, wanted) => {
  const found = reference?.organisations.find(({ key }) => key === wanted);
  return found ? named(found) : wanted;
};

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The symbol of a kind of activity; a word always stands beside it. @param {Reference} reference @param {What} what
 * @param {ReadonlySet<string>} drawn ids in the sprite */
export function iconOf(reference, { type, focus }, drawn) {
  const own = reference.types.find(({ code }) => code === type)?.icon ?? "";
  return focus.includes("youth_vehicles") ? "car" : drawn.has(own) ? own : "pin";
}
