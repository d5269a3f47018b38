"""What Python says of activities."""

WORDS = {
    "Gör något med alla {0}": "Do something about all {0}",
    "Kryssa för att alla ska ändras.": "Tick that all of them are to change.",
    "Visa {0} till": "Show {0} more",
    " av {0}": " by {0}",
    "{0} gäller inte längre och står inte här.": "{0} no longer in force, and not shown here.",
    "Aktiviteten är struken och räknas inte.": "The activity has been struck out and does not count.",
    "Aktiviteten är ångrad och räknas inte.": "The activity has been taken back and does not count.",
    "aktiviteter": "activities",
    "Alla": "Everyone",
    "Alla platser": "All places",
    "Alla typer": "All types",
    "alla {0} mottagna": "all {0} received",
    "Antal deltagare": "Number of participants",
    (
        "Anteckningen eller namnet på den föreslagna platsen ser ut att innehålla en personuppgift. "
        "Båda är förseglade och visas inte här."
    ): (
        "The note or the name of the proposed place seems to hold personal data. Both are sealed and "
        "not shown here."
    ),
    "Anteckningen ser ut att innehålla en personuppgift. Den är förseglad och visas inte här.": (
        "The note seems to hold personal data. It is sealed and not shown here."
    ),
    "Anteckningen är förseglad: den ser ut att innehålla en personuppgift.": (
        "The note is sealed: it seems to hold personal data."
    ),
    "Behåll båda": "Keep both",
    "Behåll den ena": "Keep the first",
    "Boken har fler än 150 olika typer eller platser. Dela upp den.": (
        "The record has more than 150 different types or places. Divide it."
    ),
    "Boken har fler än 2 000 rader. Dela upp den, till exempel ett år i taget.": (
        "The record has more than 2,000 lines. Divide it, for example into years."
    ),
    "Byt plats": "Change the place",
    "ca\u00a0{0}": "about\u00a0{0}",
    "Data i CSV": "Data as CSV",
    "Datum": "Date",
    "Datumet går inte att läsa. Skriv det som 2021-09-14.": (
        "The date cannot be read. Write it as 2021-09-14."
    ),
    "De som gäller": "Those that stand",
    "den avbröts, och är då närvaro men inget tillfälle": (
        "it was interrupted, and is then presence but no occasion"
    ),
    "den gjordes inte tillsammans": "it was not done together",
    "den hade ett annat fokus": "it had another focus",
    "Den kommer från någon vars konto är avstängt.": "It comes from somebody whose account is closed.",
    "Den kommer ur en räddningsfil från en annan telefon.": (
        "It comes out of a rescue file from another phone."
    ),
    "den låg utanför löftets tid": "it was outside the time of the promise",
    "den låg utanför regelns tider": "it was outside the times of the rule",
    "den saknar sluttid och ger inga timmar": "it has no end and gives no hours",
    "den uppfyller inget av regelns alternativ": "it meets none of the alternatives of the rule",
    "den utfördes av någon annan": "somebody else did it",
    "den var för kort": "it was too short",
    "den var ingen riktad insats": "it was no targeted operation",
    "den var på en annan plats": "it was at another place",
    "den var på en annan sorts plats": "it was at another kind of place",
    "Den väntar på ett beslut.": "It is waiting for a decision.",
    "Den ändrar en post som själv har väntat.": "It changes an entry that has waited itself.",
    "den är struken": "it has been struck out",
    "Det den ändrar finns inte här än.": "What it changes is not here yet.",
    "det är en annan typ av aktivitet": "it is another type of activity",
    "Du har loggat den själv. Någon annan får avgöra den.": (
        "You logged it yourself. Somebody else has to decide it."
    ),
    "Därför räknas den inte mot {0}": "Why it does not count towards {0}",
    "Därtill ca\u00a0{0} uppskattade enligt tidigare bok": (
        "Besides these about\u00a0{0} by an older record"
    ),
    "Därtill ca\u00a0{0}\u00a0timmar uppskattade enligt tidigare bok": (
        "Besides these about\u00a0{0}\u00a0hours by an older record"
    ),
    "En post som inte finns här": "An entry that is not here",
    "Gallrade {0} enligt {1}": "Disposed of on {0} by {1}",
    "fler behövs på platsen": "more are needed at the place",
    "från telefon": "from a phone",
    "för få deltog": "too few took part",
    "före": "fast",
    "Föreslagen plats": "Proposed place",
    "Föreslagen: {0}": "Proposed: {0}",
    "har fått en annan plats.": "moved to another place.",
    "har fått en organisation till.": "given one more organisation.",
    "Ingen plats": "No place",
    "Ingen rad med rubriker hittades. Den första raden ska ha minst Datum och Aktivitet.": (
        "No line of heads was found. The first line must have at least Datum and Aktivitet."
    ),
    "inget antal angivet": "no number given",
    "inläst": "read in",
    "inläst från fil": "read in from a file",
    "Inläst {0}{1}": "Read in on {0}{1}",
    "inlästa": "read in",
    "Ja": "Yes",
    "Kalkylblad": "Spreadsheet",
    "Kastar en post": "Throws an entry away",
    "klockan går {0} {1}": "the clock is {0} {1}",
    "krockade med en annan ändring": "collided with another change",
    "Loggad": "Logged",
    "Loggad av": "Logged by",
    "Lägg till en organisation som deltog": "Add an organisation that took part",
    "Läs inte in de raderna": "Do not read those rows in",
    "löftet redovisas i antal per månad": "the promise is told by a number a month",
    "Mottagen efter att ha väntat på beslut": "Taken in after waiting for a decision",
    "Märk som riktad insats": "Mark as targeted",
    "Namn och anteckning": "Names and note",
    "nr {0}": "no. {0}",
    "Ny post": "New entry",
    "När": "When",
    "Något som inte gick att läsa": "Something that could not be read",
    "Okänd telefon": "Unknown phone",
    "platsen var inte utpekad av medborgare den dagen": "the place was not flagged by citizens that day",
    "Post": "Entry",
    "Posten har ändrats sedan dess. Titta på den som gäller innan du avvisar den här.": (
        "The entry has been changed since. Look at the one that stands before you refuse this one."
    ),
    "påhittad för demon": "invented for the demo",
    "redan klart med en tidigare": "done already by an earlier one",
    "regeln undantar den": "the rule makes an exception of it",
    "riktad insats": "targeted operation",
    "Räknas redan mot det löfte som detta är utöver": (
        "Counts already towards the promise that this one is in addition to"
    ),
    "Räknas även mot {0}": "Also counts towards {0}",
    "Rättad": "Corrected",
    "samma dag, räknas en gång": "the same day, counts once",
    "samma plats, räknas en gång": "the same place, counts once",
    "Sammanslagen med en annan": "Merged with another",
    "delvis samtidigt, räknas en gång": "partly at the same time, counted once",
    "samtidigt, räknas en gång": "at the same time, counts once",
    "Sista dagen ligger före den första.": "The last day lies before the first.",
    "spärrad {0}": "blocked {0}",
    "Struken": "Struck out",
    "Stryk dem: de räknas inte, men finns kvar": "Strike them: they do not count, but stay to be seen",
    "Ta bort märket riktad insats": "Take the mark targeted away",
    "Telefonens klocka gick fel, så tiden stämmer inte.": (
        "The clock of the phone was wrong, so the time does not hold."
    ),
    "togs inte emot": "was not taken in",
    "Två olika tillfällen.": "Two different occasions.",
    "Uppgått i en annan": "Merged into another",
    "Utan plats": "Without a place",
    "utan plats": "without a place",
    "Vecka": "Week",
    "Välj organisation": "Choose an organisation",
    "Välj organisationen.": "Choose the organisation.",
    "Välj platsen.": "Choose the place.",
    "Välj vad som ska göras.": "Choose what is to be done.",
    "Väntar också på den som loggade, som kan skriva om den på telefonen.": (
        "Also waits for whoever logged it, who can write it anew on the phone."
    ),
    "väntar på den som loggade": "waits for whoever logged it",
    "{0} från den här telefonen saknas": "{0} from this phone are missing",
    "{0} ligger i tid som också är loggad här, från {1}. De kan vara samma tillfällen som redan räknas.": (
        "{0} lie in time that is logged here too, from {1}. They may be the same occasions, counted already."
    ),
    "{0} mottagen": "{0} received",
    "{0} utan namn": "{0} without a name",
    "{0} väntar på telefonen": "{0} wait on the phone",
    "{0} · sedan {1}": "{0} · since {1}",
    "{0} är {1}.": "{0} {1}.",
    "Ändrad": "Changed",
    "Ändring": "Change to one",
    "är inte längre märkt som riktad insats.": "is no longer marked as targeted.",
    "är inte längre märkta som riktad insats.": "are no longer marked as targeted.",
    "är märkt som riktad insats.": "is marked as targeted.",
    "är märkta som riktad insats.": "are marked as targeted.",
    "är struken.": "is struck.",
    "är strukna.": "are struck.",
    "ångrad": "taken back",
    "Ångrad": "Taken back",
    "Ångrade och strukna": "Taken back and struck out",
    "Ångrar en post": "Takes an entry back",
}
