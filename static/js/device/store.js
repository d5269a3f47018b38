/** One user's log on this phone: an IndexedDB of its own, where "saved" means that the transaction is on disk. */

import { closed, NEEDS_PERSON, readable } from "../core/items.js";
import { asked, opened, within } from "./database.js";

/** @typedef {import("../core/shapes").Change} Change */
/** @typedef {import("../core/shapes").Item} Item */
/** @typedef {import("../core/shapes").Sealed} Sealed */
/** @typedef {(facts: IDBObjectStore) => Promise<unknown>} Along what changes in the transaction that saves operations */

/** The store of a database that is closed under us (iOS does it to save memory) is opened again, once.
 * @param {() => Promise<IDBDatabase>} open @returns {<T>(deed: (database: IDBDatabase) => Promise<T>) => Promise<T>} */
function reopening(open) {
  /** @type {Promise<IDBDatabase> | null} */
  let connection = null;
  const connect = async () => {
    const database = await open();
    database.onclose = () => {
      connection = null;
    };
    database.onversionchange = () => {
      database.close(); // a newer release in another tab changes the shape
      connection = null;
    };
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
  const on = reopening(() =>
    opened(`faltlogg-${userId}`, 2, (database, from) => {
      if (from < 1) {
        const outbox = database.createObjectStore("outbox", { keyPath: "seq" });
        outbox.createIndex("op", "op_id", { unique: true });
        outbox.createIndex("activity", "activity_id");
        const facts = database.createObjectStore("facts");
        facts.put(newStream(), "stream_id");
        facts.put(1, "next_seq");
      }
      database.createObjectStore("pulled", { keyPath: ["municipality", "activity_id"] });
    }),
  );
  /** @template T @param {string[]} names @param {"strict" | null} durability
   * @param {(store: import("./database.js").Stores) => Promise<T>} deed */
  const during = (names, durability, deed) => on((database) => within(database, names, durability, deed));

  return {
    during,
    /** Every operation, in order of saving; one that cannot be read is shown as such and left alone.
     * @returns {Promise<Item[]>} */
    items: () =>
      during(["outbox"], null, async (store) => (await asked(store("outbox").getAll())).map(readable)),

    /** What the screens show, as it stands at one moment: every operation, some facts and, where that is asked for, what the
     * server told of this user's entries. @param {readonly string[]} keys @param {boolean} withPulled
     * @returns {Promise<{items: Item[], pulled: Change[] | null, facts: any[]}>} */
    shown: (keys, withPulled) =>
      during(["outbox", "facts", ...(withPulled ? ["pulled"] : [])], null, async (store) => {
        const facts = keys.map((key) => asked(store("facts").get(key)));
        const [records, pulled] = await Promise.all([
          asked(store("outbox").getAll()),
          withPulled ? asked(store("pulled").getAll()) : null,
        ]);
        return { items: records.map(readable), pulled, facts: await Promise.all(facts) };
      }),

    /** Saves operations under the next numbers, closes what they deal with and changes a fact along: all or nothing, on disk.
     * @param {readonly Sealed[]} sealed @param {Along} [along] */
    save: (sealed, along) =>
      during(["outbox", "facts"], "strict", async (store) => {
        const outbox = store("outbox");
        for (const one of sealed) {
          const [saved, about, seq = 1] = await Promise.all([
            asked(outbox.index("op").getKey(one.op_id)),
            asked(outbox.index("activity").getAll(one.activity_id)),
            asked(store("facts").get("next_seq")),
          ]);
          if (saved !== undefined) {
            return; // the second try after a connection that was lost too late
          }
          for (const before of about.filter(({ state }) => NEEDS_PERSON.has(state))) {
            outbox.put(closed(before));
          }
          outbox.add({ ...one, seq });
          store("facts").put(seq + 1, "next_seq");
        }
        await along?.(store("facts"));
      }),

    /** @param {string} key @returns {Promise<any>} */
    fact: (key) => during(["facts"], null, (store) => asked(store("facts").get(key))),
    /** @param {string} key @param {unknown} value */
    setFact: (key, value) => during(["facts"], "strict", (store) => asked(store("facts").put(value, key))),
  };
}

/** @typedef {ReturnType<typeof openLog>} Log */

const whose = reopening(() => opened("faltlogg", 1, (database) => void database.createObjectStore("who")));

/** @template T @param {"strict" | null} durability @param {(store: IDBObjectStore) => IDBRequest<T>} ask */
const inWho = (durability, ask) =>
  whose((database) => within(database, ["who"], durability, (store) => asked(ask(store("who")))));

/** @param {string} key @returns {Promise<any>} */
const get = (key) => inWho(null, (store) => store.get(key));
/** @param {string} key @param {unknown} value null takes it away */
const set = (key, value) =>
  inWho(
    "strict",
    (store) => /** @type {IDBRequest<any>} */ (value ? store.put(value, key) : store.delete(key)),
  );

/** Who logs on this phone: the last one signed in, until somebody signs out; and visits to signs that wait for somebody. */
export const who = {
  /** @returns {Promise<import("../core/shapes").Who | undefined>} */
  last: () => get("last"),
  /** @param {import("../core/shapes").Who | null} last */
  setLast: (last) => set("last", last),
  /** @returns {Promise<import("../core/visits.js").Visit[] | undefined>} */
  visits: () => get("visits"),
  /** @param {import("../core/visits.js").Visit[]} visits */
  setVisits: (visits) => set("visits", visits.length ? visits : null),
};
