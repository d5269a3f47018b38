/** Bytes may be spoilt on the way, then they are sent again; or on the phone, then no sending helps: that one is set aside. */

import { advance } from "./core/outbox.js";

/** @typedef {import("./core/shapes").Item} Item */

/** @param {{log: import("./core/shapes").OutboxPort, digest(text: string): Promise<string>}} ports
 * @param {Item[]} batch @param {import("./core/shapes").Receipt[]} results */
export async function setAside({ log, digest }, batch, results) {
  const doubted = new Set(results.filter(({ code }) => code === "bad_digest").map(({ op_id }) => op_id));
  for (const { op_id, seq, body, sha256 } of batch) {
    if (doubted.has(op_id) && (await digest(body)) !== sha256) {
      await log.transform((items) =>
        items.map((item) => (item.seq === seq ? advance(item, { type: "spoilt" }) : item)),
      );
    }
  }
}
