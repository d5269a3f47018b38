/** Several entries at once, and who was along. */

export const SHEET = {
  "Flera på en gång": "Several at once",
  "hela passet": "the whole shift",
  "Börja om": "Start over",
  "En till": "One more",
  "Spara alla": "Save all",
  "Spara alla {0}": "Save all {0}",
  "Ta bort raden": "Remove the row",
  "Lägg tillbaka": "Put back",
  "Raden är borttagen.": "The row is removed.",
  "Alla rader är borttagna.": "All rows are removed.",
  "Rad {0}: ": "Row {0}: ",
  "Rad {0}, en kopia av rad {1}.": "Row {0}, a copy of row {1}.",
  "Högst {0}. Spara, och börja på nästa.": "At most {0}. Save, and start the next.",
  "Välj vad som gjordes": "Choose what was done",
  "Samma tid och plats som rad {0}": "Same time and place as row {0}",
  "Räknas mot {0}": "Counts towards {0}",
  "Räknas mot {0} och {1} till": "Counts towards {0} and {1} more",
  "Inget är sparat. {0}": "Nothing is saved. {0}",
  "{0} sparade {1}": "{0} saved {1}",
  skickade: "sent",
  "Räknas inte": "Does not count",
  "Ångrade. Aktiviteterna räknas inte.": "Undone. The activities do not count.",

  // Who was along.
  Kollegor: "Colleagues",
  kollega: "colleague",
  kollegor: "colleagues",
  "Samma som senast": "Same as last time",
  "Hämtar namn.": "Fetching names.",
  "Namnen behöver nät. Räkna kollegorna utan namn så länge.":
    "The names need network. Count the colleagues without names for now.",
};
