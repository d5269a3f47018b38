"""People: invited by a code, their roles, their own account."""

WORDS = {
    ". Den som har den kan använda kontot: går den förlorad, ta tillbaka den.": (
        ". Whoever has it can use the account: if it is lost, take it back."
    ),
    (
        "Alla inloggningar avslutas på en gång, på alla telefoner. Det som väntar på en telefon kan "
        "fortfarande lämnas in, och det som är loggat räknas som förut."
    ): (
        "Every sign-in is ended at once, on every phone. What waits on a phone can still be handed "
        "in, and what has been logged counts as before."
    ),
    "Avsluta": "End",
    "Bjud in": "Invite",
    "Bjud in – Fältlogg": "Invite – Fältlogg",
    "den senaste veckan": "in the last week",
    "Det förra lösenordet gäller inte mer, och alla inloggningar är avslutade.": (
        "The former password no longer holds, and every sign-in has been ended."
    ),
    "Det går inte att spara så": "It cannot be saved so",
    "Det här kan du inte göra med ditt eget konto. Be en annan administratör.": (
        "You cannot do this to your own account. Ask another administrator."
    ),
    "Det här är du. Ditt eget konto ändras av någon annan. Lösenordet byter du själv.": (
        "This is you. Your own account is changed by somebody else. You change the password yourself."
    ),
    "Det är mer än en kvart sedan du skrev det. Inget är gjort än.": (
        "It is more than a quarter of an hour since you typed it. Nothing has been done yet."
    ),
    "Ditt lösenord": "Your password",
    "Du får en kod att lämna till personen, som själv väljer sitt lösenord med den.": (
        "You get a code to hand to the person, who chooses a password by it."
    ),
    (
        "Du har fått en kod av den som bjöd in dig. Den gäller en gång. Lösenordet väljer du själv, "
        "och ingen annan får veta det."
    ): (
        "You have been given a code by whoever invited you. It holds once. You choose the password "
        "yourself, and nobody else learns it."
    ),
    "E-postadressen och koden hör inte ihop, eller så gäller koden inte längre.": (
        "The e-mail address and the code do not belong together, or the code holds no longer."
    ),
    "En administratör har hela installationen.": "An administrator has the whole installation.",
    "En administratör har inga andra roller.": "An administrator has no other roles.",
    "Fortsätt": "Go on",
    "Ge rollen": "Give the role",
    "Gör en kod": "Make a code",
    "Gör en ny kod": "Make a new code",
    "Har aldrig loggat in.": "Has never signed in.",
    "Har fått en kod för ett nytt lösenord. Den gäller till {0}.": (
        "Has a code for a new password. It holds until {0}."
    ),
    "Har inget lösenord och ingen kod som gäller.": "Has no password and no code that holds.",
    "Har inte kommit än": "Has not come yet",
    "Har koden gått ut? Den som bjöd in dig kan göra en ny.": (
        "Has the code expired? Whoever invited you can make a new one."
    ),
    "Hela installationen": "The whole installation",
    "Inbjuden, har inte kommit än. Koden gäller till {0}.": (
        "Invited, has not come yet. The code holds until {0}."
    ),
    "Ingen finns här än. Bjud in den första.": "Nobody is here yet. Invite the first.",
    "Ingen passar in på det du söker.": "Nobody matches what you are looking for.",
    "Ingen roll": "No role",
    "Ingen roll: personen kan logga in men ser ingenting.": (
        "No role: the person can sign in but sees nothing."
    ),
    "Inloggning": "Signing in",
    "Inte på dig själv": "Not to yourself",
    "Jag har fått en kod": "I have been given a code",
    "Kan logga in.": "Can sign in.",
    "Klar": "Done",
    "Kod till {0}": "Code for {0}",
    "Kod till {0} – Fältlogg": "Code for {0} – Fältlogg",
    "Koden gick ut {0}. Gör en ny.": "The code expired {0}. Make a new one.",
    "Koden gäller en gång, till": "The code holds once, until",
    "Med koden väljer personen sitt lösenord.": "By the code the person chooses a password.",
    "Den som redan är utlämnad slutar gälla.": "One that has been handed out already holds no longer.",
    (
        "Koden visas bara nu. Lämna den själv, helst på papper eller i telefon, och inte i samma brev"
        " som adressen."
    ): (
        "The code is shown only now. Hand it over yourself, best on paper or by telephone, and not in"
        " the same letter as the address."
    ),
    "En kod som tas tillbaka öppnar ingenting.": "A code that is taken back opens nothing.",
    "Sedan behöver personen en kod.": "The person then needs a code.",
    "Koden öppnar inte": "The code does not open",
    "Koden, tolv tecken": "The code, twelve characters",
    (
        "Lösenordet slutar gälla och alla inloggningar avslutas. Personen väljer ett nytt lösenord med koden."
    ): (
        "The password holds no longer and every sign-in is ended. The person chooses a new password "
        "by the code."
    ),
    "Lösenordet stämmer inte. Inget har ändrats.": "The password is not right. Nothing has been changed.",
    "Namn eller e-post": "Name or e-mail",
    "Ny roll": "New role",
    "Någon har ändrat något om personen sedan du öppnade sidan. Här står det som gäller nu.": (
        "Somebody has changed something about the person since you opened the page. This is what holds now."
    ),
    "Någon loggar redan in med den adressen.": "Somebody signs in with that address already.",
    "och koden": "and the code",
    "Personen har redan den rollen där.": "The person has that role there already.",
    "Personen loggar in med samma lösenord som förut.": "The person signs in by the same password as before.",
    "Personer": "People",
    "Personer – Fältlogg": "People – Fältlogg",
    "Roll": "Role",
    "Rollen är bara för Polisens egna.": "The role is for the Police’s own people only.",
    "Rollen är inte för Polisens egna.": "The role is not for the Police’s own people.",
    "Roller": "Roles",
    "Senast inloggad {0}": "Last signed in {0}",
    "Skriv ditt lösenord": "Type your password",
    "Skriv ditt lösenord en gång till innan det görs.": "Type your password once more before it is done.",
    "Skriv ditt lösenord – Fältlogg": "Type your password – Fältlogg",
    "Skriv e-postadressen": "Type the e-mail address",
    "Skriv en e-postadress, till exempel namn@polisen.se.": (
        "Type an e-mail address, for example namn@polisen.se."
    ),
    "Skriv vad personen heter.": "Type the person’s name.",
    "Släpp in igen": "Let in again",
    "Spara och logga in": "Save and sign in",
    "Stäng ute": "Shut out",
    "Sök person": "Find a person",
    "Ta tillbaka koden": "Take the code back",
    "Utestängd sedan {0}.": "Shut out since {0}.",
    "Utestängda": "Those shut out",
    "Var": "Where",
    "Välj en kommun eller ett lokalpolisområde.": "Choose a municipality or a local police district.",
    "Välj en kommun.": "Choose a municipality.",
    "Välj en organisation i listan.": "Choose an organisation in the list.",
    "Välj en roll i listan.": "Choose a role in the list.",
    "Välj ett lokalpolisområde.": "Choose a local police district.",
    "Välj ett lösenord. Sedan går det att logga": "Choose a password. Then it is possible to log",
    "Välj lösenord": "Choose a password",
    "Välj lösenord – Fältlogg": "Choose a password – Fältlogg",
    "Öppna": "Open",
    "Mitt konto": "My account",
    "Mitt konto – Fältlogg": "My account – Fältlogg",
    "Ingen roll än. Fråga den som bjöd in dig.": "No role yet. Ask whoever invited you.",
    "Här är du inloggad": "Where you are signed in",
    "den här": "this one",
    "Känner du inte igen någon av dem? Avsluta de andra och byt lösenord.": (
        "Do you not recognise one of them? End the others and change your password."
    ),
    "Avsluta alla andra": "End all the others",
    "Dina telefoner": "Your phones",
    "Ingen telefon har skickat något än.": "No phone has sent anything yet.",
    "Spärrad": "Shut out",
    "Skickade senast {0}": "Last sent {0}",
    "Okänd webbläsare": "Unknown browser",
    "Sedan {0}": "Since {0}",
    "{0} kl. {1}": "{0} at {1}",
    "Ändra namn eller e-post": "Change name or e-mail",
    (
        "Personen loggar in med den nya adressen. Lösenord, inloggningar, koder och roller är som "
        "förut, och det som är loggat hör till samma person."
    ): (
        "The person signs in with the new address. Password, sign-ins, codes and roles are as before, "
        "and what has been logged belongs to the same person."
    ),
}
