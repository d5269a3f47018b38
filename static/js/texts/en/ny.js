/** Ny: what keeps it from being saved. */

export const NY = {
  "Välj vad som gjordes.": "Choose what was done.",
  "Minst en organisation ska ha deltagit.": "At least one organisation has to have taken part.",
  "Räknarna är hela tal från 0 till 100 000.": "Counters are whole numbers from 0 to 100,000.",
  "Anteckningen får vara högst {0} tecken.": "The note may be {0} characters at most.",
  "Fyll i både dag och klockslag.": "Fill in both day and time.",
  "Tiden ligger i framtiden.": "The time is in the future.",
  "En aktivitet är högst 24 timmar.": "An activity is 24 hours at most.",

  // The guard for the note.
  "Anteckningen innehåller {0}. Ta bort {1}, så kan aktiviteten sparas.":
    "The note holds {0}. Remove {1}, and the activity can be saved.",
  "Anteckningen kan innehålla {0}. Ta bort {1} om det pekar ut en person.":
    "The note may hold {0}. Remove {1} if it points to a person.",
  "ett personnummer": "a personal identity number",
  "ett registreringsnummer": "a number plate",
  "ett telefonnummer": "a phone number",
  "en e-postadress": "an e-mail address",
  det: "it",
  " och ": " and ",
};
