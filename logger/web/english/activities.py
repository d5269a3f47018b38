"""Activities on their pages: the list, one opened, what is held, books kept before."""

WORDS = {
    "Till listan": "To the list",
    "Ja, jag menar alla: {0}": "Yes, I mean all of them: {0}",
    ", och {0} med fel": ", and {0} with faults",
    ". Inget sparas förrän du trycker på Läs in.": ". Nothing is stored until you press Take in.",
    "Aktiviteter {0} – Fältlogg": "Activities {0} – Fältlogg",
    "Aktiviteterna i boken": "The activities in the record",
    "Antal · tid": "Number · time",
    "Anteckning": "Note",
    "Att avgöra – Fältlogg": "To decide – Fältlogg",
    "att titta på. Båda räknas tills någon avgör.": "to look at. Both count until somebody decides.",
    "Avbruten": "Interrupted",
    "Avvisa posten": "Refuse the entry",
    "Behåll den andra": "Keep the other one",
    "Behåll den här": "Keep this one",
    "Bladet, som Excel (.xlsx) eller CSV": "The sheet, as Excel (.xlsx) or CSV",
    "Blir": "Becomes",
    "Boken har inga platser.": "The record has no places.",
    "Började": "Started",
    "De som loggade ser vad som ändrats och skälet. Antingen ändras alla eller ingen.": (
        "Those who logged see what has changed and the reason. Either all of them change or none."
    ),
    "Deltog": "Took part",
    "Den andra": "The second",
    "Den ena": "The first",
    (
        "Den som behålls får bådas deltagare och organisationer, och har kvar sin anteckning. Den andra "
        "stryks och visar dit."
    ): (
        "The one that is kept gets the participants and organisations of both, and keeps its note. The "
        "other is struck out and points to it."
    ),
    "Den som loggade ser rättelsen och skälet. Deltagare och anteckning ändras inte.": (
        "Whoever logged it sees the correction and the reason. Participants and note are not changed."
    ),
    "Det här gäller nu": "This is what stands now",
    (
        "Det som fördes i Excel innan. Det visas för sig, som uppskattat, och räknas aldrig ihop med "
        "det som är loggat."
    ): (
        "What was kept in Excel before. It is shown apart, as estimated, and is never added to what "
        "is logged."
    ),
    "Du kan spärra din egen telefon här. Andras spärrar administratören.": (
        "You can block your own phone here. The administrator blocks those of others."
    ),
    "Du ser de aktiviteter som du själv har loggat.": (
        "You see the activities that you have logged yourself."
    ),
    "En annan organisation har loggat den. Deltagare och anteckning visas bara där.": (
        "Another organisation logged it. Participants and note are shown only there."
    ),
    "En struken post räknas inte. Den och dess historik finns kvar.": (
        "An entry that is struck out does not count. It and its history remain."
    ),
    "Fler visas när de här är avgjorda.": "More are shown when these are decided.",
    "Flera aktiviteter – Fältlogg": "Several activities – Fältlogg",
    (
        "Fråga efter dem på enheten. Det räcker att öppna appen där det finns nät, så skickas det som väntar."
    ): (
        "Ask for them at the unit. It is enough to open the app where there is network, and what "
        "waits is sent."
    ),
    "Granska": "Look through",
    "Granska boken": "Look through the record",
    "Granska boken – Fältlogg": "Look through the record – Fältlogg",
    "Granska igen": "Look again",
    "Gäller nu": "Stands now",
    "Gör det": "Do it",
    "Gör något med de valda": "Do something about those chosen",
    "Gör något med flera": "Do something about several",
    "Historik": "History",
    "Hoppa över de raderna": "Leave those lines out",
    (
        "Högst 2 000 rader. Det första bladet läses. Rubrikerna Datum och Aktivitet behövs; Plats, "
        "Antal, Timmar, Vem och Till och med läses om de finns. Andra kolumner läses inte, och inga "
        "namn eller anteckningar sparas."
    ): (
        "At most 2,000 lines. The first sheet is read. The heads Datum and Aktivitet are needed; "
        "Plats, Antal, Timmar, Vem and Till och med are read if they are there. Other columns are not "
        "read, and no names or notes are stored."
    ),
    "I boken": "In the record",
    "Inga fler här.": "No more here.",
    "Ingen aktivitet är vald.": "No activity is chosen.",
    "Ingen bok är inläst än.": "No record has been taken in yet.",
    "Ingen i din organisation har loggat från en telefon här än.": (
        "Nobody in your organisation has logged from a phone here yet."
    ),
    "Inget mer väntar.": "Nothing more is waiting.",
    "Inget ser ut att vara loggat två gånger de senaste tolv månaderna.": (
        "Nothing looks as if it had been logged twice in the last twelve months."
    ),
    "Inget sparas än.": "Nothing is stored yet.",
    "Inget väntar på dig.": "Nothing is waiting for you.",
    "Inget är loggat som passar valet.": "Nothing is logged that fits the choice.",
    "Inläst": "Taken in",
    "Kan vara samma tillfälle": "May be the same occasion",
    "Klistra in rader i stället": "Paste lines instead",
    "Kryssa för dem i listan": "Tick them in the list",
    (
        "Listan är till för att hitta poster som inte har kommit fram, aldrig för att följa "
        "människor: den visar inte vems en telefon är."
    ): (
        "The list is for finding entries that have not arrived, never for following people: it does "
        "not show whose a phone is."
    ),
    "Läs in": "Take in",
    "Läses inte in": "Not taken in",
    "Läses inte: {0}.": "Not read: {0}.",
    "Möjliga dubbletter": "Possible duplicates",
    "Möjliga dubbletter – Fältlogg": "Possible duplicates – Fältlogg",
    "När började den?": "When did it start?",
    "När slutade den?": "When did it end?",
    "Och {0} till, se raderna nedan.": "And {0} more, see the lines below.",
    "Om boken": "About the record",
    "Organisation": "Organisation",
    "Plats, typ eller organisation": "Place, type or organisation",
    "Platserna i boken": "The places in the record",
    "Posten som den uppgick i": "The entry that it was merged into",
    (
        "Poster som har kommit fram men inte räknas än. Det du tar emot räknas som loggat av den som "
        "skickade det."
    ): (
        "Entries that have arrived but do not count yet. What you take in counts as logged by whoever "
        "sent it."
    ),
    "Rad": "Line",
    "Rad för rad": "Line by line",
    "Rad {0}: {1}": "Line {0}: {1}",
    "Raderna med rubriker, kopierade ur bladet": "The lines with their heads, copied from the sheet",
    "Läses bara hos {0}": "Read only at {0}",
    "olika": "not the same",
    "Rensa": "Clear",
    "Räknas inte mot något löfte.": "Counts towards no promise.",
    "Räknas mot": "Counts towards",
    "Rätta": "Correct",
    "Rätta {0} – Fältlogg": "Correct {0} – Fältlogg",
    "Samma tillfälle, loggat av två.": "The same occasion, logged by two.",
    (
        "Samma typ och plats, högst 15 minuter mellan starterna, loggade av olika personer. Slås de "
        "ihop räknas de en gång, med bådas deltagare och organisationer. Den som behålls har "
        "kvar sin anteckning. Behålls båda räknas båda, och paret visas inte igen."
    ): (
        "The same type and place, at most 15 minutes between the starts, logged by different people. "
        "Merged, they count once, with the participants and organisations of both. The one "
        "that is kept keeps its note. If both are kept both count, and the pair is not shown again."
    ),
    "Samma typ och plats, nästan samma tid, loggade av olika personer. Alla räknas tills de slås ihop.": (
        "The same type and place, nearly the same time, logged by different people. All count until "
        "they are merged."
    ),
    "Slutade": "Ended",
    "Som den loggades": "As it was logged",
    "Spara rättelsen": "Save the correction",
    "Spara urvalet:": "Save these:",
    "Spärra": "Block",
    "Spärra telefonen": "Block the phone",
    "Spärra {0} – Fältlogg": "Block {0} – Fältlogg",
    "Spärra {0}?": "Block {0}?",
    "Stryk": "Strike out",
    "Stryk posten": "Strike out the entry",
    "Så här läses den: {0}": "This is how it is read: {0}",
    "Sök": "Search",
    "Ta bort inläsningen": "Take it out",
    "Ta emot": "Take in",
    "Ta emot utan anteckningen": "Take in without the note",
    (
        "Telefonen får inte skicka mer, och det går inte att ångra. Det som har kommit fram påverkas "
        "inte. Det som ligger kvar på telefonen kan sparas till en fil där."
    ): (
        "The phone may send no more, and it cannot be undone. What has arrived is not affected. What "
        "remains on the phone can be saved to a file there."
    ),
    "Telefoner – Fältlogg": "Phones – Fältlogg",
    "Tidigare bok": "Earlier record",
    "Tidigare bok – Fältlogg": "Earlier record – Fältlogg",
    "Till aktiviteterna": "To the activities",
    "Till början": "To the beginning",
    "Typ": "Type",
    "Tysta telefoner": "Silent phones",
    "Uppgift": "Fact",
    "Varför avvisas den?": "Why is it refused?",
    "Varför rättas den?": "Why is it corrected?",
    "Vem gjorde det, där boken inte säger det?": "Who did it, where the record does not say?",
    "Vilken bok är det? Till exempel Polisens Excelbok 2021": (
        "Which record is it? For example the Excel book of the police, 2021"
    ),
    "Välj aktiviteter": "Choose activities",
    "Välj alla på sidan": "Choose all on the page",
    "Välj ingen": "Choose none",
    "{0} med fel": "{0} with faults",
    "{0} väntar på telefonen.": "{0} wait for the phone.",
    "{0} · kom {1} · {2}": "{0} · came {1} · {2}",
    "Ändrad sedan du valde den": "Changed since you chose it",
    "Ändrat av samordnare": "Changed by a coordinator",
    "Öppna den andra": "Open the other one",
    "Övriga, utan namn": "Others, without names",
}
