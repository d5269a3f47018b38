/** What things are called and drawn as: kinds of activity, by type and focus. */

/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {{type: string, focus: readonly string[]}} What */

/** Short names that people use for a type with a focus; others are put together. The soft hyphens are meant. */
const SHORT = /** @type {Readonly<Record<string, string>>} */ ({
  "traffic_check+speed": "Hastighets\u00adkontroll",
  "traffic_check+sobriety": "Nykterhets\u00adkontroll",
  "traffic_check+youth_vehicles": "Motorburen ungdom",
});

/** "Hastighetskontroll" by itself; "Fotpatrull" with "skolmiljö" beside it. @param {Reference} reference @param {What} what
 * @returns {{name: string, beside: string}} */
export function titleOf(reference, { type, focus }) {
  const known = reference.types.find(({ code }) => code === type);
  const short = focus.length === 1 ? SHORT[`${type}+${focus[0]}`] : undefined;
  const words = focus.map((one) => known?.focus.find(({ code }) => code === one)?.sv ?? one);
  return short ? { name: short, beside: "" } : { name: capital(known?.sv ?? type), beside: words.join(", ") };
}

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The symbol of a kind of activity; a word always stands beside it. @param {Reference} reference @param {What} what
 * @param {ReadonlySet<string>} drawn ids in the sprite */
export function iconOf(reference, { type, focus }, drawn) {
  const own = reference.types.find(({ code }) => code === type)?.icon ?? "";
  return focus.includes("youth_vehicles") ? "car" : drawn.has(own) ? own : "pin";
}
