/** Waiting for the server's first word on what its user has logged. */

/** @typedef {import("./logbook.js").Logbook} Logbook */

/** Resolves once the server has told, or when that has been waited for. @param {Logbook} book
 * @param {number} [patience] milliseconds; as long as it takes @param {() => unknown} [isThere] what else is to have come */
export const whenTold = (book, patience, isThere = () => true) =>
  new Promise((/** @type {(value?: unknown) => void} */ done) => {
    const end = () => {
      unwatch();
      done();
    };
    const look = async () => book.isTold && (await isThere()) && end();
    const unwatch = book.watch(() => void look().catch(() => {})); // where the storage gives way: at the next word
    if (patience) {
      setTimeout(end, patience);
    }
    void look().catch(() => {});
  });
