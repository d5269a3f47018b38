/** The server that practice pretends: it gives every entry a receipt as the real one would, and keeps nothing. */

import { claims } from "./figures.js";
import { told } from "./operation.js";

/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {import("./shapes").Who} Who */
/** @typedef {import("./shapes").Receipt} Receipt */
/** @typedef {"" | "no network" | "signed out" | "full" | "refused"} Trouble what goes wrong on purpose */
/** @typedef {{who: Who, reference: Reference | null, rows?: import("./shapes").Change[],
 *  times?: import("./shapes").PlannedTime[]}} World what the phone knew when practice began */
/** @typedef {{method: string, path: string, body: any, etag: string | null}} Asked */
/** @typedef {{status: number, json: any, etag?: string}} Told */

/** Nobody of this name is known to any server, and no real log belongs to them. */
export const NOBODY = "ovning";

/** Practice is done as oneself, in the municipality in use, under an id of nobody's.
 * @param {Who} who @param {Reference | null} reference @returns {World} */
export const worldOf = (who, reference) => ({
  who: {
    ...who,
    user: { ...who.user, id: NOBODY },
    municipalities: who.municipalities.filter(({ code }) => code === who.current),
  },
  reference,
});

/** Null where there is no network. @param {Asked} asked @param {World} world @param {Trouble} trouble @param {number} now
 * @returns {Told | null} */
export function answerTo(asked, world, trouble, now) {
  if (trouble === "no network") {
    return null;
  }
  if (trouble === "signed out") {
    return { status: 401, json: { code: "reauth" } };
  }
  switch (asked.path) {
    case "/api/v1/session":
      return { status: 200, json: world.who };
    case "/api/v1/sync":
      return { status: 200, json: synced(asked.body, world, trouble, now) };
    case "/api/v1/sync/reconcile":
      return { status: 200, json: { missing: [], different: [] } };
    case `/api/v1/reference/${world.who.current}`:
      return figures(asked, world);
    case `/api/v1/plan/${world.who.current}`:
      return planned(asked, world);
    default:
      return { status: 404, json: { code: "not_found" } };
  }
}

export const ETAG = '"practice"';

/** @param {Asked} asked @param {World} world @returns {Told} */
const figures = ({ etag }, { reference }) =>
  etag === ETAG || !reference
    ? { status: 304, json: null, etag: ETAG }
    : { status: 200, json: reference, etag: ETAG };

/** As it was when practice began: what is said of it in practice is told by this phone alone.
 * @param {Asked} asked @param {World} world @returns {Told} */
const planned = ({ etag }, { who, times = [] }) =>
  etag === ETAG
    ? { status: 304, json: null, etag: ETAG }
    : { status: 200, json: { municipality: who.current, times }, etag: ETAG };

/** @param {any} batch @param {World} world @param {Trouble} trouble @param {number} now */
function synced(batch, world, trouble, now) {
  const code = world.who.current;
  // Grows from batch to batch, over the deaths of the page too.
  const last = now + batch.ops.length;
  return {
    protocol: 1,
    batch_id: batch.batch_id,
    server_now: new Date(now).toISOString(),
    resync: false,
    cursors: { [code]: { epoch: "practice", server_seq: last, head: "" } },
    durable_through: { [code]: last },
    results: batch.ops.map((/** @type {any} */ op, /** @type {number} */ place) =>
      receiptFor(op, now + place + 1, world, trouble, now),
    ),
    changes: [],
    more: false,
    notices: [],
  };
}

/** @param {{op_id: string, sha256: string, body: string}} op @param {number} server_seq @param {World} world
 * @param {Trouble} trouble @param {number} now @returns {Receipt} */
function receiptFor({ op_id, sha256, body }, server_seq, { who, reference }, trouble, now) {
  const received_at = new Date(now).toISOString();
  const { kind, base_rev = 0 } = JSON.parse(body);
  if (trouble === "refused" && kind === "create") {
    return { op_id, sha256, status: "rejected", code: "unknown_place", received_at };
  }
  const said = told(body);
  const counted = reference && said ? claims(reference, said.activity, now) : [];
  return {
    op_id,
    sha256,
    status: "stored",
    rev: base_rev + 1,
    server_seq,
    ledger: who.current,
    received_at,
    counted_towards: counted
      .filter(({ fails }) => !fails)
      .map(({ commitment: { id, label } }) => ({ pledge: "", commitment: id, label })),
  };
}
