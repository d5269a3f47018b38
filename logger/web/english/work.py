"""Work on many activities, books kept before, the Monday letter, the word list."""

WORDS = {
    "Gör något med de valda": "Do something about those chosen",
    "Gör något med flera": "Do something about several",
    "Plats, typ eller organisation": "Place, type or organisation",
    "Spara urvalet:": "Save these:",
    "Sök": "Search",
    "Tidigare bok": "Earlier record",
    "Välj": "Choose",
    "Välj alla på sidan": "Choose all on the page",
    "Välj ingen": "Choose none",
    "att titta på. Båda räknas tills någon avgör.": "to look at. Both count until somebody decides.",
    "Raderna ur tidigare bok": "The lines of the earlier record",
    "Avsluta brevet": "End the letter",
    "Brevet skickas till den e-post som du loggar in med.": (
        "The letter is sent to the e-mail address that you sign in with."
    ),
    "Den här servern skickar inga brev än. Den som sköter driften behöver ange en e-postserver.": (
        "This server sends no letters yet. Whoever runs it needs to name a mail server."
    ),
    "Inget löfte gäller i dag. Då skickas inget brev.": "No pledge holds today. Then no letter is sent.",
    "Ja, skicka det till mig": "Yes, send it to me",
    "Måndagsbrevet": "The Monday letter",
    "Måndagsbrevet – Fältlogg": "The Monday letter – Fältlogg",
    "Se hela läget": "See how everything stands",
    "Så läser det i dag": "How it reads today",
    "Varje måndag morgon: vad som ligger efter, och med hur mycket. Inga namn, inga platser.": (
        "Every Monday morning: what is behind, and by how much. No names, no places."
    ),
    ", och {0} med fel": ", and {0} with faults",
    ". Inget sparas förrän du trycker på Läs in.": ". Nothing is stored until you press Take in.",
    "Aktiviteterna i boken": "The activities in the record",
    "Antal · tid": "Number · time",
    "Blir": "Becomes",
    "Boken har inga platser.": "The record has no places.",
    "Granska boken": "Look through the record",
    "Granska boken – Fältlogg": "Look through the record – Fältlogg",
    "Granska igen": "Look again",
    "Hoppa över de raderna": "Leave those lines out",
    "I boken": "In the record",
    "Läs in": "Take in",
    "Läses inte in": "Not taken in",
    "Läses inte: {0}.": "Not read: {0}.",
    "Och {0} till, se raderna nedan.": "And {0} more, see the lines below.",
    "Om boken": "About the record",
    "Platserna i boken": "The places in the record",
    "Rad": "Line",
    "Rad för rad": "Line by line",
    "Rad {0}: {1}": "Line {0}: {1}",
    "Så här läses den: {0}": "This is how it is read: {0}",
    "Vem gjorde det, där boken inte säger det?": "Who did it, where the record does not say?",
    "Vilken bok är det? Till exempel Polisens Excelbok 2021": (
        "Which record is it? For example the Excel book of the police, 2021"
    ),
    "{0} med fel": "{0} with faults",
    "Bladet, som Excel (.xlsx) eller CSV": "The sheet, as Excel (.xlsx) or CSV",
    (
        "Det som fördes i Excel innan. Det visas för sig, som uppskattat, och räknas aldrig ihop"
        " med det som är"
        " loggat."
    ): (
        "What was kept in Excel before. It is shown apart, as estimated, and is never added to what"
        " is logged."
    ),
    "Granska": "Look through",
    (
        "Högst 2 000 rader. Det första bladet läses. Rubrikerna Datum och Aktivitet behövs; Plats,"
        " Antal, Timmar,"
        " Vem och Till och med läses om de finns. Andra kolumner läses inte, och inga namn eller anteckningar"
        " sparas."
    ): (
        "At most 2,000 lines. The first sheet is read. The heads Datum and Aktivitet are needed;"
        " Plats, Antal,"
        " Timmar, Vem and Till och med are read if they are there. Other columns are not read, and"
        " no names or"
        " notes are stored."
    ),
    "Ingen bok är inläst än.": "No record has been taken in yet.",
    "Inget sparas än.": "Nothing is stored yet.",
    "Inläst": "Taken in",
    "Klistra in rader i stället": "Paste lines instead",
    "Raderna med rubriker, kopierade ur bladet": "The lines with their heads, copied from the sheet",
    "Ta bort inläsningen": "Take it out",
    "Tidigare bok – Fältlogg": "Earlier record – Fältlogg",
    "De som loggade ser vad som ändrats och skälet. Antingen ändras alla eller ingen.": (
        "Those who logged see what has changed and the reason. Either all of them change or none."
    ),
    "Flera aktiviteter – Fältlogg": "Several activities – Fältlogg",
    "Gör det": "Do it",
    "Ingen aktivitet är vald.": "No activity is chosen.",
    "Kryssa för dem i listan": "Tick them in the list",
    "Organisation": "Organisation",
    "Ändrad sedan du valde den": "Changed since you chose it",
    "Den andra": "The second",
    "Den ena": "The first",
    "Fler visas när de här är avgjorda.": "More are shown when these are decided.",
    "Inget ser ut att vara loggat två gånger de senaste tolv månaderna.": (
        "Nothing looks as if it had been logged twice in the last twelve months."
    ),
    "Möjliga dubbletter": "Possible duplicates",
    "Möjliga dubbletter – Fältlogg": "Possible duplicates – Fältlogg",
    (
        "Samma typ och plats, högst 15 minuter mellan starterna, loggade av olika personer. Slås de"
        " ihop räknas de"
        " en gång, med bådas deltagare och organisationer. Behålls båda räknas båda, och paret"
        " visas inte igen."
    ): (
        "The same type and place, at most 15 minutes between the starts, logged by different"
        " people. Merged, they"
        " count once, with the participants and organisations of both. If both are kept both count,"
        " and the pair"
        " is not shown again."
    ),
    "Till aktiviteterna": "To the activities",
    "Detsamma på engelska": "The same in English",
    "En punkt mitt i ordet (·) visar var det får delas på smala skärmar: hastighets·kontroll.": (
        "A dot in the middle of a word (·) shows where it may be parted on narrow screens:"
        " hastighets·kontroll."
    ),
    "Inget löfte som gäller räknas efter ordet.": "No pledge that holds counts by the word.",
    "Känslig: visas bara som antal, aldrig i listor för andra": (
        "Sensitive: shown as numbers only, never in lists for others"
    ),
    "Ordet är ur bruk. Ingen telefon erbjuder det; det som är loggat med det räknas som förut.": (
        "The word is retired. No phone offers it; what was logged by it counts as before."
    ),
    "Ordlista": "Word list",
    "På engelska": "In English",
    "På svenska": "In Swedish",
    "Ta det ur bruk ändå": "Retire it all the same",
    "Ta i bruk igen": "Bring it back",
    "Ta ur bruk": "Retire",
    (
        "{0} åtaganden i löften som gäller räknas efter ordet. Tas det ur bruk loggas inget nytt"
        " som räknas där:"
    ): (
        "{0} commitments of pledges that hold count by the word. If it is retired nothing new is logged that"
        " counts there:"
    ),
    "· i löftesfiler:": "· in pledge files:",
    "Aktivitetstyper": "Types of activity",
    "Antal:": "Numbers:",
    "Fokus:": "Focus:",
    "Lägg till antal": "Add a number",
    "Lägg till fokus": "Add a focus",
    "Ny aktivitetstyp": "New type of activity",
    "Nytt slag": "New kind",
    (
        "Orden som telefonerna erbjuder och som löftenas regler nämner. Ett ord som inte ska"
        " användas mer tas ur"
        " bruk: det erbjuds inte, men allt som är loggat med det räknas som förut."
    ): (
        "The words that the phones offer and that the rules of the pledges name. A word that is not"
        " to be used any"
        " more is retired: it is not offered, but everything that was logged by it counts as before."
    ),
    "Ordlista – Fältlogg": "Word list – Fältlogg",
    "Slag av plats": "Kind of place",
    "Avsluta måndagsbrevet – Fältlogg": "End the Monday letter – Fältlogg",
    "Avsluta måndagsbrevet?": "End the Monday letter?",
    "Brevet är avslutat": "The letter is ended",
    "Då skickas inga fler brev till dig. Du kan be om det igen när du vill.": (
        "Then no more letters are sent to you. You may ask for them again whenever you like."
    ),
    "Inga fler måndagsbrev skickas till dig. Du kan be om det igen under Måndagsbrevet.": (
        "No more Monday letters are sent to you. You may ask for them again under The Monday letter."
    ),
    "Tidigare": "Earlier",
    "{0}: {1} blir {2}": "{0}: {1} become {2}",
    "Sida {0} av {1}": "Page {0} of {1}",
    "Bara på vissa platser": "At certain places only",
    "Tillsammans, riktad insats, antal deltagare, längd": "Together, targeted, number of people, length",
    "Slås den ihop med": "Merged with",
    "ändras:": "this changes:",
    "Det är samma plats ändå": "It is the same place all the same",
    "Till Måndagsbrevet": "To the Monday letter",
    "Du får brevet för att du har bett om det i Fältlogg.": (
        "You have this letter because you asked for it in Fältlogg."
    ),
}
