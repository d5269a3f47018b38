/** What the phone asks the server: every answer is read whole, every silence has its time limit. */

/** @typedef {{status: number, json: any, retryAfter: string | null, etag: string | null}} Answer */

const PATIENCE = 15_000;
const HEADERS = { "X-Faltlogg": "1", "Content-Type": "application/json" };

/** The answer, "slow" past the time limit, null without one (no network: navigator.onLine lies, a failed fetch does not).
 * @param {string} path @param {RequestInit} [init] @param {number} [limit] milliseconds @returns {Promise<Answer | "slow" | null>} */
export async function ask(path, init = {}, limit = PATIENCE) {
  const timer = AbortSignal.timeout(limit);
  try {
    const response = await fetch(path, { cache: "no-store", redirect: "error", ...init, signal: timer });
    const text = await response.text();
    return {
      status: response.status,
      json: parsed(text),
      retryAfter: response.headers.get("Retry-After"),
      etag: response.headers.get("ETag"),
    };
  } catch {
    return timer.aborted ? "slow" : null;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {string} text @param {number} limit */
export const sync = (text, limit) =>
  ask("/api/v1/sync", { method: "POST", body: text, headers: { ...HEADERS, "X-Faltlogg-Sync": "1" } }, limit);

/** Whoever is signed in; null for nobody; undefined when the server cannot be asked.
 * @returns {Promise<import("../core/shapes").Who | null | undefined>} */
export async function session() {
  return whoOf(await ask("/api/v1/session"));
}

/** @param {Answer | "slow" | null} answer @returns {import("../core/shapes").Who | null | undefined} */
export function whoOf(answer) {
  if (answer === null || answer === "slow") {
    return undefined;
  }
  if (answer.status === 401) {
    return answer.json?.code === "reauth" ? null : undefined;
  }
  return answer.status === 200 && answer.json?.user?.id ? answer.json : undefined;
}

/** @param {string} code */
export const setMunicipality = (code) =>
  ask("/api/v1/session/municipality", { method: "PUT", headers: HEADERS, body: JSON.stringify({ code }) });

/** @returns {Promise<boolean>} whether the server has ended it */
export async function endSession() {
  const answer = await ask("/api/v1/session", { method: "DELETE", headers: { "X-Faltlogg": "1" } });
  return answer !== null && answer !== "slow" && answer.status < 500;
}

/** @returns {Promise<{id: string, name: string}[]>} kept in memory alone: they are other people */
export async function colleagues() {
  const answer = await ask("/api/v1/colleagues");
  return answer !== null && answer !== "slow" && answer.status === 200 ? (answer.json?.colleagues ?? []) : [];
}

/** The reference data, `reference: null` where it is as it was; null when the server did not say.
 * @param {string} code @param {string | null} etag
 * @returns {Promise<{reference: import("../core/shapes").Reference | null, etag: string | null} | null>} */
export async function reference(code, etag) {
  const headers = /** @type {Record<string, string>} */ (etag ? { "If-None-Match": etag } : {});
  const answer = await ask(`/api/v1/reference/${code}`, { headers });
  if (answer === null || answer === "slow") {
    return null;
  }
  if (answer.status === 304) {
    return { reference: null, etag };
  }
  const isWhole = answer.status === 200 && answer.json?.municipality?.code === code;
  return isWhole ? { reference: answer.json, etag: answer.etag } : null;
}
