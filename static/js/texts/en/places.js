/** Places that are proposed. */

export const PLACES = {
  "Föreslå ”{0}” som plats": "Propose “{0}” as a place",
  föreslagen: "proposed",
  "Föreslagen plats": "Proposed place",
  "Platsens namn": "Name of the place",
  "Namnet ser ut att innehålla en personuppgift. Skriv bara vad platsen heter.":
    "The name looks as if it points out a person. Write only what the place is called.",
  "Skriv vad platsen heter.": "Write what the place is called.",
  "Aktiviteten räknas mot platser när platsen är upplagd.":
    "The activity counts towards places once the place has been added.",
  "Ta med var telefonen är nu": "Include where the phone is now",
  "Avrundat till ungefär 100 meter": "Rounded to about 100 metres",
  Använd: "Use",
  Avbryt: "Cancel",
  "platsen är bara föreslagen": "the place is only proposed",
};
