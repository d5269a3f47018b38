/** The timer: its start, its end, and what it asks. */

export const TIMER = {
  Närvaro: "Presence",
  "Starta närvaro": "Start presence",
  "Närvaro startad {0}.": "Presence started {0}.",
  "Närvaro sedan {0}": "Presence since {0}",
  "Närvaro igång i {0}": "Presence running in {0}",
  "Sedan {0}. Tryck för att gå dit": "Since {0}. Press to go there",
  Avsluta: "Stop",
  "Inget skickas förrän den avslutas.": "Nothing is sent until it is stopped.",
  "Mindre än en minut, så inget är sparat.": "Less than a minute, so nothing is saved.",
  "Låt den gå": "Let it run",
  "Ta bort närvaron sedan {0}?": "Remove the presence since {0}?",
  "Närvaron är borttagen. Inget är sparat.": "The presence is removed. Nothing is saved.",

  // Forgotten.
  "Närvaro startade {0} och är fortfarande igång. När slutade den?":
    "Presence started {0} and is still running. When did it end?",
  "Närvaro startade {0}, och en ny {1}. När slutade den första?":
    "Presence started {0}, and a new one {1}. When did the first one end?",
  "Telefonens klocka har ställts om sedan närvaron startade. Hur länge pågick den?":
    "The phone’s clock has been changed since the presence started. How long did it last?",
  Nu: "Now",
  "Annan tid": "Another time",
  Slutade: "Ended",
  "Välj ett klockslag mellan starten {0} och nu.": "Choose a time between the start {0} and now.",

  // From Ny.
  "Starta nu": "Start now",
  "Avsluta på Logga, så sparas den. Eller fyll i tiderna:":
    "Stop it on Log, and it is saved. Or fill in the times:",
  "En närvaro är redan igång sedan {0}.": "A presence is running already, since {0}.",
  "Visa den": "Show it",
};
