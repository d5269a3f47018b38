/** The operations on the phone as everybody sees them: which can be read, which are unsent, which wait for a person. */

import { read } from "./operation.js";

/** @typedef {import("./shapes").Item} Item */

/** What the server has not settled. */
export const UNSENT = new Set(["queued", "sending"]);
/** What waits for a person. */
export const NEEDS_PERSON = new Set(["needs_fix", "conflict", "held"]);
/** Held until a coordinator has looked at it: its author can only wait. */
export const AT_THE_DESK = new Set(["rescued", "user_disabled", "waits_for_its_entry"]);
const SETTLED = new Set([...NEEDS_PERSON, "acked", "archived"]);

/** A person dealt with it: mended or thrown away. @param {Item} item @returns {Item} */
export const closed = (item) =>
  NEEDS_PERSON.has(item.state) ? { ...item, state: "archived", closed: true } : item;

/** Whether a record read from the phone still is an item; one that is not is counted and kept, never sent.
 * @param {any} record @returns {record is Item} */
export const isReadable = (record) =>
  ["op_id", "activity_id", "municipality", "kind", "sha256", "body"].every(
    (key) => typeof record?.[key] === "string",
  ) &&
  (UNSENT.has(record.state) || (SETTLED.has(record.state) && record.receipt?.sha256 === record.sha256)) &&
  read(record.body)?.activity_id === record.activity_id;

/** As it is shown and counted where it cannot be read. @param {any} record @returns {Item} */
export const readable = (record) => (isReadable(record) ? record : { ...record, state: "quarantined" });
