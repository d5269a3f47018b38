/** Why an entry needs its author, in one sentence, and the one button that puts it right. */

/** What the button does: opens the form, shows both versions, throws away what can come to nothing, saves a copy. */
/** @typedef {"mend" | "decide" | "discard" | "copy" | ""} Act */
/** @typedef {{sentence: string, button: string, act: Act}} Need */

/** @param {Pick<import("./shapes").Entry, "state" | "code" | "errors">} entry @param {string} name @returns {Need} */
export function needOf({ state, code, errors }, name) {
  if (state === "unreadable") {
    return {
      sentence: "Posten kan inte läsas. Den ligger kvar i telefonen och följer med i kopian.",
      button: "Spara en kopia",
      act: "copy",
    };
  }
  const known = NEEDS[code];
  if (known) {
    const [sentence, button, act] = known(name);
    return { sentence, button, act };
  }
  // Codes of a later server, and a body that it could not read: its own words by field say more than any of ours.
  const own = Object.values(errors).join(" ");
  return { sentence: own || "Servern kunde inte ta emot aktiviteten.", button: "Se över", act: "mend" };
}

/** Whether there are words of our own for a code. @param {string} code */
export const isKnown = (code) => code in NEEDS;

/** @param {string} sentence @param {string} [button] @param {Act} [act] */
const says =
  (sentence, button = "Se över", act = "mend") =>
  () =>
    /** @type {[string, string, Act]} */ ([sentence, button, act]);

/** @type {Readonly<Record<string, ((name: string) => [string, string, Act]) | undefined>>} */
const NEEDS = {
  // What was filled in: the author puts it right.
  unknown_type: says("Aktivitetstypen finns inte. Välj en annan, så skickas aktiviteten.", "Välj typ"),
  type_made_by_product: says(
    "Den typen gör Fältlogg själv. Välj en annan, så skickas aktiviteten.",
    "Välj typ",
  ),
  unknown_focus: says("Inriktningen hör inte till typen. Välj om, så skickas aktiviteten.", "Välj om"),
  unknown_counter: says("En räknare hör inte till typen. Spara om, så skickas aktiviteten."),
  unknown_place: says("Platsen finns inte i kommunen. Välj en annan, så skickas aktiviteten.", "Välj plats"),
  unknown_organisation: says(
    "En organisation finns inte. Välj om vilka som deltog, så skickas aktiviteten.",
    "Välj om",
  ),
  not_your_organisation: says(
    "Din egen organisation ska vara med bland dem som deltog. Spara om, så skickas aktiviteten.",
  ),
  unknown_participant: says(
    "En kollega finns inte i din organisation. Välj om vilka som deltog, så skickas aktiviteten.",
    "Välj om",
  ),
  ends_before_start: says("Slutet ligger före starten. Rätta tiden, så skickas aktiviteten.", "Rätta tiden"),
  too_long: says("Aktiviteten är längre än ett dygn. Rätta tiden, så skickas den.", "Rätta tiden"),
  body_too_large: says("Aktiviteten är för stor att skicka. Korta den, så skickas den.", "Korta den"),
  op_id_reused: says("Aktiviteten gick inte att ta emot som den sparades. Spara om, så skickas den."),
  bad_envelope: says("Aktiviteten gick inte att läsa när den kom fram. Spara om, så skickas den."),

  // What is held: kept by the server, until its author or a coordinator has looked at it.
  personal_data: says(
    "Anteckningen innehåller en personuppgift. Ta bort den, så räknas aktiviteten.",
    "Ändra anteckningen",
  ),
  wild_clock: says("Tiden kan inte stämma. Rätta den, så räknas aktiviteten.", "Rätta tiden"),
  rescued: says("Aktiviteten kom in ur en kopia. Den räknas när din samordnare har sett den.", "", ""),
  user_disabled: (name) => [
    `Kontot för ${name} är avstängt. Aktiviteten är mottagen och väntar på din samordnare.`,
    "",
    "",
  ],
  waits_for_its_entry: says(
    "Ändringen är mottagen. Den gäller när din samordnare har sett själva aktiviteten.",
    "",
    "",
  ),

  // What can come to nothing: another has decided, or it is there already.
  other_version_stands: says(
    "Aktiviteten är ändrad på två håll. Välj vilken som ska gälla.",
    "Jämför",
    "decide",
  ),
  activity_exists: says(
    "Aktiviteten är redan mottagen. Det här är samma en gång till.",
    "Ta bort den här",
    "discard",
  ),
  already_withdrawn: says(
    "Aktiviteten är redan borttagen, så ändringen kan inte gälla.",
    "Ta bort ändringen",
    "discard",
  ),
  unknown_activity: says(
    "Aktiviteten som ändrades är aldrig mottagen. Spara den, så skickas den.",
    "Se över",
  ),
  not_yours: says(
    "Aktiviteten är loggad av någon annan, som själv kan ändra den.",
    "Ta bort ändringen",
    "discard",
  ),
  not_your_municipality: says(
    "Du loggar inte i den kommunen längre. Fråga din samordnare, och spara en kopia om den ska räknas.",
    "Spara en kopia",
    "copy",
  ),
};
