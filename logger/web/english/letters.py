"""The Monday letter."""

WORDS = {
    "Avsluta brevet": "End the letter",
    "Avsluta måndagsbrevet – Fältlogg": "End the Monday letter – Fältlogg",
    "Avsluta måndagsbrevet?": "End the Monday letter?",
    "Avsluta: {0}": "End the letter: {0}",
    "Brevet skickas till den e-post som du loggar in med.": (
        "The letter is sent to the e-mail address that you sign in with."
    ),
    "Brevet är avslutat": "The letter is ended",
    "Den här servern skickar inga brev än. Den som sköter driften behöver ange en mejlserver.": (
        "This server sends no letters yet. Whoever runs it needs to name a mail server."
    ),
    "Du får brevet för att du har bett om det i Fältlogg.": (
        "You have this letter because you asked for it in Fältlogg."
    ),
    "Då skickas inga fler brev till dig. Du kan be om det igen när du vill.": (
        "Then no more letters are sent to you. You may ask for them again whenever you like."
    ),
    "Inga fler måndagsbrev skickas till dig. Du kan be om det igen under Måndagsbrevet.": (
        "No more Monday letters are sent to you. You may ask for them again under The Monday letter."
    ),
    "Inget löfte gäller i dag. Då skickas inget brev.": "No pledge holds today. Then no letter is sent.",
    "inget löfte ligger efter": "no promise is behind",
    "Ja, skicka det till mig": "Yes, send it to me",
    "Måndagsbrevet vecka {0}": "The Monday letter, week {0}",
    "Måndagsbrevet vecka {0}: {1}": "The Monday letter, week {0}: {1}",
    "Måndagsbrevet – Fältlogg": "The Monday letter – Fältlogg",
    "Se hela läget": "See how everything stands",
    "Se hela läget: {0}": "See how everything stands: {0}",
    "Så läser det i dag": "How it reads today",
    "Till Måndagsbrevet": "To the Monday letter",
    "Varje måndag morgon: vad som ligger efter, och med hur mycket. Inga namn, inga platser.": (
        "Every Monday morning: what is behind, and by how much. No names, no places."
    ),
    "{0} ligger efter i {1}": "{0} behind in {1}",
}
