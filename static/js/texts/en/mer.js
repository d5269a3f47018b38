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
  "Lägg Fältlogg på hemskärmen: öppna webbläsarens meny och välj Lägg till på hemskärmen.":
    "Put Fältlogg on the home screen: open the browser’s menu and choose Add to home screen.",
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
