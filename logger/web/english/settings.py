"""The word list."""

WORDS = {
    "Aktivitetstyp": "Type of activity",
    "Aktivitetstyper": "Types of activity",
    "Antal som räknas": "Numbers that are counted",
    "Antal:": "Numbers:",
    "Detsamma på engelska": "The same in English",
    "En punkt mitt i ordet (·) visar var det får delas på smala skärmar: hastighets·kontroll.": (
        "A dot in the middle of a word (·) shows where it may be parted on narrow screens: "
        "hastighets·kontroll."
    ),
    "fokus": "focus",
    "Fokus:": "Focus:",
    "Fältloggs egen": "Fältlogg’s own",
    "I en mening": "In a sentence",
    "I en mening, i flertal": "In a sentence, in the plural",
    "I en mening, i flertal: ”minst 52 …”": "In a sentence, in the plural: “at least 52 …”",
    "I en mening, med förled: ”på skolor”": "In a sentence, with its preposition: “på skolor”",
    "Inget löfte som gäller räknas efter ordet.": "No pledge that holds counts by the word.",
    "Inställningar": "Settings",
    "känslig": "sensitive",
    "Känslig: visas bara som antal, aldrig i listor för andra": (
        "Sensitive: shown as numbers only, never in lists for others"
    ),
    "Lägg till antal": "Add a number",
    "Lägg till fokus": "Add a focus",
    "Lägg till: {0}": "Add: {0}",
    "Ny aktivitetstyp": "New type of activity",
    "Nytt slag": "New kind",
    (
        "Orden som telefonerna erbjuder och som löftenas regler nämner. Ett ord som inte ska användas "
        "mer tas ur bruk: det erbjuds inte, men allt som är loggat med det räknas som förut."
    ): (
        "The words that the phones offer and that the rules of the pledges name. A word that is not "
        "to be used any more is retired: it is not offered, but everything that was logged by it "
        "counts as before."
    ),
    "Ordet är ur bruk. Ingen telefon erbjuder det; det som är loggat med det räknas som förut.": (
        "The word is retired. No phone offers it; what was logged by it counts as before."
    ),
    "Ordlista – Fältlogg": "Word list – Fältlogg",
    "På engelska": "In English",
    "På svenska": "In Swedish",
    "Ta det ur bruk ändå": "Retire it all the same",
    "Ta i bruk igen": "Bring it back",
    "Ta ur bruk": "Retire",
    "ur bruk": "retired",
    (
        "{0} åtaganden i löften som gäller räknas efter ordet. Tas det ur bruk loggas inget nytt som "
        "räknas där:"
    ): (
        "{0} commitments of pledges that hold count by the word. If it is retired nothing new is "
        "logged that counts there:"
    ),
    "· i löftesfiler:": "· in pledge files:",
}
