/** Why an entry needs its author, in one sentence, and the one button that puts it right. */

/** @typedef {{sentence: string, button: string}} Need */

/** @param {import("./shapes").Entry} entry @param {string} name @returns {Need} */
export function needOf({ state, code, errors }, name) {
  if (state === "unreadable") {
    return {
      sentence: "Posten kan inte läsas. Den ligger kvar i telefonen och följer med i kopian.",
      button: "",
    };
  }
  const own = Object.values(errors).join(" ");
  return (
    NEEDS[code]?.(name) ?? {
      sentence: own || "Servern kunde inte ta emot aktiviteten.",
      button: "Ändra aktiviteten",
    }
  );
}

/** @type {Readonly<Record<string, ((name: string) => Need) | undefined>>} */
const NEEDS = {
  personal_data: () => ({
    sentence: "Anteckningen innehåller en personuppgift. Ta bort den, så skickas aktiviteten.",
    button: "Ändra anteckningen",
  }),
  unknown_place: () => ({
    sentence: "Platsen finns inte i kommunen. Välj en annan, så skickas aktiviteten.",
    button: "Välj plats",
  }),
  unknown_type: () => ({
    sentence: "Aktivitetstypen finns inte. Välj en annan, så skickas aktiviteten.",
    button: "Välj typ",
  }),
  unknown_focus: () => ({
    sentence: "Inriktningen hör inte till typen. Välj om, så skickas aktiviteten.",
    button: "Välj om",
  }),
  unknown_counter: () => ({
    sentence: "En räknare hör inte till typen. Spara om, så skickas aktiviteten.",
    button: "Se över",
  }),
  ends_before_start: () => ({
    sentence: "Slutet ligger före starten. Rätta tiden, så skickas aktiviteten.",
    button: "Rätta tiden",
  }),
  too_long: () => ({
    sentence: "Aktiviteten är längre än ett dygn. Rätta tiden, så skickas den.",
    button: "Rätta tiden",
  }),
  other_version_stands: () => ({
    sentence: "Aktiviteten är ändrad någon annanstans. Se över den och spara det som ska gälla.",
    button: "Se över",
  }),
  wild_clock: () => ({
    sentence: "Tiden kan inte stämma. Rätta den, så skickas aktiviteten.",
    button: "Rätta tiden",
  }),
  not_your_municipality: () => ({
    sentence: "Du loggar inte i den kommunen längre. Fråga din samordnare.",
    button: "",
  }),
  user_disabled: (name) => ({
    sentence: `Kontot för ${name} är avstängt. Aktiviteten väntar på din samordnare.`,
    button: "",
  }),
};
