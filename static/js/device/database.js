/** IndexedDB by promises: a request's answer, and a transaction that is kept only when it says so itself. */

/** @typedef {(name: string) => IDBObjectStore} Stores */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const asked = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

const PATIENCE = 5_000;
/** @type {Set<IDBTransaction>} */
const underWay = new Set();
/** @type {Promise<unknown>} */
let here = Promise.resolve();

// WebKit keeps a page that is left as it stands, what it has begun with it: the next page would wait for that for ever.
globalThis.addEventListener?.("pagehide", ({ persisted }) => {
  if (persisted) {
    here = new Promise((back) => addEventListener("pageshow", back, { once: true }));
    underWay.forEach(giveUp);
  }
});

/** @param {IDBTransaction} transaction */
function giveUp(transaction) {
  try {
    transaction.abort();
  } catch {} // it has ended already, or is on its way to the disk
}

/** Fails with a "BlockedError" where a frozen tab of an older release is in the way, with a "TimeoutError" where the browser
 * gives no answer.
 * @param {string} name @param {number} version @param {(database: IDBDatabase, from: number) => void} upgrade
 * @returns {Promise<IDBDatabase>} */
export async function opened(name, version, upgrade) {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = ({ oldVersion }) => upgrade(opening.result, oldVersion);
  const database = asked(opening);
  const refused = new Promise((_, failed) => {
    const fail = (/** @type {string} */ reason) => failed(new DOMException("", reason));
    opening.onblocked = () => fail("BlockedError");
    setTimeout(fail, PATIENCE, "TimeoutError");
  });
  try {
    return await Promise.race([database, refused]);
  } catch (reason) {
    database.then(
      (late) => late.close(),
      () => {},
    );
    throw reason;
  }
}

/** Does a deed in one transaction: all of it or nothing. Resolves when it is on disk. There is no relaxed writing: what a
 * power cut leaves half-written has made Chromium throw away the whole database, the strictly written with it. One that
 * does not come to its end is given up: better told than waited for.
 * @template T @param {IDBDatabase} database @param {string[]} names @param {"strict" | null} durability null to read
 * @param {(store: Stores) => Promise<T>} deed @returns {Promise<T>} */
export async function within(database, names, durability, deed) {
  await here;
  const transaction = durability
    ? database.transaction(names, "readwrite", { durability })
    : database.transaction(names);
  const ended = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  ended.catch(() => {}); // told below, unless the deed fails first
  underWay.add(transaction);
  const patience = setTimeout(giveUp, PATIENCE, transaction);
  try {
    const result = await deed((name) => transaction.objectStore(name));
    await ended;
    return result;
  } catch (reason) {
    giveUp(transaction);
    throw reason ?? new DOMException("the transaction was given up", "AbortError");
  } finally {
    clearTimeout(patience);
    underWay.delete(transaction);
  }
}
