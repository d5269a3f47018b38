/** Places that are proposed. */

export const PLACES = {
  "Föreslå ”{0}” som plats": "Propose “{0}” as a place",
  föreslagen: "proposed",
  "Föreslagen plats": "Proposed place",
  "Platsens namn": "Name of the place",
  "Namnet ser ut att innehålla en personuppgift. Skriv bara vad platsen heter.":
    "The name looks as if it points out a person. Write only what the place is called.",
  "Skriv vad platsen heter.": "Write what the place is called.",
  "Samordnaren lägger upp platsen. Först då räknas aktiviteten mot löften som gäller platser.":
    "The coordinator adds the place. Only then does the activity count towards promises about places.",
  "Ta med var telefonen är nu": "Include where the phone is now",
  "Avrundat till ungefär 100 meter": "Rounded to about 100 metres",
  Använd: "Use",
  Avbryt: "Cancel",
  "platsen är bara föreslagen": "the place is only proposed",
};
