/** What stands under Igen to be practised on, so that nobody practises on an empty phone. */

import { keyOf, suggestions } from "./again.js";
import { DAY, HOUR, MINUTE, wholeMinute } from "./calendar.js";
import { commitmentsOf } from "./figures.js";

/** @typedef {import("./practice.js").World} World */

const ROWS = 3;

/** As the feed tells of entries: what one does oneself; for somebody who has
 * logged nothing yet, what is promised. @param {World} world @param {readonly import("./shapes").Entry[]} own
 * @param {number} now @returns {import("./shapes").Change[]} */
export function rowsOf({ who: { current, user }, reference }, own, now) {
  if (!reference) {
    return [];
  }
  const habits = suggestions({ entries: own, pending: new Map() }, reference, now, null, ROWS);
  const done = habits.map(({ entry, minutes }) => ({ ...entry.activity, minutes }));
  const alike = new Map([...done, ...promised(reference, user.organisation)].map((one) => [keyOf(one), one]));
  return [...alike.values()].slice(0, ROWS).map(({ minutes, ...activity }, place) => {
    const ended = wholeMinute(now - DAY - place * HOUR);
    const received = ended + HOUR / 2;
    return {
      municipality: current,
      activity_id: `practice-${place}`,
      server_seq: place + 1,
      rev: 1,
      state: "current",
      kind: "create",
      received_at: new Date(received).toISOString(),
      saved_at: received,
      activity: { ...activity, participants: [], started: ended - minutes * MINUTE, ended },
    };
  });
}

/** An activity for each promise that somebody of this organisation can log, at a place where it counts.
 * @param {import("./shapes").Reference} reference @param {string} organisation */
const promised = (reference, organisation) =>
  commitmentsOf(reference)
    .map(({ counts }) => counts)
    .filter(({ types, performed_by = [organisation] }) => types && performed_by.includes(organisation))
    .map(({ types = [], focus = [], places = [], flagged }) => ({
      type: types[0] ?? "",
      focus: focus.slice(0, 1),
      place: places[0] ?? ((flagged && reference.places.find((place) => place.flagged.length)?.id) || null),
      organisations: [organisation],
      participants: [],
      others: 0,
      targeted: false,
      outcome: /** @type {const} */ ("completed"),
      counters: {},
      started: 0,
      ended: null,
      minutes: 30,
    }));
