/** What the model's server says of an operation's body, and how it tells of what stands. */

/** @typedef {{rev: number, state: "current" | "withdrawn" | "voided", seq: number, kind: string, type: string, started: number, made: number,
 *   reason?: string}} Standing */

export const MUNICIPALITY = "1814";

/** What becomes of an operation that is new, as far as its activity goes.
 * @param {any} body @param {Standing | undefined} standing @param {number} now @returns {any} */
export function verdictOn({ kind, activity_id: id, base_rev = 0, type }, standing, now) {
  if (kind === "void") {
    return { status: "stored" };
  }
  if (kind === "create" && standing) {
    return { status: "rejected", code: "activity_exists" };
  }
  if (kind !== "create") {
    const fault = faultOf(kind, standing, base_rev);
    if (fault) {
      return fault;
    }
  }
  if (type === "odd") {
    return { status: "rejected", code: "unknown_type" };
  }
  if (type === "secret") {
    return { status: "held", code: "personal_data" };
  }
  const rev = (standing?.rev ?? 0) + 1;
  const state = kind === "withdraw" ? "withdrawn" : "current";
  return {
    status: "stored",
    rev,
    becomes: { id, rev, state, kind, type: type ?? standing?.type, started: now },
  };
}

/** @param {string} kind @param {Standing | undefined} standing @param {number} base @returns {any} */
function faultOf(kind, standing, base) {
  if (!standing) {
    return { status: "retry", code: "unknown_activity" };
  }
  if (standing.state !== "current" && (kind === "withdraw" || base === standing.rev)) {
    return { status: "rejected", code: "already_withdrawn" };
  }
  if (base > standing.rev) {
    return { status: "retry", code: "earlier_version_missing" };
  }
  const { rev, state } = standing;
  return base < rev
    ? { status: "conflict", code: "other_version_stands", current: { rev, state, ...factsOf(standing) } }
    : null;
}

/** @param {Standing} standing */
const factsOf = ({ type, started }) => ({
  type,
  focus: [],
  place: null,
  started_at: new Date(started).toISOString(),
  ended_at: null,
  organisations: ["police"],
  others: 0,
  targeted: false,
  outcome: "completed",
  counters: {},
});

/** @param {string} activity_id @param {Standing} standing */
export const changeOf = (activity_id, { rev, state, seq, kind, reason, ...standing }) => ({
  municipality: MUNICIPALITY,
  activity_id,
  server_seq: seq,
  rev,
  state,
  kind,
  received_at: new Date(standing.made).toISOString(),
  ...(reason ? { reason } : {}),
  ...(state === "current" ? { activity: factsOf({ rev, state, seq, kind, ...standing }) } : {}),
});
