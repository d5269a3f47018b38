/** What is planned, on Logga and among one's own. */

export const PLANNED = {
  "Planerat i dag": "Planned today",
  "Planerat i natt": "Planned tonight",
  "Visa {0} till": "Show {0} more",
  "t.o.m. {0}": "by {0}",
  Gjort: "Done",
  "Inte genomförd": "Not done",
  "Ändra innan det sparas": "Change before it is saved",
  "Inte genomförd – därför": "Not done – because",
  "Annat gick före": "Other things came first",
  Sjukdom: "Illness",
  Vädret: "The weather",
  "Andra ställde in": "Others cancelled",
  "Med egna ord": "In your own words",
  "Välj ett skäl, eller skriv varför.": "Choose a reason, or write why.",
  "Skälet pekar ut någon. Ta bort det som gör det, så kan det sparas.":
    "The reason points somebody out. Remove what does, and it can be saved.",
  "Skälet kan peka ut någon. Ta i så fall bort det.": "The reason may point somebody out. If so, remove it.",
  "Ångrad.": "Undone.",
  "Öppen igen": "Open again",
  "Öppen igen.": "Open again.",
  "Planerat {0}": "Planned {0}",
  "Svar på planen. Räknas inte som en aktivitet.": "An answer to the plan. Does not count as an activity.",
  "Ta tillbaka": "Take back",
  "Skälet innehåller en personuppgift. Ta tillbaka det och säg det utan.":
    "The reason contains personal data. Take it back and say it without.",
};
