/** The week's minute on Log. */

export const SUNDAY = {
  "v. {0}: {1}{2}{3}": "wk {0}: {1}{2}{3}",
  "Stämmer det?": "Is that right?",
  "Veckans löfte är hållet.": "The week’s promise is kept.",
  "{0}. Siffran är allas, listan är din.": "{0}. The figure is everyone’s, the list is yours.",
  "Du loggade": "You logged",
  "Inget av dig den veckan.": "Nothing by you that week.",
  "Kan ha glömts": "May have been forgotten",
  "Det du brukar göra är loggat.": "What you usually do is logged.",
  "Ja, det stämmer": "Yes, that is right",
  "Lägg till annat": "Add something else",
  "Vecka {0} är avstämd.": "Week {0} is settled.",
};
