/** What the phone asks the server: every answer is read whole, every silence has its time limit. */

/** @typedef {{status: number, json: any, retryAfter: string | null, etag: string | null}} Answer */

const PATIENCE = 15_000;
export const HEADERS = { "X-Faltlogg": "1", "Content-Type": "application/json" };

/** The answer, "slow" past the time limit, null without one (no network: navigator.onLine lies, a failed fetch does not).
 * @param {string} path @param {RequestInit} [init] @param {number} [limit] milliseconds @param {AbortSignal} [signal] gives up
 * @returns {Promise<Answer | "slow" | null>} */
export async function ask(path, init = {}, limit = PATIENCE, signal = undefined) {
  const timer = AbortSignal.timeout(limit);
  const line = new AbortController();
  for (const one of signal ? [timer, signal] : [timer]) {
    one.addEventListener("abort", () => line.abort());
  }
  try {
    const response = await fetch(path, {
      cache: "no-store",
      redirect: "error",
      ...init,
      signal: line.signal,
    });
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

const WORTH_PACKING = 1_000;

/** Says something to the sync door, or to one beside it; packed where that spares bytes.
 * @param {string} text @param {number} limit @param {AbortSignal} [signal] @param {string} [door] */
export async function sync(text, limit, signal, door = "") {
  const isLong = text.length > WORTH_PACKING && "CompressionStream" in globalThis;
  const body = isLong ? await packed(text).catch(() => text) : text;
  const headers = {
    ...HEADERS,
    "X-Faltlogg-Sync": "1",
    ...(body === text ? {} : { "Content-Encoding": "gzip" }),
  };
  return ask(`/api/v1/sync${door}`, { method: "POST", body, headers }, limit, signal);
}

/** @param {string} text */
const packed = (text) =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();

/** Whoever is signed in; null for nobody, "shut out" for one whose account was closed, who may still hand in what waits;
 * undefined when the server cannot be asked. @returns {Promise<import("../core/shapes").Who | "shut out" | null | undefined>} */
export async function session() {
  return whoOf(await ask("/api/v1/session"));
}

/** What a 401 in our own server's name says; any other is a portal's.
 * @type {Readonly<Record<string, null | "shut out" | undefined>>} */
const WHO_IS_OUT = { reauth: null, user_disabled: "shut out" };

/** @param {Answer | "slow" | null} answer @returns {import("../core/shapes").Who | "shut out" | null | undefined} */
export function whoOf(answer) {
  if (answer === null || answer === "slow") {
    return undefined;
  }
  if (answer.status === 401) {
    return WHO_IS_OUT[answer.json?.code];
  }
  return answer.status === 200 && answer.json?.user?.id ? answer.json : undefined;
}
