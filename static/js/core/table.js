/** Own entries as a table that any spreadsheet opens: a byte order mark, semicolons, one line an activity. */

import { clockOf, local } from "./calendar.js";
import { minutesOf } from "./draft.js";
import { placeOf } from "./figures.js";
import { nameOf, organisationOf } from "./names.js";
import { named, t } from "./texts.js";

/** @typedef {import("./shapes").Entry} Entry */
/** @typedef {import("./shapes").Reference} Reference */

/** What was taken back or cannot be read is no row of it. The words of another municipality than the one in use are
 * not on the phone: there the codes stand.
 * @param {readonly Entry[]} entries @param {Reference} reference @returns {string} */
export function tableOf(entries, reference) {
  const rows = entries
    .filter(({ state }) => state !== "removed" && state !== "unreadable")
    .sort((one, other) => one.activity.started - other.activity.started)
    .map((entry) => rowOf(entry, reference));
  return `\ufeff${[heads(), ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

const heads = () => [
  t`Datum`,
  t`Start`,
  t`Slut`,
  t`Minuter`,
  t`Kommun`,
  t`Typ`,
  t`Inriktning`,
  t`Plats`,
  t`Deltog`,
  t`Kollegor`,
  t`Utan namn`,
  t`Riktad insats`,
  t`Avbruten`,
  t`Räknare`,
  t`Anteckning`,
  t`Läge`,
  t`Räknades mot`,
];

/** @param {Entry} entry @param {Reference} reference @returns {(string | number)[]} */
function rowOf({ activity, municipality, note, state, counted_towards }, reference) {
  const { date } = local(activity.started);
  const type = reference.types.find(({ code }) => code === activity.type);
  const counters = Object.entries(activity.counters).filter(([, number]) => number);
  return [
    date,
    clockOf(activity.started),
    activity.ended === null ? "" : clockOf(activity.ended),
    activity.ended === null ? "" : minutesOf(activity),
    municipality === reference.municipality.code ? reference.municipality.name : municipality,
    type ? named(type) : activity.type,
    activity.focus.map((code) => nameOf(type?.focus, code)).join(", "),
    placeOf(reference, activity.place)?.name ?? activity.place ?? "",
    activity.organisations.map((key) => organisationOf(reference, key)).join(", "),
    Math.max(0, activity.participants.length - 1), // besides oneself; names are not kept on the phone
    activity.others,
    activity.targeted ? t`ja` : "",
    activity.outcome === "interrupted" ? t`ja` : "",
    counters.map(([code, number]) => `${number} ${nameOf(type?.counters, code)}`).join(", "),
    note,
    { wait: t`väntar`, sent: t`skickad`, need: t`behöver dig` }[
      /** @type {"wait" | "sent" | "need"} */ (state)
    ],
    counted_towards.map(({ label }) => label).join(", "),
  ].map((value) => (typeof value === "string" ? value.replaceAll("\u00ad", "") : value));
}

/** What begins like a formula is kept from being one. @param {string | number} value */
function cell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
