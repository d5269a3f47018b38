/** The writes of sending on one user's log: leases, and what an answer comes to. */

import { isReadable } from "../core/items.js";
import { asked } from "./database.js";

/** @typedef {import("../core/shapes").Item} Item */

/** @param {import("./store.js").Log} log @returns {import("../core/shapes").OutboxPort} */
export const outboxOf = (log) => ({
  ...log,

  /** Changes operations in one transaction; the change says nothing about those it returns as they were.
   * @param {(items: Item[]) => Item[]} change @returns {Promise<Item[]>} those that changed */
  transform: (change) =>
    log.during(["outbox"], "strict", async (store) => {
      const before = (await asked(store("outbox").getAll())).filter(isReadable);
      const changed = change(before).filter((item, place) => item !== before[place]);
      for (const item of changed) {
        store("outbox").put(item);
      }
      return changed;
    }),

  /** Keeps what an answer comes to: receipts, feed, cursors and all, or nothing of it.
   * @param {(kept: import("../core/shapes").Kept) => import("../core/shapes").Settlement} decide */
  settle: (decide) =>
    log.during(["outbox", "facts", "pulled"], "strict", async (store) => {
      const [outbox, facts, pulled] = [store("outbox"), store("facts"), store("pulled")];
      const fact = (/** @type {string} */ key) => asked(facts.get(key));
      const kept = {
        items: (await asked(outbox.getAll())).filter(isReadable),
        pulled: await asked(pulled.getAll()),
        cursors: (await fact("cursors")) ?? {},
        notices: (await fact("notices")) ?? {},
        streams: (await fact("streams")) ?? [await fact("stream_id")],
      };
      const settlement = decide(kept);
      settlement.items.forEach((item) => void outbox.put(item));
      settlement.forgotten.forEach((seq) => void outbox.delete(seq));
      if (settlement.isPulledAnew) {
        pulled.clear();
      }
      settlement.unpulled.forEach((row) => void pulled.delete([row.municipality, row.activity_id]));
      settlement.pulled.forEach((row) => void pulled.put(row));
      Object.entries(settlement.facts).forEach(([key, value]) => void facts.put(value, key));
      return settlement;
    }),
});
