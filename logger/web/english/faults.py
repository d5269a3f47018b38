"""What is wrong with a field of a form or a line of a sheet."""

WORDS = {
    "Urvalet har {0} aktiviteter, och högst {1} ändras på en gång. Välj en kortare tid.": (
        "The search finds {0} activities, and at most {1} are changed at once. Choose a shorter time."
    ),
    "Administratör": "Administrator",
    "aktivitetstyp": "type of activity",
    "Antal ska vara heltal från 0 till {0}.": "Numbers must be whole, from 0 to {0}.",
    "Antalet ”{0}” är inget helt tal.": "The number “{0}” is not whole.",
    "Boken är för stor. Spara bara bladet med raderna som CSV.": (
        "The book is too large. Save the sheet with the lines alone as CSV."
    ),
    "Dagen har inte varit än.": "The day has not been yet.",
    "Dagen ligger utanför löftets tid.": "The day lies outside the time of the pledge.",
    "Datum saknas.": "There is no date.",
    "Datumet ”{0}” går inte att läsa. Skriv det som 2021-05-03, maj 2021 eller 2021.": (
        "The date “{0}” cannot be read. Write it as 2021-05-03, maj 2021 or 2021."
    ),
    "Deltagare utan namn ska vara ett heltal från 0 till {0}.": (
        "Participants without a name must be a whole number from 0 to {0}."
    ),
    "Den som loggade hör till en organisation som saknas här.": (
        "The one who logged it belongs to an organisation that is missing here."
    ),
    "En annan plats heter så redan.": "Another place is called so already.",
    "Ett annat ord heter så. Är det taget ur bruk kan det tas i bruk igen.": (
        "Another word is called so. If it is retired it can be brought back."
    ),
    "Filen är för stor. Spara bara bladet med raderna, eller dela upp den.": (
        "The file is too large. Save the sheet with the lines alone, or divide it."
    ),
    "Filen är i ett äldre Excelformat. Spara den som .xlsx och välj den igen.": (
        "The file is in an older Excel format. Save it as .xlsx and choose it again."
    ),
    "Filen är ingen CSV som går att läsa. Spara den som .xlsx i stället.": (
        "The file is no CSV that can be read. Save it as .xlsx instead."
    ),
    "Filen är ingen Excelbok som går att läsa. Spara om den, eller ta CSV.": (
        "The file is no Excel book that can be read. Save it anew, or take CSV."
    ),
    "Filen är ingen vanlig Excelbok. Spara bladet som CSV.": (
        "The file is no ordinary Excel book. Save the sheet as CSV."
    ),
    "Filen är varken Excel (.xlsx) eller CSV.": "The file is neither Excel (.xlsx) nor CSV.",
    "Fältarbetare i kommunen": "Municipal field worker",
    "Går inte att läsa ({0}).": "Cannot be read ({0}).",
    "Högst {0} gånger.": "At most {0} times.",
    "Högst {0} namn.": "At most {0} names.",
    "Högst {0} tecken.": "At most {0} characters.",
    "Källan får vara högst {0} tecken.": "The source may have at most {0} characters.",
    "Källan ser ut att innehålla en personuppgift.": "The source looks as if it held personal data.",
    "Lokalpolisområdeschef": "Chief of the local police district",
    "Löftet gäller inte då.": "The pledge does not hold then.",
    "Lösenordet behöver minst {0} tecken.": "The password needs at least {0} characters.",
    "Lösenordet får ha högst {0} tecken.": "The password may have at most {0} characters.",
    "Lösenordet är ett av dem som alla provar först. Välj ett annat.": (
        "The password is one of those that everyone tries first. Choose another."
    ),
    "Mellan 1 och 31 gånger.": "Between 1 and 31 times.",
    "Månaden har inte börjat än.": "The month has not begun yet.",
    "Månaden ligger utanför löftets tid.": "The month lies outside the time of the pledge.",
    "Namnet ska ha 1 till {0} tecken.": "The name must have 1 to {0} characters.",
    "Någon del har fel form eller står två gånger.": "A part of it has the wrong form or stands twice.",
    "Något slag finns inte.": "One of the kinds does not exist.",
    "Okänt fält.": "Unknown field.",
    "Polis i yttre tjänst": "Police officer in the field",
    "Samordnare": "Coordinator",
    "Ser ut att innehålla en personuppgift.": "It looks as if it held personal data.",
    "Ser ut att innehålla en personuppgift. Det som skrivs här blir offentligt.": (
        "It looks as if it held personal data. What is written here becomes public."
    ),
    "Siffrorna kan publiceras från och med {0}.": "The figures can be published from {0} on.",
    "Ska vara en lista med {0} till {1} delar.": "Must be a list of {0} to {1} parts.",
    "Ska vara en tid med datum, klockslag och tidszon.": "Must be a time with date, hour and time zone.",
    "Ska vara ett heltal från {0} till {1}.": "Must be a whole number from {0} to {1}.",
    "Ska vara klockans läge.": "Must be the state of the clock.",
    "Ska vara namn med antal.": "Must be names with numbers.",
    "Ska vara text, högst {0} tecken.": "Must be text, at most {0} characters.",
    "Skriv första och sista dagen så: 1 juni.": "Write the first and the last day so: 1 June.",
    "Skriv hur många som svarade, minst en.": "Write how many answered, at least one.",
    "Skriv när det var.": "Write when it was.",
    "Skriv ordet.": "Write the word.",
    "Skriv vad platsen heter.": "Write what the place is called.",
    "Skriv vad som frågades eller mättes.": "Write what was asked or measured.",
    "Skriv vad som ska göras, eller välj en typ.": "Write what is to be done, or choose a type.",
    "Skriv vad som ska göras.": "Write what is to be done.",
    "Skriv var det går att se, till exempel en rapport eller ett protokoll.": (
        "Write where it can be seen, for example in a report or in minutes."
    ),
    "Skriv varför det bedöms så.": "Write why it is judged so.",
    "Skriv varför, innan uppföljningen läggs fram.": "Write why, before the follow-up is put forward.",
    "Skriv varför.": "Write why.",
    "Skriv varifrån siffran kommer.": "Write where the number comes from.",
    "Slutet ”{0}” ligger före början.": "The end “{0}” comes before the start.",
    "Tiden ”{0}” går inte att läsa. Skriv den som 1,5 eller 1:30.": (
        "The time “{0}” cannot be read. Write it as 1,5 or 1:30."
    ),
    "Typ av aktivitet saknas.": "There is no type of activity.",
    "Välj en annan plats.": "Choose another place.",
    "Välj en fil, eller klistra in raderna.": "Choose a file, or paste the lines.",
    "Välj en plats i listan.": "Choose a place in the list.",
    "Välj en typ i listan.": "Choose a type in the list.",
    "Välj en veckodag.": "Choose a weekday.",
    "Välj ett åtagande i löftet.": "Choose a commitment of the pledge.",
    "Välj vad ”{0}” ska bli.": "Choose what “{0}” is to become.",
    "Välj vem som gör det.": "Choose who does it.",
    "Skriv en dag som finns, eller ingen.": "Write a day that exists, or none.",
    "Är inget av det som går att välja.": "Is none of what can be chosen.",
    "Åtagandet redovisas inte med månadssiffror.": "The commitment is not told in monthly numbers.",
    "Åtagandet är ingen milstolpe.": "The commitment is no milestone.",
}
