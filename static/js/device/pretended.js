/** The browser's powers while somebody practises: no request leaves the page, every database is another one, and the
 * phone may be full. What is real is out of reach of everything else on this page. */

/** @typedef {import("../core/practice.js").Asked} Asked */
/** @typedef {import("../core/practice.js").Told} Told */

const APART = "ovning-";
const LOCK = "ovning";
/** @typedef {[name: string, version?: number]} Opening */

/** Before anything is asked for, opened or locked: from here on all of it is pretended.
 * @param {(asked: Asked) => Told | null} server null where there is no network @param {() => boolean} isFull */
export function pretend(server, isFull) {
  globalThis.fetch = async (address, { method = "GET", headers, body } = {}) => {
    const { pathname } = new URL(String(address), location.href);
    const given = new Headers(headers);
    const text = given.has("Content-Encoding") ? await unpacked(body) : body;
    const json = typeof text === "string" ? JSON.parse(text) : null;
    const told = server({ method, path: pathname, body: json, etag: given.get("If-None-Match") });
    if (!told) {
      throw new TypeError("no network, in practice");
    }
    const { status, etag } = told;
    return new Response(status === 304 ? null : JSON.stringify(told.json), {
      status,
      headers: etag ? { ETag: etag } : {},
    });
  };
  const real = { open: indexedDB.open.bind(indexedDB), databases: indexedDB.databases?.bind(indexedDB) };
  indexedDB.open = (name, version) => real.open(APART + name, version);
  if (real.databases) {
    indexedDB.databases = async () =>
      (await real.databases())
        .filter(({ name }) => name?.startsWith(APART))
        .map((one) => ({ ...one, name: one.name?.slice(APART.length) ?? "" }));
  }
  fillUp(isFull);
  Object.assign(navigator, { setAppBadge: undefined, clearAppBadge: undefined }); // the icon tells of what is real
  const { locks } = navigator;
  if (locks) {
    const request = /** @type {any} */ (locks.request.bind(locks));
    void request(LOCK, () => new Promise(() => {})); // held until the page goes
    /** @type {any} */ (locks).request = (/** @type {string} */ name, /** @type {any[]} */ ...rest) =>
      request(APART + name, ...rest);
  }
}

/** What is written to a phone that is full fails as the browser lets it fail. @param {() => boolean} isFull */
function fillUp(isFull) {
  const stores = /** @type {any} */ (IDBObjectStore.prototype);
  for (const way of ["add", "put"]) {
    const write = stores[way];
    stores[way] = function (/** @type {unknown[]} */ ...what) {
      if (isFull()) {
        throw new DOMException("the phone is full, in practice", "QuotaExceededError");
      }
      return write.apply(this, what);
    };
  }
}

/** @param {any} body */
const unpacked = (body) =>
  new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

const PATIENCE = 5_000; // the page that practised may be on its way out

/** Takes away all that practice kept on this phone. Fails where somebody practises in another tab.
 * @param {string} user whose log practice made */
export async function sweep(user) {
  const forget = async () => {
    const here = (await indexedDB.databases?.())?.map(({ name = "" }) => name);
    const ours = here?.filter((name) => name.startsWith(APART));
    await Promise.all((ours ?? ["faltlogg", `faltlogg-${user}`].map((name) => APART + name)).map(deleted));
  };
  const signal = AbortSignal.timeout(PATIENCE);
  await (navigator.locks ? navigator.locks.request(LOCK, { signal }, forget) : forget());
  localStorage.removeItem(`witness-${user}`);
}

/** @param {string} name @returns {Promise<void>} */
const deleted = (name) =>
  new Promise((done) => {
    const deleting = indexedDB.deleteDatabase(name);
    for (const end of ["success", "error", "blocked"]) {
      deleting.addEventListener(end, () => done());
    }
  });
