/** Words that stand on more than one screen. */

export const EVERYWHERE = {
  aktivitet: "activity",
  aktiviteter: "activities",
  Kommun: "Municipality",
  "Ta bort": "Remove",
  "Försök igen": "Try again",
  "Försök igen.": "Try again.",
  "EJ sparad": "NOT saved",
  "EJ sparad. ": "NOT saved. ",
  Tillbaka: "Back",
  "Låt bli": "Leave it",
  "Telefonen är full. Ta bort något annat och försök igen.":
    "The phone is full. Remove something else and try again.",
  "Telefonen kunde inte spara ändringen. Det som sparats tidigare ligger kvar.":
    "The phone could not save the change. What was saved before is still there.",
  "Inget loggat än. Tryck på Ny när något är gjort.": "Nothing logged yet. Tap New when something is done.",
  den: "it",
  dem: "them",
  " och {0}": " and {0}",
  "{0} till": "{0} more",
  ",": ".",
  tim: "h",

  // What an activity comes to, one line a fact.
  När: "When",
  Deltog: "Took part",
  Räknat: "Counted",
  Övrigt: "Other",
  Anteckning: "Note",
  "riktad insats": "targeted operation",
  avbruten: "interrupted",
  "{0} utan namn": "{0} unnamed",
};
