/** What other apps share. */

export const SHARED = {
  "Det du delade står i anteckningen.": "What you shared is in the note.",
  "Bara de första 140 tecknen fick plats.": "Only the first 140 characters fit.",
  "{0} ligger närmast.": "{0} is nearest.",
  "Ingen känd plats ligger nära det du delade.": "No known place is near what you shared.",
  "Det du delade är inte sparat. Logga in och dela det igen.":
    "What you shared is not saved. Sign in and share it again.",
};
