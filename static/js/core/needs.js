/** Why an entry needs its author, in one sentence, and the one button that puts it right. */

import { t } from "./texts.js";

/** What the button does: opens the form, shows both versions, throws away what can come to nothing, saves a copy. */
/** @typedef {"mend" | "decide" | "discard" | "copy" | ""} Act */
/** @typedef {{sentence: string, button: string, act: Act}} Need */

/** @param {Pick<import("./shapes").Entry, "state" | "code" | "errors">} entry @param {string} name @returns {Need} */
export function needOf({ state, code, errors }, name) {
  if (state === "unreadable") {
    return {
      sentence: t`Posten kan inte läsas. Den ligger kvar i telefonen och följer med i kopian.`,
      button: t`Spara en kopia`,
      act: "copy",
    };
  }
  const known = needs(name)[code];
  if (known) {
    const [sentence, button, act] = known;
    return { sentence, button, act };
  }
  // Codes of a later server, and a body that it could not read: its own words by field say more than any of ours.
  const own = Object.values(errors).join(" ");
  return { sentence: own || t`Servern kunde inte ta emot aktiviteten.`, button: t`Se över`, act: "mend" };
}

/** Whether there are words of our own for a code. @param {string} code */
export const isKnown = (code) => code in needs("");

/** @param {string} sentence @param {string} [button] @param {Act} [act] @returns {[string, string, Act]} */
const says = (sentence, button, act = "mend") => [sentence, button ?? t`Se över`, act];

/** By the code of the receipt. @param {string} name @returns {Readonly<Record<string, [string, string, Act] | undefined>>} */
const needs = (name) => ({
  // What was filled in: the author puts it right.
  unknown_type: says(t`Aktivitetstypen finns inte. Välj en annan, så skickas aktiviteten.`, t`Välj typ`),
  type_made_by_product: says(
    t`Den typen gör Fältlogg själv. Välj en annan, så skickas aktiviteten.`,
    t`Välj typ`,
  ),
  unknown_focus: says(t`Inriktningen hör inte till typen. Välj om, så skickas aktiviteten.`, t`Välj om`),
  unknown_counter: says(t`En räknare hör inte till typen. Spara om, så skickas aktiviteten.`),
  unknown_place: says(
    t`Platsen finns inte i kommunen. Välj en annan, så skickas aktiviteten.`,
    t`Välj plats`,
  ),
  unknown_organisation: says(
    t`En organisation finns inte. Välj om vilka som deltog, så skickas aktiviteten.`,
    t`Välj om`,
  ),
  not_your_organisation: says(
    t`Din egen organisation ska vara med bland dem som deltog. Spara om, så skickas aktiviteten.`,
  ),
  unknown_participant: says(
    t`En kollega finns inte i din organisation. Välj om vilka som deltog, så skickas aktiviteten.`,
    t`Välj om`,
  ),
  ends_before_start: says(
    t`Slutet ligger före starten. Rätta tiden, så skickas aktiviteten.`,
    t`Rätta tiden`,
  ),
  too_long: says(t`Aktiviteten är längre än ett dygn. Rätta tiden, så skickas den.`, t`Rätta tiden`),
  body_too_large: says(t`Aktiviteten är för stor att skicka. Korta den, så skickas den.`, t`Korta den`),
  op_id_reused: says(t`Aktiviteten gick inte att ta emot som den sparades. Spara om, så skickas den.`),
  bad_envelope: says(t`Aktiviteten gick inte att läsa när den kom fram. Spara om, så skickas den.`),

  // What is held: kept by the server, until its author or a coordinator has looked at it.
  personal_data: says(
    t`Anteckningen innehåller en personuppgift. Ta bort den, så räknas aktiviteten.`,
    t`Ändra anteckningen`,
  ),
  personal_data_in_reason: says(
    t`Skälet innehåller en personuppgift. Ta tillbaka det och säg det utan.`,
    t`Ta tillbaka`,
    "discard",
  ),
  wild_clock: says(t`Tiden kan inte stämma. Rätta den, så räknas aktiviteten.`, t`Rätta tiden`),
  rescued: says(t`Aktiviteten kom in ur en kopia. Den räknas när din samordnare har sett den.`, "", ""),
  user_disabled: says(
    t`Kontot för ${name} är avstängt. Aktiviteten är mottagen och väntar på din samordnare.`,
    "",
    "",
  ),
  waits_for_its_entry: says(
    t`Ändringen är mottagen. Den gäller när din samordnare har sett själva aktiviteten.`,
    "",
    "",
  ),

  // What can come to nothing: another has decided, or it is there already.
  other_version_stands: says(
    t`Aktiviteten är ändrad på två håll. Välj vilken som ska gälla.`,
    t`Jämför`,
    "decide",
  ),
  activity_exists: says(
    t`Aktiviteten är redan mottagen. Det här är samma en gång till.`,
    t`Ta bort den här`,
    "discard",
  ),
  already_withdrawn: says(
    t`Aktiviteten är redan borttagen, så ändringen kan inte gälla.`,
    t`Ta bort ändringen`,
    "discard",
  ),
  unknown_activity: says(
    t`Aktiviteten som ändrades är aldrig mottagen. Spara den, så skickas den.`,
    t`Se över`,
  ),
  not_yours: says(
    t`Aktiviteten är loggad av någon annan, som själv kan ändra den.`,
    t`Ta bort ändringen`,
    "discard",
  ),
  not_your_municipality: says(
    t`Du loggar inte i den kommunen längre. Fråga din samordnare, och spara en kopia om den ska räknas.`,
    t`Spara en kopia`,
    "copy",
  ),
});
