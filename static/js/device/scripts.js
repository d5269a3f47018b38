/** Trusted Types: the addresses that may become a script. */

const OURS = /^\/sw\.js$|^[^?#]+\/js\/device\/second_copy_clerk\.js$/u;

/** @type {{createScriptURL(address: string): string} | null} made once for a page: its name is taken then */
let policy = null;

/** @param {string} address @returns {string} */
export function scriptAddress(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("faltlogg", { createScriptURL: onlyOurs }) ?? { createScriptURL: onlyOurs };
  return /** @type {NonNullable<typeof policy>} */ (policy).createScriptURL(address);
}

/** @param {string} address */
function onlyOurs(address) {
  const { origin, pathname } = new URL(address, location.href);
  if (origin !== location.origin || !OURS.test(pathname)) {
    throw new TypeError(`${address} is no script of ours`);
  }
  return address;
}
