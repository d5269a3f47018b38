"""People: invited by a code, their roles, their own account."""

WORDS = {
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
    "Det går inte att spara så": "It cannot be saved so",
    (
        "Det här kan du inte göra med ditt eget konto. Be en annan administratör."
    ): "You cannot do this to your own account. Ask another administrator.",
    "Har koden gått ut? Den som bjöd in dig kan göra en ny.": (
        "Has the code expired? Whoever invited you can make a new one."
    ),
    "Ingen annan administratör kan logga in. Gör någon annan till administratör först.": (
        "No other administrator can sign in. Make somebody else an administrator first."
    ),
    "Inte på dig själv": "Not to yourself",
    "Jag har fått en kod": "I have been given a code",
    "Koden öppnar inte": "The code does not open",
    "Koden, tolv tecken": "The code, twelve characters",
    "Lösenordet stämmer inte. Inget har ändrats.": "The password is not right. Nothing has been changed.",
    "Någon har ändrat något om personen sedan du öppnade sidan. Här står det som gäller nu.": (
        "Somebody has changed something about the person since you opened the page. This is what holds now."
    ),
    "Sista administratören": "The last administrator",
    "Skriv ditt lösenord": "Type your password",
    "Skriv ditt lösenord en gång till innan det görs.": "Type your password once more before it is done.",
    "Spara och logga in": "Save and sign in",
    "Välj lösenord": "Choose a password",
    "Välj lösenord – Fältlogg": "Choose a password – Fältlogg",
}
