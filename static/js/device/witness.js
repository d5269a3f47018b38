/** A witness in another store of the browser: if the log comes up empty, the phone itself knows that it was cleared. */

/** @typedef {{stream_id: string, saved: number, unsent: number}} Witness */

const keyOf = (/** @type {string} */ user) => `witness-${user}`;

/** What was in the log that is gone; null where it is there, or never was.
 * @param {string} user @param {string[]} streams all that this log ever had @returns {Witness | null} */
export function lostLog(user, streams) {
  const witness = read(localStorage.getItem(keyOf(user)));
  return witness && !streams.includes(witness.stream_id) ? witness : null;
}

/** @param {string} user @param {Witness} witness @returns {boolean} whether there was none before */
export function bearWitness(user, witness) {
  const isFirst = localStorage.getItem(keyOf(user)) === null;
  localStorage.setItem(keyOf(user), JSON.stringify(witness));
  return isFirst;
}

/** @param {string | null} text @returns {Witness | null} */
function read(text) {
  try {
    const witness = JSON.parse(text ?? "null");
    return typeof witness?.stream_id === "string" ? witness : null;
  } catch {
    return null;
  }
}
