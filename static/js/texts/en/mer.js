/** Mer, and signing out. */

export const MER = {
  Utseende: "Appearance",
  Auto: "Auto",
  Ljust: "Light",
  Mörkt: "Dark",
  Natt: "Night",
  Språk: "Language",
  "Vem som loggar": "Who logs",
  "Är du inte {0}? Logga ut, så loggar nästa person för sig. Det som väntar ligger kvar.":
    "Are you not {0}? Sign out, and the next person logs separately. What waits stays.",
  "Logga ut": "Sign out",
  Appen: "The app",
  "En ny version är hämtad.": "A new version is here.",
  "Byt till den nya versionen": "Change to the new version",
  "Installera på hemskärmen": "Install on the home screen",
  "Lägg Fältlogg på hemskärmen": "Put Fältlogg on the home screen",
  "Hjälp och övning": "Help and practice",
  "Läs hjälpen": "Read the help",
  "Fältlogg räknar det polis och kommun gör mot medborgarlöftet, efter regler som alla kan läsa.":
    "Fältlogg counts what police and municipality do towards the citizen pledge, by rules that anyone can read.",
  "Så hanteras uppgifterna": "How data is handled",
  "Typsnitt: Source Sans 3, Adobe, SIL Open Font License 1.1.":
    "Typeface: Source Sans 3, Adobe, SIL Open Font License 1.1.",

  // The table of own entries.
  "Det du har loggat de senaste {0} dagarna ligger i telefonen.":
    "What you have logged in the last {0} days is on the phone.",
  "Spara det som tabell": "Save it as a table",
  "Filen är sparad.": "The file is saved.",
  Datum: "Date",
  Start: "Start",
  Slut: "End",
  Minuter: "Minutes",
  "Mitt konto": "My account",
  Typ: "Type",
  Inriktning: "Focus",
  Plats: "Place",
  "Utan namn": "Unnamed",
  "Riktad insats": "Targeted",
  Avbruten: "Interrupted",
  Räknare: "Counters",
  Läge: "State",
  "Räknades mot": "Counted towards",
  ja: "yes",
  "Öppna översikten": "Open the overview",
  "Version {0}": "Version {0}",

  // Signing out.
  "aktivitet är inte skickad": "activity is not sent",
  "aktiviteter är inte skickade": "activities are not sent",
  "Den ligger kvar i telefonen och skickas": "It stays on the phone and is sent",
  "De ligger kvar i telefonen och skickas": "They stay on the phone and are sent",
  "{0} först när {1} loggar in här igen. Ingen annan kan se dem.":
    "{0} only when {1} signs in here again. Nobody else can see them.",
  "Stanna kvar": "Stay",
  "Logga ut ändå": "Sign out anyway",
};
