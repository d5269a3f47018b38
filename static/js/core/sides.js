/** The two versions of an entry in conflict, side by side: what its author wanted, and what stands. */

import { told } from "./operation.js";
import { activityOf } from "./settling.js";

/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").ActivityState} ActivityState */

/** `mine` is null where the author wanted to take it back; `current.activity` where nobody told what it says.
 * @param {NonNullable<import("./shapes").Entry["conflict"]>} conflict
 * @returns {{mine: {activity: Activity, note: string} | null,
 *   current: {rev: number, state: ActivityState, activity: Activity | null, reason: string}}} */
export function sidesOf({ body, receipt, change }) {
  const then = receipt?.current ?? { rev: 0 };
  const newer = change && change.rev >= then.rev ? change : null;
  const facts = then.type ? activityOf(/** @type {import("./shapes").Facts} */ (then)) : null;
  return {
    mine: told(body),
    current: {
      rev: newer?.rev ?? then.rev,
      state: newer?.state ?? then.state ?? "current",
      activity: newer?.activity ?? facts,
      reason: newer?.reason ?? "",
    },
  };
}
