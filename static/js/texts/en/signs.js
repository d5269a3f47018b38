/** What a scanned sign opens. */

export const SIGNS = {
  "Platsen finns inte i kommunen längre.": "The place is no longer in the municipality.",
  "Skylten hör till en kommun där du inte loggar.":
    "The sign belongs to a municipality where you do not log.",
  "Platsen kommer från skylten.": "The place comes from the sign.",
  "Från skylten. Sparas i den här webbläsaren.": "From the sign. Saved in this browser.",
  " {0} till väntar.": " {0} more waiting.",
  "Besöket {0} var sparat i den här webbläsaren.{1}": "The visit {0} was kept in this browser.{1}",
  "1 besök är sparat i den här webbläsaren.": "1 visit is kept in this browser.",
  "{0} besök är sparade i den här webbläsaren.": "{0} visits are kept in this browser.",
  "Logga in här, så fylls det i. Du väljer vad som gjordes och trycker Spara.":
    "Sign in here, and it is filled in. You choose what was done and tap Save.",
  "{0}, skylten avläst {1}.": "{0}, the sign scanned {1}.",
  "Skylten är avläst {0}.": "The sign is scanned {0}.",
  "Du är inte inloggad i den här webbläsaren. Besöket kan sparas här och fylls i när du loggar in här.":
    "You are not signed in in this browser. The visit can be kept here and is filled in when you sign in here.",
  "Spara besöket": "Keep the visit",
  "EJ sparat. Försök igen.": "NOT kept. Try again.",
};
