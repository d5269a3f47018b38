/** What is said of a rescue file: what it holds, why it is not taken, and what came of each activity in it. */

import { counted, local, shortDate } from "./calendar.js";

/** @typedef {import("./rescue.js").Held} Held */
/** @typedef {import("./rescue.js").Fault} Fault */

/** "7 aktiviteter från 12 mars, Anna Berg." @param {Extract<Held, {fault: null}>} held @param {number} now */
export function holdsWords({ activities, unreadable, made_at, name }, now) {
  const day = shortDate(local(Date.parse(made_at)).date, local(now).date);
  const rest = unreadable
    ? ` ${counted(unreadable, "post kan inte läsas och tas", "poster kan inte läsas och tas")} inte med.`
    : "";
  return `${counted(activities, "aktivitet", "aktiviteter")} från ${day}, ${name}.${rest}`;
}

/** @param {Fault} fault @param {string} name whose file it is @param {string} reader who chose it */
export function faultWords(fault, name, reader) {
  switch (fault) {
    case "damaged":
      return "Filen är skadad och kan inte läsas. Inget är skickat. Hämta den på nytt från den gamla telefonen.";
    case "newer":
      return "Filen är gjord av en nyare version av Fältlogg. Inget är skickat. Uppdatera appen här först.";
    case "other_user":
      return name
        ? `Filen är ${possessive(name)}, och du är ${reader}. Inget är skickat. ${name} får skicka in den själv.`
        : "Filen är någon annans. Inget är skickat.";
    case "this_phone":
      return "Filen är gjord på den här telefonen. Det som finns i den ligger redan här och skickas härifrån.";
    case "empty":
      return "Filen innehåller inget som väntar. Inget behöver skickas.";
    default:
      return "Det här är ingen kopia från Fältlogg. Inget är skickat. Välj en fil som heter faltlogg och ett datum.";
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
      "post är mottagen och räknas när din samordnare har sett den.",
      "poster är mottagna och räknas när din samordnare har sett dem.",
    ),
    ...many("stored", "post är mottagen.", "poster är mottagna."),
    ...many("duplicate", "post var redan mottagen.", "poster var redan mottagna."),
    ...many(
      "conflict",
      "post krockar med en nyare ändring, som gäller.",
      "poster krockar med nyare ändringar, som gäller.",
    ),
    ...many(
      "rejected",
      "post togs inte emot. Logga den på nytt om den ska räknas.",
      "poster togs inte emot. Logga dem på nytt om de ska räknas.",
    ),
    ...many(
      "retry",
      "post togs inte emot än. Skicka in filen igen.",
      "poster togs inte emot än. Skicka in filen igen.",
    ),
    ...(left ? [`${counted(left, "post är inte skickad", "poster är inte skickade")}. ${AGAIN}`] : []),
  ];
}
const AGAIN = "Välj filen igen när nätet är tillbaka.";

/** @param {string} name */
const possessive = (name) => (/[sxz]$/i.test(name) ? name : `${name}s`);
