/** Once a day the phone asks whether the server still has what it gave receipts for, and offers anew what is missing. */

import { UNSENT } from "./core/items.js";
import { advance } from "./core/outbox.js";
import { NOTHING } from "./core/settling.js";

/** @typedef {import("./core/shapes").OutboxPort} OutboxPort */

const AT_ONCE = 500;

/** @param {OutboxPort} log @param {(text: string) => Promise<any>} ask gives the server's answer, null for none
 * @returns {Promise<boolean | null>} whether something is offered anew; null where the server did not say */
export async function reconcile(log, ask) {
  const stream_id = await log.fact("stream_id");
  const settled = (await log.items()).filter(
    ({ receipt, closed, state }) => receipt && !closed && !UNSENT.has(state) && state !== "quarantined",
  );
  let isMissing = false;
  for (let asked = 0; asked < settled.length; asked += AT_ONCE) {
    const items = settled.slice(asked, asked + AT_ONCE).map(({ op_id, sha256 }) => ({ op_id, sha256 }));
    const answer = await ask(JSON.stringify({ protocol: 1, stream_id, items }));
    if (!Array.isArray(answer?.missing) || !Array.isArray(answer.different)) {
      return null;
    }
    isMissing = (await take(log, new Set(items.map(({ op_id }) => op_id)), answer)) || isMissing;
  }
  return isMissing;
}

/** @param {OutboxPort} log @param {Set<string>} asked @param {{missing: string[], different: string[]}} answer */
async function take(log, asked, { missing, different }) {
  /** @param {import("./core/shapes").Item} item */
  const told = (item) => {
    if (!asked.has(item.op_id) || different.includes(item.op_id) || UNSENT.has(item.state)) {
      return item;
    }
    return advance(item, { type: missing.includes(item.op_id) ? "offer again" : "confirmed" });
  };
  const { items } = await log.settle((kept) => ({
    ...NOTHING,
    items: kept.items.map(told).filter((item, place) => item !== kept.items[place]),
    facts: different.length ? { notices: { ...kept.notices, differing: { op_ids: different } } } : {},
  }));
  return items.some(({ state }) => state === "queued");
}
