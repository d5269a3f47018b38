/** Why an entry needs its author, and why nothing is sent. */

export const NEEDS = {
  "Posten kan inte läsas. Den ligger kvar i telefonen och följer med i kopian.":
    "The entry cannot be read. It stays on the phone and goes along in the copy.",
  "Spara en kopia": "Save a copy",
  "Servern kunde inte ta emot aktiviteten.": "The server could not receive the activity.",
  "Se över": "Look it over",

  // What was filled in.
  "Aktivitetstypen finns inte. Välj en annan, så skickas aktiviteten.":
    "There is no such type of activity. Choose another, and the activity is sent.",
  "Välj typ": "Choose type",
  "Den typen gör Fältlogg själv. Välj en annan, så skickas aktiviteten.":
    "Fältlogg makes that type itself. Choose another, and the activity is sent.",
  "Inriktningen hör inte till typen. Välj om, så skickas aktiviteten.":
    "The focus does not belong to the type. Choose again, and the activity is sent.",
  "Välj om": "Choose again",
  "En räknare hör inte till typen. Spara om, så skickas aktiviteten.":
    "A counter does not belong to the type. Save again, and the activity is sent.",
  "Platsen finns inte i kommunen. Välj en annan, så skickas aktiviteten.":
    "The place is not in the municipality. Choose another, and the activity is sent.",
  "Välj plats": "Choose place",
  "En organisation finns inte. Välj om vilka som deltog, så skickas aktiviteten.":
    "There is no such organisation. Choose again who took part, and the activity is sent.",
  "Din egen organisation ska vara med bland dem som deltog. Spara om, så skickas aktiviteten.":
    "Your own organisation has to be among those that took part. Save again, and the activity is sent.",
  "En kollega finns inte i din organisation. Välj om vilka som deltog, så skickas aktiviteten.":
    "A colleague is not in your organisation. Choose again who took part, and the activity is sent.",
  "Slutet ligger före starten. Rätta tiden, så skickas aktiviteten.":
    "The end is before the start. Correct the time, and the activity is sent.",
  "Rätta tiden": "Correct the time",
  "Aktiviteten är längre än ett dygn. Rätta tiden, så skickas den.":
    "The activity is longer than a day and a night. Correct the time, and it is sent.",
  "Aktiviteten är för stor att skicka. Korta den, så skickas den.":
    "The activity is too large to send. Shorten it, and it is sent.",
  "Korta den": "Shorten it",
  "Aktiviteten gick inte att ta emot som den sparades. Spara om, så skickas den.":
    "The activity could not be received as it was saved. Save again, and it is sent.",
  "Aktiviteten gick inte att läsa när den kom fram. Spara om, så skickas den.":
    "The activity could not be read when it arrived. Save again, and it is sent.",

  // What is held.
  "Anteckningen innehåller en personuppgift. Ta bort den, så räknas aktiviteten.":
    "The note holds personal data. Remove it, and the activity counts.",
  "Ändra anteckningen": "Change the note",
  "Tiden kan inte stämma. Rätta den, så räknas aktiviteten.":
    "The time cannot be right. Correct it, and the activity counts.",
  "Aktiviteten kom in ur en kopia. Den räknas när din samordnare har sett den.":
    "The activity came in from a copy. It counts once your coordinator has seen it.",
  "Kontot för {0} är avstängt. Aktiviteten är mottagen och väntar på din samordnare.":
    "The account of {0} is closed. The activity is received and waits for your coordinator.",
  "Ändringen är mottagen. Den gäller när din samordnare har sett själva aktiviteten.":
    "The change is received. It applies once your coordinator has seen the activity itself.",

  // What can come to nothing.
  "Aktiviteten är ändrad på två håll. Välj vilken som ska gälla.":
    "The activity was changed in two places. Choose which one is to stand.",
  Jämför: "Compare",
  "Aktiviteten är redan mottagen. Det här är samma en gång till.":
    "The activity is received already. This is the same one again.",
  "Ta bort den här": "Remove this one",
  "Aktiviteten är redan borttagen, så ändringen kan inte gälla.":
    "The activity is removed already, so the change cannot apply.",
  "Ta bort ändringen": "Remove the change",
  "Aktiviteten som ändrades är aldrig mottagen. Spara den, så skickas den.":
    "The activity that was changed was never received. Save it, and it is sent.",
  "Aktiviteten är loggad av någon annan, som själv kan ändra den.":
    "The activity was logged by someone else, who can change it.",
  "Du loggar inte i den kommunen längre. Fråga din samordnare, och spara en kopia om den ska räknas.":
    "You no longer log in that municipality. Ask your coordinator, and save a copy if it is to count.",

  // Why nothing is sent.
  "Din aktivitet": "Your activity",
  "Dina {0}": "Your {0}",
  " {0} ligger kvar i telefonen.": " {0} will stay on the phone.",
  "Logga in igen för att skicka.{0}": "Sign in again to send.{0}",
  "Någon annan är inloggad. Logga in som {0} för att skicka.{1}":
    "Someone else is signed in. Sign in as {0} to send.{1}",
  "Telefonen är spärrad och kan inte skicka.{0} Spara en kopia och skicka in den från en annan telefon.":
    "The phone is blocked and cannot send.{0} Save a copy and hand it in from another phone.",
  "Appen är för gammal för att skicka.{0} Öppna den igen när du har nät.":
    "The app is too old to send.{0} Open it again when you have network.",
  "Öppna igen": "Open again",
  "Telefonens minne svarar inte. Det som är sparat ligger kvar. Öppna appen igen.":
    "The phone’s storage does not answer. What is saved is still there. Open the app again.",
};
