/** One user's log on this phone: an IndexedDB of its own, where "saved" means that the transaction is on disk. */

import { openDB } from "../../vendor/idb.js";
import { advance, isForgettable, isReadable, NEEDS_PERSON } from "../core/outbox.js";

/** @typedef {import("../core/shapes").Item} Item */
/** @typedef {import("../core/shapes").Sealed} Sealed */
/** @typedef {import("idb").IDBPDatabase} Database */

const STRICT = /** @type {const} */ ({ durability: "strict" });

/** The store of a database that is closed under us (iOS does it to save memory) is opened again, once.
 * @param {() => Promise<Database>} open @returns {<T>(deed: (database: Database) => Promise<T>) => Promise<T>} */
function reopening(open) {
  /** @type {Promise<Database> | null} */
  let connection = null;
  const connect = async () => {
    const database = await open();
    database.addEventListener("close", () => {
      connection = null;
    });
    database.addEventListener("versionchange", () => {
      database.close(); // a newer release in another tab changes the shape
      connection = null;
    });
    return database;
  };
  return async (deed) => {
    try {
      connection ??= connect();
      return await deed(await connection);
    } catch (reason) {
      if (isQuota(reason)) {
        throw reason;
      }
      connection = connect();
      connection.catch(() => {
        connection = null;
      });
      return deed(await connection);
    }
  };
}

/** @param {unknown} reason */
export const isQuota = (reason) => reason instanceof DOMException && reason.name === "QuotaExceededError";

/** @param {string} userId @param {() => string} newStream makes the id of this browser profile's stream */
export function openLog(userId, newStream) {
  const within = reopening(() =>
    openDB(`faltlogg-${userId}`, 1, {
      upgrade(database) {
        const outbox = database.createObjectStore("outbox", { keyPath: "seq" });
        outbox.createIndex("op", "op_id", { unique: true });
        outbox.createIndex("activity", "activity_id");
        const facts = database.createObjectStore("facts");
        facts.put(newStream(), "stream_id");
        facts.put(1, "next_seq");
      },
    }),
  );

  return {
    /** Every operation, in order of saving; one that cannot be read is shown as such and left alone.
     * @returns {Promise<Item[]>} */
    items: () =>
      within(async (database) => {
        const records = await database.getAll("outbox");
        return records.map((record) => (isReadable(record) ? record : { ...record, state: "quarantined" }));
      }),

    /** Saves an operation under the next number and closes what it deals with: all or nothing, on disk.
     * @param {Sealed} sealed @returns {Promise<Item>} */
    save: (sealed) =>
      within(async (database) => {
        const transaction = database.transaction(["outbox", "facts"], "readwrite", STRICT);
        const outbox = transaction.objectStore("outbox");
        const saved = await outbox.index("op").get(sealed.op_id);
        if (saved) {
          return saved; // the second try after a connection that was lost too late
        }
        const dealtWith = await outbox.index("activity").getAll(sealed.activity_id);
        const facts = transaction.objectStore("facts");
        const item = { ...sealed, seq: (await facts.get("next_seq")) ?? 1 };
        await Promise.all([
          ...dealtWith
            .filter(({ state }) => NEEDS_PERSON.has(state))
            .map((one) => outbox.put(advance(one, { type: "close" }))),
          outbox.add(item),
          facts.put(item.seq + 1, "next_seq"),
          transaction.done,
        ]);
        return item;
      }),

    /** Changes operations in one transaction; the change says nothing about those it returns as they were.
     * @param {(items: Item[]) => Item[]} change @returns {Promise<Item[]>} those that changed */
    transform: (change) =>
      within(async (database) => {
        const transaction = database.transaction("outbox", "readwrite", STRICT);
        const before = (await transaction.store.getAll()).filter(isReadable);
        const changed = change(before).filter((item, place) => item !== before[place]);
        await Promise.all([...changed.map((item) => transaction.store.put(item)), transaction.done]);
        return changed;
      }),

    /** @param {number} now @param {number} days */
    forget: (now, days) =>
      within(async (database) => {
        const transaction = database.transaction("outbox", "readwrite", STRICT);
        const old = (await transaction.store.getAll()).filter((item) => isForgettable(item, now, days));
        await Promise.all([...old.map(({ seq }) => transaction.store.delete(seq)), transaction.done]);
      }),

    /** @param {string} key @returns {Promise<any>} */
    fact: (key) => within((database) => database.get("facts", key)),
    /** @param {string} key @param {unknown} value */
    setFact: (key, value) => within((database) => database.put("facts", value, key)),
  };
}

/** @typedef {ReturnType<typeof openLog>} Log */

const whose = reopening(() =>
  openDB("faltlogg", 1, {
    upgrade(database) {
      database.createObjectStore("who");
    },
  }),
);

/** Who logs on this phone: the last one signed in, until somebody signs out. */
export const who = {
  /** @returns {Promise<import("../core/shapes").Who | undefined>} */
  last: () => whose((database) => database.get("who", "last")),
  /** @param {import("../core/shapes").Who | null} last */
  setLast: (last) =>
    whose((database) => (last ? database.put("who", last, "last") : database.delete("who", "last"))),
  /** Signed out without network: the server's session is still to be ended. @returns {Promise<boolean | undefined>} */
  leaving: () => whose((database) => database.get("who", "leaving")),
  /** @param {boolean} leaving */
  setLeaving: (leaving) => whose((database) => database.put("who", leaving, "leaving")),
};
