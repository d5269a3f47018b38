/** What is said of a rescue file: what it holds, why it is not taken, and what came of each activity in it. */

import { counted, local, shortDate } from "./calendar.js";
import { t } from "./texts.js";

/** @typedef {import("./rescue.js").Held} Held */
/** @typedef {import("./rescue.js").Fault} Fault */

/** "7 aktiviteter från 12 mars, Anna Berg." @param {Extract<Held, {fault: null}>} held @param {number} now */
export function holdsWords({ activities, unreadable, made_at, name }, now) {
  const day = shortDate(local(Date.parse(made_at)).date, local(now).date);
  const rest = unreadable
    ? t` ${counted(unreadable, t`post kan inte läsas och tas`, t`poster kan inte läsas och tas`)} inte med.`
    : "";
  return t`${counted(activities, t`aktivitet`, t`aktiviteter`)} från ${day}, ${name}.${rest}`;
}

/** @param {Fault} fault @param {string} name whose file it is @param {string} reader who chose it */
export function faultWords(fault, name, reader) {
  switch (fault) {
    case "damaged":
      return t`Filen är skadad och kan inte läsas. Inget är skickat. Hämta den på nytt från den gamla telefonen.`;
    case "newer":
      return t`Filen är gjord av en nyare version av Fältlogg. Inget är skickat. Uppdatera appen här först.`;
    case "other_user":
      return name
        ? t`Filen är ${possessive(name)}, och du är ${reader}. Inget är skickat. ${name} får skicka in den själv.`
        : t`Filen är någon annans. Inget är skickat.`;
    case "this_phone":
      return t`Filen är gjord på den här telefonen. Det som finns i den ligger redan här och skickas härifrån.`;
    case "empty":
      return t`Filen innehåller inget som väntar. Inget behöver skickas.`;
    default:
      return t`Det här är ingen kopia från Fältlogg. Inget är skickat. Välj en fil som heter faltlogg och ett datum.`;
  }
}

/** What became of what was sent, one sentence for each. @param {Readonly<Record<string, number>>} counts by status
 * @param {number} left that were not sent @returns {string[]} */
export function outcomeWords(counts, left) {
  const many = (/** @type {string} */ key, /** @type {string} */ one, /** @type {string} */ several) =>
    counts[key] ? [`${counts[key]} ${counts[key] === 1 ? one : several}`] : [];
  return [
    ...many(
      "held",
      t`post är mottagen och räknas när din samordnare har sett den.`,
      t`poster är mottagna och räknas när din samordnare har sett dem.`,
    ),
    ...many("stored", t`post är mottagen.`, t`poster är mottagna.`),
    ...many("duplicate", t`post var redan mottagen.`, t`poster var redan mottagna.`),
    ...many(
      "conflict",
      t`post krockar med en nyare ändring, som gäller.`,
      t`poster krockar med nyare ändringar, som gäller.`,
    ),
    ...many(
      "rejected",
      t`post togs inte emot. Logga den på nytt om den ska räknas.`,
      t`poster togs inte emot. Logga dem på nytt om de ska räknas.`,
    ),
    ...many(
      "retry",
      t`post togs inte emot än. Skicka in filen igen.`,
      t`poster togs inte emot än. Skicka in filen igen.`,
    ),
    ...(left
      ? [
          `${counted(left, t`post är inte skickad`, t`poster är inte skickade`)}. ${t`Välj filen igen när nätet är tillbaka.`}`,
        ]
      : []),
  ];
}

/** @param {string} name */
const possessive = (name) => (/[sxz]$/i.test(name) ? name : `${name}s`);
