/** What the service worker does with a request; the server puts these lines before sw.js, which has no imports. */

/** @typedef {{release: string, shell: string, files: readonly string[], later: readonly string[]}} Release
 *  `files` are kept at install, `later` when first asked for: all of them under the release's own address. */

/** The addresses that open the phone: one shell for all, the same bytes for everyone. */
export const SCREENS = ["/", "/ny", "/flera", "/mina", "/laget", "/mer", "/hjalp"];

/** @param {{method: string, mode: string, isOurs: boolean, path: string}} request @param {Release} release
 * @returns {{from: "cache", key: string} | {from: "cache, then keep", key: string} | {from: "network"}} */
export function plan({ method, mode, isOurs, path }, release) {
  if (method !== "GET" || !isOurs) {
    return { from: "network" };
  }
  if (mode === "navigate") {
    const isOfTheApp = SCREENS.includes(path) || path.startsWith("/p/"); // a sign at a place
    return isOfTheApp ? { from: "cache", key: release.shell } : { from: "network" };
  }
  if (release.files.includes(path)) {
    return { from: "cache", key: path };
  }
  return release.later.includes(path) ? { from: "cache, then keep", key: path } : { from: "network" };
}

/** Whether an answer may be kept: a sign-in page, a portal's page or an error never is.
 * @param {{ok: boolean, redirected: boolean, type: string, headers: {get(name: string): string | null}}} response
 * @param {string} key @param {Release} release */
export function mayKeep(response, key, release) {
  const isPage = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  const isOurs =
    key === release.shell ? response.headers.get("X-Faltlogg-Release") === release.release : !isPage;
  return response.ok && !response.redirected && response.type === "basic" && isOurs;
}

/** @param {string} release */
export const cacheName = (release) => `faltlogg-${release}`;

/** Only our own caches of other releases; never anyone else's on this origin. @param {string} name @param {string} release */
export const isOutdated = (name, release) => name.startsWith("faltlogg-") && name !== cacheName(release);
