/** A whole own entry as the server tells it to its author: what a phone lacks of one that another phone logged. */

/** @typedef {import("./shapes").Entry} Entry */

/** The entry with its people and note, and the version that they are of; null where the answer is of another one,
 * of one that does not stand any more, or without its note.
 * @param {Entry} entry @param {any} json @returns {Entry | null} */
export function wholeOf(entry, json) {
  const isStanding = json?.id === entry.id && json.state === "current" && Number.isInteger(json.rev);
  // Without its note it is not whole: to change it would be to lose the note.
  if (!isStanding || typeof json.note !== "string") {
    return null;
  }
  const activity = {
    type: json.type,
    focus: json.focus,
    organisations: json.organisations,
    participants: json.participants ?? [],
    others: json.others,
    targeted: json.targeted,
    outcome: json.outcome,
    place: json.place,
    ...(json.proposed_place && { proposed: json.proposed_place }),
    counters: json.counters,
    started: Date.parse(json.started_at),
    ended: json.ended_at ? Date.parse(json.ended_at) : null,
  };
  return { ...entry, activity, note: json.note, rev: json.rev, whole: true };
}
