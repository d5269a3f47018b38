/** What the phone asks the server besides sending: figures and words, colleagues, another municipality. */

import { ask, HEADERS } from "./network.js";

/** @param {string} code */
export const setMunicipality = (code) =>
  ask("/api/v1/session/municipality", { method: "PUT", headers: HEADERS, body: JSON.stringify({ code }) });

/** @returns {Promise<{id: string, name: string}[]>} kept in memory alone: they are other people */
export async function colleagues() {
  const answer = await ask("/api/v1/colleagues");
  return answer !== null && answer !== "slow" && answer.status === 200 ? (answer.json?.colleagues ?? []) : [];
}

/** What the own organisation has planned for about now, without `times` where it is as it was; null when the server did
 * not say. @param {string} code @param {string | null} etag
 * @returns {Promise<{times?: import("../core/shapes").PlannedTime[], etag: string | null} | null>} */
export async function plan(code, etag) {
  const headers = /** @type {Record<string, string>} */ (etag ? { "If-None-Match": etag } : {});
  const answer = await ask(`/api/v1/plan/${code}`, { headers });
  if (answer === null || answer === "slow") {
    return null;
  }
  if (answer.status === 304) {
    return { etag };
  }
  const isWhole = answer.status === 200 && answer.json?.municipality === code;
  return isWhole ? { times: answer.json.times, etag: answer.etag } : null;
}

/** The reference data in the language of the phone, `reference: null` where it is as it was; null when the server did not say.
 * @param {string} code @param {string | null} etag
 * @returns {Promise<{reference: import("../core/shapes").Reference | null, etag: string | null} | null>} */
export async function reference(code, etag) {
  const headers = /** @type {Record<string, string>} */ (etag ? { "If-None-Match": etag } : {});
  const { lang } = document.documentElement;
  const answer = await ask(`/api/v1/reference/${code}?lang=${lang}`, { headers });
  if (answer === null || answer === "slow") {
    return null;
  }
  if (answer.status === 304) {
    return { reference: null, etag };
  }
  const isWhole = answer.status === 200 && answer.json?.municipality?.code === code;
  return isWhole ? { reference: answer.json, etag: answer.etag } : null;
}
