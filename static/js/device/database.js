/** IndexedDB by promises: a request's answer, and a transaction that is kept only when it says so itself. */

/** @typedef {(name: string) => IDBObjectStore} Stores */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const asked = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** Fails with a "BlockedError" where a frozen tab of an older release is in the way.
 * @param {string} name @param {number} version @param {(database: IDBDatabase, from: number) => void} upgrade
 * @returns {Promise<IDBDatabase>} */
export function opened(name, version, upgrade) {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = ({ oldVersion }) => upgrade(opening.result, oldVersion);
  const blocked = new Promise((_, failed) => {
    opening.onblocked = () => failed(new DOMException("an older release is open", "BlockedError"));
  });
  return Promise.race([asked(opening), blocked]);
}

/** Does a deed in one transaction: all of it or nothing. Resolves when it is on disk. There is no relaxed writing: what a
 * power cut leaves half-written has made Chromium throw away the whole database, the strictly written with it.
 * @template T @param {IDBDatabase} database @param {string[]} names @param {"strict" | null} durability null to read
 * @param {(store: Stores) => Promise<T>} deed @returns {Promise<T>} */
export async function within(database, names, durability, deed) {
  const transaction = durability
    ? database.transaction(names, "readwrite", { durability })
    : database.transaction(names);
  const ended = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  ended.catch(() => {}); // told below, unless the deed fails first
  try {
    const result = await deed((name) => transaction.objectStore(name));
    await ended;
    return result;
  } catch (reason) {
    try {
      transaction.abort();
    } catch {} // it has ended already
    throw reason ?? new DOMException("the transaction was given up", "AbortError");
  }
}
