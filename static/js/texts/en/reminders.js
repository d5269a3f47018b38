/** Reminders. */

export const REMINDERS = {
  Påminnelser: "Reminders",
  "Påminn mig": "Remind me",
  "Högst en gång om dagen, mellan 8 och 20, när ett löfte snart går ut och något fattas.":
    "Once a day at the most, between 8 and 20, when a pledge soon runs out and something is missing.",
  "Påminnelser är på.": "Reminders are on.",
  "Påminnelser är av.": "Reminders are off.",
  "Den här webbläsaren kan inte påminna. Vad som fattas står under Läget.":
    "This browser cannot remind you. What is missing stands under Figures.",
  "Lägg Fältlogg på hemskärmen och öppna den därifrån, så kan den påminna. Vad som fattas står under Läget.":
    "Put Fältlogg on the home screen and open it from there to be reminded. What is missing stands under Figures.",
  "Fältlogg får inte visa meddelanden här. Tillåt det i telefonens inställningar för appen och slå sedan på igen.":
    "Fältlogg may not show notifications here. Allow it in the phone's settings for the app, then switch on again.",
  "Webbläsaren fick inget ja på sin fråga. Slå på igen för att svara.":
    "The browser got no yes to its question. Switch on again to answer.",
  "Din organisation har inte slagit på påminnelser. Vad som fattas står under Läget.":
    "Your organisation has not switched reminders on. What is missing stands under Figures.",
  "Påminnelser är till för dem som loggar.": "Reminders are for those who log.",
  "Det gick inte att slå på. Försök igen när det finns nät.":
    "It could not be switched on. Try again when there is network.",
};
