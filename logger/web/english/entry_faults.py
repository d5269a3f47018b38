"""What is wrong with an entry, a day of the school year or a number, beside the field that it stands in."""

WORDS = {
    "Aktivitetstypen finns inte.": "There is no such type of activity.",
    "Bara den som loggade kan kasta posten.": "Only the one who logged it can throw the entry away.",
    "Bara den som loggade kan ändra.": "Only the one who logged it can change it.",
    "Den typen gör Fältlogg själv.": "Fältlogg makes that type itself.",
    "Din egen organisation ska vara med bland dem som deltog.": (
        "Your own organisation must be among those that took part."
    ),
    "Du loggar inte i den kommunen.": "You do not log in that municipality.",
    "Inget objekt.": "Not an object.",
    "Kommer före dagen ovanför.": "Comes before the day above.",
    "Längre än ett dygn. Dela upp posten eller rätta slutet.": (
        "Longer than a day and a night. Divide the entry or correct the end."
    ),
    "Någon deltagare finns inte i din organisation.": "Somebody who took part is not in your organisation.",
    "Någon organisation finns inte.": "One of the organisations does not exist.",
    "Något antal hör inte till aktivitetstypen.": (
        "One of the numbers does not belong to the type of activity."
    ),
    "Något fokus hör inte till aktivitetstypen.": "One focus does not belong to the type of activity.",
    "Platsen finns inte i kommunen.": "The place is not in the municipality.",
    "Posten finns redan.": "The entry is there already.",
    "Posten har aldrig sparats.": "The entry was never saved.",
    "Posten har redan en plats.": "The entry has a place already.",
    "Saknas eller har fel form.": "Missing, or not of the right form.",
    "Ska vara ett objekt.": "Must be an object.",
    "Ska vara sant eller falskt.": "Must be true or false.",
    "Skriv en dag så: 15 juni.": "Write a day like this: 15 juni.",
    "Skriv ett helt tal.": "Write a whole number.",
    "Skriv vad det blev.": "Write what it came to.",
    "Skälet ser ut att innehålla en personuppgift. Ta bort det här och säg det på nytt utan.": (
        "The reason seems to contain personal data. Remove it here and say it again without."
    ),
    "Slutet ligger före starten.": "The end is before the start.",
    "Starten ligger för långt fram.": "The start is too far ahead.",
    "Tiden är orimlig.": "The time is not a reasonable one.",
}
