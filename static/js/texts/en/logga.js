/** Logga: the line of state, Igen and its receipts. */

export const LOGGA = {
  // The line of state.
  "Minnet svarar inte": "Storage does not answer",
  "öppna appen igen": "open the app again",
  "senast skickat {0}": "last sent {0}",
  "{0} väntar": "{0} waiting",
  "{0} behöver dig": "{0} for you to settle",
  " behöver dig": " for you to settle",
  "{0} hos samordnaren": "{0} with the coordinator",
  "Allt skickat": "All sent",
  "Inget att skicka": "Nothing to send",
  "Skickar {0}": "Sending {0}",
  "{0} väntar på nät": "{0} waiting for network",
  "logga in för att skicka": "sign in to send",
  "någon annan är inloggad": "someone else is signed in",
  "telefonen är spärrad": "the phone is blocked",
  "appen behöver uppdateras": "the app needs an update",

  // Igen.
  "Öppna ifylld: {0}": "Open filled in: {0}",
  "Hämtar kommunens uppgifter.": "Fetching the municipality’s data.",
  "Hastighets\u00adkontroll": "Speed check",
  "Nykterhets\u00adkontroll": "Sobriety check",
  "Motorburen ungdom": "Youth vehicles",

  // The receipt.
  "Sparad {0}": "Saved {0}",
  "{0} av {1}": "{0} of {1}",
  skickad: "sent",
  Ångra: "Undo",
  "{0}. {1}. Ångra går i {2} sekunder.": "{0}. {1}. You can undo for {2} seconds.",
  "Ångrad. Aktiviteten räknas inte.": "Undone. The activity does not count.",
};
