/** What stands in templates/phone/. */

export const SHELL = {
  "Logga det som gjorts för medborgarlöftet, med eller utan nät.":
    "Log what was done for the citizen pledge, with or without network.",

  // Tabs and headings.
  Sidor: "Pages",
  Logga: "Log",
  Mina: "Mine",
  Läget: "Figures",
  Mer: "More",
  Hjälp: "Help",

  // Logga.
  "Loggar som": "Logging as",
  "Inte du?": "Not you?",
  Igen: "Again",
  "ett tryck sparar": "one tap saves",
  Ny: "New",

  // Ny.
  Stäng: "Close",
  "Ny aktivitet": "New activity",
  Vad: "What",
  Var: "Where",
  "Hur länge": "How long",
  minuter: "minutes",
  "Fler uppgifter": "More details",
  "räknare, kollegor, anteckning": "counters, colleagues, note",
  Spara: "Save",

  // Nobody signed in.
  "Logga in en gång med nät. Sedan loggar du utan inloggning, med eller utan täckning.":
    "Sign in once with network. After that you log without signing in, with or without coverage.",
  "Logga in": "Sign in",
};
