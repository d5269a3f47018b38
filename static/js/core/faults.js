/** What keeps a draft from being saved, one sentence for each field. */

import { DAY } from "./calendar.js";
import { span } from "./draft.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Draft} Draft */

export const NOTE_LENGTH = 140;
const MOST = 100_000;

/** What is wrong with which field, one sentence each; empty when it can be saved.
 * @param {Draft} draft @param {number} now @returns {Partial<Record<"type" | "when" | "organisations" | "counters" | "note", string>>} */
export function faults(draft, now) {
  const { started, ended } = span(draft, now);
  const outside = Object.values(draft.counters).some(
    (count) => !Number.isInteger(count) || count < 0 || count > MOST,
  );
  return {
    ...(draft.type ? {} : { type: t`Välj vad som gjordes.` }),
    ...whenFault(started, ended, now),
    ...(draft.organisations.length ? {} : { organisations: t`Minst en organisation ska ha deltagit.` }),
    ...(outside ? { counters: t`Räknarna är hela tal från 0 till 100 000.` } : {}),
    ...([...draft.note].length > NOTE_LENGTH
      ? { note: t`Anteckningen får vara högst ${NOTE_LENGTH} tecken.` }
      : {}),
  };
}

/** @param {number} started @param {number} ended @param {number} now @returns {{when?: string}} */
function whenFault(started, ended, now) {
  if (Number.isNaN(started) || Number.isNaN(ended)) {
    return { when: t`Fyll i både dag och klockslag.` };
  }
  if (started > now) {
    return { when: t`Tiden ligger i framtiden.` };
  }
  return ended - started > DAY ? { when: t`En aktivitet är högst 24 timmar.` } : {};
}
