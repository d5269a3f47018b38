"""The pages of those who follow up: what their modules say."""

WORDS = {
    "När": "When",
    "Längd": "Length",
    "Föreslagen plats": "Proposed place",
    "Loggad": "Logged",
    "Struken": "Struck out",
    "Mottagen efter att ha väntat på beslut": "Taken in after waiting for a decision",
    "Uppgått i en annan": "Merged into another",
    "Ändrad": "Changed",
    "Ångrad": "Taken back",
    "Rättad": "Corrected",
    "Sammanslagen med en annan": "Merged with another",
    "Något som inte gick att läsa": "Something that could not be read",
    "togs inte emot": "was not taken in",
    "krockade med en annan ändring": "collided with another change",
    "väntar på den som loggade": "waits for whoever logged it",
    "från telefon": "from a phone",
    "inläst från fil": "read in from a file",
    "påhittad för demon": "invented for the demo",
    "{0} utan namn": "{0} without a name",
    "Räknas redan mot det löfte som detta är utöver": (
        "Counts already towards the promise that this one is in addition to"
    ),
    "Därför räknas den inte mot {0}": "Why it does not count towards {0}",
    "Loggad av": "Logged by",
    "Aktiviteten är ångrad och räknas inte.": "The activity has been taken back and does not count.",
    "Aktiviteten är struken och räknas inte.": "The activity has been struck out and does not count.",
    "samtidigt, räknas en gång": "at the same time, counts once",
    "samma dag, räknas en gång": "the same day, counts once",
    "samma plats, räknas en gång": "the same place, counts once",
    "redan klart med en tidigare": "done already by an earlier one",
    "fler behövs på platsen": "more are needed at the place",
    "inget antal angivet": "no number given",
    "utan plats": "without a place",
    "den är struken": "it has been struck out",
    "den avbröts, och är då närvaro men inget tillfälle": (
        "it was interrupted, and is then presence but no occasion"
    ),
    "det är en annan typ av aktivitet": "it is another type of activity",
    "den hade ett annat fokus": "it had another focus",
    "den utfördes av någon annan": "somebody else did it",
    "den gjordes inte tillsammans": "it was not done together",
    "den var ingen riktad insats": "it was no targeted operation",
    "för få deltog": "too few took part",
    "den var för kort": "it was too short",
    "den var på en annan plats": "it was at another place",
    "den var på en annan sorts plats": "it was at another kind of place",
    "platsen var inte utpekad av medborgare den dagen": "the place was not flagged by citizens that day",
    "den uppfyller inget av regelns alternativ": "it meets none of the alternatives of the rule",
    "regeln undantar den": "the rule makes an exception of it",
    "den låg utanför regelns tider": "it was outside the times of the rule",
    "den låg utanför löftets tid": "it was outside the time of the promise",
    "den saknar sluttid och ger inga timmar": "it has no end and gives no hours",
    "löftet redovisas i antal per månad": "the promise is told by a number a month",
    "Det datumet går inte att visa. Här är läget till och med {0}.": (
        "That date cannot be shown. This is the status up to and including {0}."
    ),
    "I dag": "Today",
    "Löftets sista dag": "The last day of the pledge",
    "Missades senast: {0}": "Missed last: {0}",
    "{0} i veckan de senaste {1} veckorna, {2} behövs": "{0} a week in the last {1} weeks, {2} needed",
    "Ska vara genomfört senast {0}": "To be done by {0}",
    "{0} liknande aktiviteter räknas inte, oftast: {1}": (
        "{0} similar activities do not count, most often: {1}"
    ),
    "Inget är gjort sedan {0}": "Nothing has been done since {0}",
    "Inget är gjort än": "Nothing has been done yet",
    "1 liknande aktivitet räknas inte: {0}": "1 similar activity does not count: {0}",
    "Det är ungefär {0} i veckan.": "That is about {0} a week.",
    "Det är ungefär {0} i månaden.": "That is about {0} a month.",
    "{0} bedöms, sammanlagt minst {1}.": "{0} are scored, at least {1} in all.",
    "hela": "whole",
    "hel": "whole",
    "helt": "whole",
    (
        "Ökas – från vad? Utan utgångsvärde går det aldrig att säga om löftet hölls. Skriv "
        "hur många det var under lika lång tid, eller välj ett antal, en milstolpe eller "
        "löpande."
    ): (
        "Increased – from what? Without a baseline it can never be said whether the promise "
        "was kept. Write how many there were in an equally long time, or choose a number, a "
        "milestone or ongoing."
    ),
    (
        "Orden säger att något ska öka, men löpande arbete bedöms aldrig. Det gör ett "
        "utgångsvärde, ett antal eller en milstolpe."
    ): (
        "The words say that something is to increase, but ongoing work is never scored. A "
        "baseline, a number or a milestone is."
    ),
    "Ingen hel period ryms i tiden, så målet kan aldrig bedömas. Välj en kortare period.": (
        "No whole period fits into the time, so the goal can never be scored. Choose a shorter period."
    ),
    "Ingen dag i löftets tid räknas, så målet kan aldrig bedömas.": (
        "No day in the time of the promise counts, so the goal can never be scored."
    ),
    (
        "Regeln pekar inte ut några platser att besöka, så målet kan aldrig bedömas. Välj "
        "platser eller ett slag."
    ): ("The rule names no places to visit, so the goal can never be scored. Choose places or a kind."),
    "Ingen plats i registret passar regeln under löftets tid, så inget kommer att räknas.": (
        "No place in the register fits the rule during the time of the promise, so nothing will count."
    ),
    "Ingen av aktivitetstyperna har det fokus som regeln kräver, så inget kommer att räknas.": (
        "None of the activity types has the focus that the rule demands, so nothing will count."
    ),
    "Ingen av aktivitetstyperna har det räkneverket, så summan blir alltid noll.": (
        "None of the activity types has that counter, so the sum is always zero."
    ),
    "Undantaget tar bort allt som regeln räknar.": "The exception takes away all that the rule counts.",
    "Regeln har inga villkor: alla aktiviteter i kommunen räknas.": (
        "The rule has no conditions: every activity in the municipality counts."
    ),
    "En paus eller ett ändrat mål saknar skäl. Medborgarna får läsa skälet.": (
        "A pause or a changed goal has no reason. Citizens get to read the reason."
    ),
    "Ordalydelsen får vara högst {0} tecken.": "The wording may be at most {0} characters.",
    "Skälet får vara högst {0} tecken.": "The reason may be at most {0} characters.",
    "Skälet ser ut att innehålla en personuppgift. Medborgarna läser det.": (
        "The reason seems to hold personal data. Citizens read it."
    ),
    "{0}, inte utpekad {1}": "{0}, not flagged on {1}",
    "en enskild aktivitet": "a single activity",
    "minst {0}": "at least {0}",
    "antal per månad": "a number a month",
    "ingen plats": "no place",
    "ingen sort angiven": "no kind given",
    "ett av dem": "one of them",
    "inget av dem": "none of them",
    "undantas inte": "is no exception",
    "undantas": "is an exception",
    "inte {0}": "not {0}",
    "inget fokus": "no focus",
    "ingen sluttid": "no end",
    "Gäller posten": "The entry stands",
    "Genomförd": "Completed",
    "Typ av aktivitet": "Type of activity",
    "Utförd av": "Done by",
    "Tillsammans": "Together",
    "Deltagare": "Participants",
    "Sorts plats": "Kind of place",
    "Undantag": "Exception",
    "Regelns tider": "Times of the rule",
    "Sluttid": "End",
    "Redovisas": "Is told",
    "Något av alternativen": "One of the alternatives",
    "Löftets tid": "Time of the promise",
    "Inget löfte är godkänt än": "No pledge is approved yet",
    "Uppföljning": "Follow-up",
    "Närvaro": "Presence",
    "De andra {0} löftena": "The other {0} promises",
    "Det andra löftet": "The other promise",
    "behövs {0}": "{0} needed",
    "ligger efter eller behöver bevakas, i {0}.": "are behind or need watching, in {0}.",
    "Alla {0} löften": "All {0} promises",
    "{0} att avgöra": "{0} to decide",
    "Något åtagande behöver ses över. Det står vid åtagandet vad som är fel.": (
        "A commitment needs looking over. Beside it stands what is wrong."
    ),
    "Utgår från": "Builds on",
    "version {0}": "version {0}",
    "Lägg till det första fokusområdet.": "Add the first focus area.",
    "Fokusområdet ”{0}” har inga åtaganden än.": "The focus area “{0}” has no commitments yet.",
    "{0} som andra har loggat visas inte för dig, men ingår i siffran.": (
        "{0} that others have logged are not shown to you, but are in the figure."
    ),
    "Markerat som genomfört": "Marked as done",
    "Väntat till och med {0}: {1}.": "Expected up to and including {0}: {1}.",
    "Utförare: {0}": "Performers: {0}",
    "Räknat till och med": "Counted up to and including",
    "Behövs {0}.": "{0} needed.",
    "Ändrat mål": "Changed goal",
    "{0} från {1}: {2}": "{0} from {1}: {2}",
    "Ett annat åtagande heter så i filen.": "Another commitment is called that in the file.",
    "Räknas även mot {0}": "Also counts towards {0}",
    "Namnet får vara högst {0} tecken.": "The name may be at most {0} characters.",
    "Skriv vad löftet heter.": "Write what the pledge is called.",
    "En post som inte finns här": "An entry that is not here",
    (
        "Anteckningen eller namnet på den föreslagna platsen ser ut att innehålla en "
        "personuppgift. Båda är förseglade och visas inte här."
    ): (
        "The note or the name of the proposed place seems to hold personal data. Both are "
        "sealed and not shown here."
    ),
    "Anteckningen är förseglad: den ser ut att innehålla en personuppgift.": (
        "The note is sealed: it seems to hold personal data."
    ),
    "Väntar också på den som loggade, som kan skriva om den på telefonen.": (
        "Also waits for whoever logged it, who can write it anew on the phone."
    ),
    "Du har loggat den själv. Någon annan får avgöra den.": (
        "You logged it yourself. Somebody else has to decide it."
    ),
    "Det den ändrar finns inte här än.": "What it changes is not here yet.",
    "Posten har ändrats sedan dess. Titta på den som gäller innan du avvisar den här.": (
        "The entry has been changed since. Look at the one that stands before you refuse this one."
    ),
    "Anteckningen ser ut att innehålla en personuppgift. Den är förseglad och visas inte här.": (
        "The note seems to hold personal data. It is sealed and not shown here."
    ),
    "Telefonens klocka gick fel, så tiden stämmer inte.": (
        "The clock of the phone was wrong, so the time does not hold."
    ),
    "Den ändrar en post som själv har väntat.": "It changes an entry that has waited itself.",
    "Den kommer ur en räddningsfil från en annan telefon.": (
        "It comes out of a rescue file from another phone."
    ),
    "Den kommer från någon vars konto är avstängt.": "It comes from somebody whose account is closed.",
    "Ny post": "New entry",
    "Ändring": "Change to one",
    "Ångrar en post": "Takes an entry back",
    "Kastar en post": "Throws an entry away",
    "Den väntar på ett beslut.": "It is waiting for a decision.",
    "{0} är {1} × {2} av {3}{4}": "{0} is {1} × {2} of {3}{4}",
    "Utanför säsongen{0}. Dagarna räknas inte i takten.": (
        "Outside the season{0}. The days are not in the pace."
    ),
    ". {0} räknas inte": ". {0} does not count",
    "paus t.o.m. {0}": "paused until {0}",
    "ej säsong t.o.m. {0}": "out of season until {0}",
    "{0}. Dagarna räknas inte i takten.": "{0}. The days are not in the pace.",
    " till och med {0}": " up to and including {0}",
    " resten av löftet": " for the rest of the pledge",
    "tid utanför säsongen": "time outside the season",
    "säsongen är slut": "the season is over",
    "nr {0}": "no. {0}",
    "Okänd telefon": "Unknown phone",
    "spärrad {0}": "blocked {0}",
    "{0} från den här telefonen saknas": "{0} from this phone are missing",
    "{0} väntar på telefonen": "{0} wait on the phone",
    "före": "fast",
    "klockan går {0} {1}": "the clock is {0} {1}",
    "i går": "yesterday",
    "för {0} sedan": "{0} ago",
    "Aldrig, så vitt Fältlogg vet": "Never, as far as Fältlogg knows",
    "Senast besökt": "Last visited",
    "från {0}": "from {0}",
    "Lokalpolisområde": "Local police district",
    "Paus": "Pause",
    "Paus ": "Pause ",
    "skäl saknas": "no reason given",
    "Skriv vad fokusområdet heter.": "Write what the focus area is called.",
    "{0} av {1}": "{0} by {1}",
    "driften": "operations",
    "Godkänd {0}": "Approved {0}",
    "Nytt": "New",
    "Borttaget": "Removed",
    "Ändrat": "Changed",
    "Godkänt": "Approved",
    "Avslutat": "Over",
    "Ersatt": "Replaced",
    "Väntar på godkännande": "Waits for approval",
    "Inte godkänd": "Not approved",
    " utöver {0}": " in addition to {0}",
    "{0}, till och med {1}": "{0}, up to and including {1}",
    "Alla besökta: {0}": "All visited: {0}",
    "Varje plats besökt": "Every place visited",
    "Varje plats besökt varje {0}": "Every place visited each {0}",
    "Minst {0} där medborgare pekat ut problem": "At least {0} where citizens have pointed out problems",
    "Löpande, utan siffra i löftet": "Ongoing, without a number in the promise",
    "Välj plats": "Choose a place",
    "{0} att ta ställning till": "{0} to consider",
    "{0} på {1}": "{0} on {1}",
    "Den perioden går inte att visa. Den första dagen måste finnas och ligga före den sista.": (
        "That period cannot be shown. The first day must exist and lie before the last."
    ),
    "Kolumnen I perioden visar det som gjordes {0}. Annars läget {1}.": (
        "The column In the period shows what was done {0}. Elsewhere the status {1}."
    ),
    "Välj en period": "Choose a period",
    "Hela löftestiden": "The whole time of the pledge",
    "Tillfällen": "Occasions",
    "Närvaro: samtidig tid en gång": "Presence: simultaneous time once",
    "Timmar": "Hours",
    "Varje plats": "Each place",
    "En summa": "A sum",
    "Genomförs en gång": "Done once",
    "Löpande, utan siffra": "Ongoing, without a number",
    "Ökas": "Increased",
    "Ett tal varje månad": "A number each month",
    "Varje dag": "Each day",
    "Varje vecka": "Each week",
    "Varje kvartal": "Each quarter",
    "Varje tertial": "Each four-month period",
    "Varje månad": "Each month",
    "Varje halvår": "Each half-year",
    "Varje kalenderår": "Each calendar year",
    "Varje löftesår": "Each year of the pledge",
    "Varje säsong i regeln": "Each season of the rule",
    "Olika dagar": "Different days",
    "Olika platser": "Different places",
    "Varje deltagares tid för sig": "Each participant’s time by itself",
    "{0} de senaste {1} veckorna, {2} de {3} dessförinnan.": (
        "{0} in the last {1} weeks, {2} in the {3} before."
    ),
    "noll": "zero",
    "en": "one",
    "två": "two",
    "tre": "three",
    "fyra": "four",
    "fem": "five",
    "sex": "six",
    "sju": "seven",
    "åtta": "eight",
    "Dagen finns inte.": "The day does not exist.",
    "Slutet ligger före början.": "The end lies before the beginning.",
    "Högst två år åt gången.": "At most two years at a time.",
    "Räknas": "Counts",
    "{0} räknas, {1} gör det inte.": "{0} count, {1} do not.",
    "Räknas inte: {0}": "Does not count: {0}",
    "Räknas mot {0}: {1}.": "Counts towards {0}: {1}.",
    "Räknas inte mot {0}: {1}.": "Does not count towards {0}: {1}.",
    "Räknas inte mot {0}: den räknas redan mot {1}, som det här är utöver.": (
        "Does not count towards {0}: it counts already towards {1}, which this is in addition to."
    ),
    "Räknas mot {0}, men först efter {1}.": "Counts towards {0}, but only after {1}.",
    "Därför räknas den": "Why it counts",
    "Varför räknas den inte?": "Why does it not count?",
    "Samordnare": "Coordinator",
    "Lokalpolisområdeschef": "Chief of the local police district",
    "Polis i yttre tjänst": "Police officer in the field",
    "Fältarbetare i kommunen": "Municipal field worker",
    "Administratör": "Administrator",
    "Uppföljningen för {0} är godkänd och kan publiceras": (
        "The follow-up for {0} is approved and can be published"
    ),
    "Uppföljningen för {0} väntar på ditt godkännande": "The follow-up for {0} waits for your approval",
    "Ansvarig: {0}": "Responsible: {0}",
    "Aktiviteterna bakom {0}": "The activities behind {0}",
    "{0}: aktiviteterna bakom {1}": "{0}: the activities behind {1}",
    "Kvar: {0}": "Still to do: {0}",
    "Utpekad sedan {0}": "Flagged since {0}",
    "alla {0} mottagna": "all {0} received",
    "{0} mottagen": "{0} received",
    "{0} · sedan {1}": "{0} · since {1}",
    "riktad insats": "targeted operation",
    "Framlagd {0}": "Put forward {0}",
    "Undertecknat": "Signed",
    "Egen tid": "Its own time",
    "utpekad den dagen": "flagged that day",
    "andra veckodagar": "other weekdays",
    "Ja": "Yes",
    "Nej": "No",
    "Datumet går inte att läsa. Skriv det som 2021-09-14.": (
        "The date cannot be read. Write it as 2021-09-14."
    ),
    "De som gäller": "Those that stand",
    "Föreslagen: {0}": "Proposed: {0}",
    "Inläst {0}{1}": "Read in on {0}{1}",
    "Inställningar": "Settings",
    "Läs inte in de raderna": "Do not read those rows in",
    "Sista dagen ligger före den första.": "The last day lies before the first.",
    "Välj organisation": "Choose an organisation",
    "Välj organisationen.": "Choose the organisation.",
    "Välj platsen.": "Choose the place.",
    "Välj vad som ska göras.": "Choose what is to be done.",
    "av {0} timmar": "of {0} hours",
    "av {0} {1}": "of {0} {1}",
    " av {0}": " by {0}",
    "den här veckan": "this week",
    "inläst": "read in",
    "inlästa": "read in",
    "ligger delvis utanför löftet": "lies partly outside the pledge",
    "till {0}.": "until {0}.",
    "väntat i dag": "expected today",
    "väntat {0}": "expected {0}",
    ("{0} ligger i tid som också är loggad här, från {1}. De kan vara samma tillfällen som redan räknas."): (
        "{0} lie in time that is logged here too, from {1}. They may be the same occasions, counted already."
    ),
    "{0} {1} och bedöms inte.": "{0} {1} and is not scored.",
    "{0} är {1}.": "{0} {1}.",
    "{0}: har inte börjat": "{0}: has not started",
    "{0}: inga aktiviteter": "{0}: no activities",
    "Ångrade och strukna": "Taken back and struck out",
    " Hela löftet: {0} av {1}.": " The whole pledge: {0} of {1}.",
    "redan nu, perioden slutar {0}.": "already, the period ends {0}.",
    "{0} kvar": "{0} left",
    "Hela {0}": "All of {0}",
    "Hittills {0}": "So far {0}",
    "Ingen plats": "No place",
    "Alla typer": "All types",
    "Alla platser": "All places",
    "var paus": "was paused",
}
