/** Digests of texts, for the page and for the worker beside it: alone, so that the worker fetches little. */

/** SHA-256 of a text's UTF-8 bytes, in hex. @param {string} text */
export async function digest(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
