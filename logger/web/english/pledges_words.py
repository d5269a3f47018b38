"""What Python says of pledges: the coach, the forms, the versions."""

WORDS = {
    "Minst så många gånger": "At least so many times",
    "Så många gånger varje period": "So many times each period",
    "Timmar på plats varje vecka": "Hours of presence each week",
    "Varje plats, så många gånger": "Each place, so many times",
    "En årskurs eller grupp": "A school year or a group",
    "En summa av något som räknas": "A sum of something counted",
    " behöver en period: i snitt per vad?": " needs a period: on average over what?",
    " behöver en säsong bland regelns tider": " needs a season among the times of the rule",
    " behöver Perioden: i snitt per vad?": " needs The period: on average over what?",
    " behöver Säsongerna i räkneregeln": " needs The seasons in the counting rule",
    "Alternativen": "The alternatives",
    "Antalet deltagare": "The number of participants",
    "Antalet minuter": "The number of minutes",
    "Avslutat": "Over",
    "Borttaget": "Removed",
    "Början": "The start",
    "Dagen finns inte.": "The day does not exist.",
    "Dagen för undertecknandet": "The day of signing",
    "De ansvariga": "Those responsible",
    "Det korta namnet": "The short name",
    "Det är ungefär {0} i månaden.": "That is about {0} a month.",
    "Det är ungefär {0} i veckan.": "That is about {0} a week.",
    "Egen tid": "Its own time",
    "En paus eller ett ändrat mål saknar skäl. Medborgarna får läsa skälet.": (
        "A pause or a changed goal has no reason. Citizens get to read the reason."
    ),
    "En summa": "A sum",
    "Ersatt": "Replaced",
    "Ett annat åtagande heter så i filen.": "Another commitment is called that in the file.",
    "Ett tal varje månad": "A number each month",
    "Fokusområdena": "The focus areas",
    "Fokusområdet ”{0}” har inga åtaganden än.": "The focus area “{0}” has no commitments yet.",
    "Framlagd {0}": "Put forward {0}",
    "Genomförs en gång": "Done once",
    "Godkänt": "Approved",
    "hel": "whole",
    "hela": "whole",
    "Hela löftestiden": "The whole time of the pledge",
    "helt": "whole",
    "Högst två år åt gången.": "At most two years at a time.",
    "I snitt": "On average",
    "Ingen av aktivitetstyperna har det fokus som regeln kräver, så inget kommer att räknas.": (
        "None of the activity types has the focus that the rule demands, so nothing will count."
    ),
    "Ingen av aktivitetstyperna har det räkneverket, så summan blir alltid noll.": (
        "None of the activity types has that counter, so the sum is always zero."
    ),
    "Ingen dag i löftets tid räknas, så målet kan aldrig bedömas.": (
        "No day in the time of the promise counts, so the goal can never be scored."
    ),
    "Ingen hel period ryms i tiden, så målet kan aldrig bedömas. Välj en kortare period.": (
        "No whole period fits into the time, so the goal can never be scored. Choose a shorter period."
    ),
    "Ingen plats i registret passar regeln under löftets tid, så inget kommer att räknas.": (
        "No place in the register fits the rule during the time of the promise, so nothing will count."
    ),
    "Inte godkänd": "Not approved",
    "Klockslaget": "The hour",
    "Lokalpolisområde": "Local police district",
    "Lokalpolis\u00adområde": "Local police district",
    "Lägg till det första fokusområdet.": "Add the first focus area.",
    "Löpande, utan siffra": "Ongoing, without a number",
    "Målet": "The goal",
    "måste vara ett annat antal i total": "must be another number in total",
    "måste vara ett annat count, utan per, unit och in_addition_to": (
        "must be another count, without per, unit and in_addition_to"
    ),
    "Namnet": "The name",
    "Namnet får vara högst {0} tecken.": "The name may be at most {0} characters.",
    "Namnet i filen": "The name in the file",
    "Nej": "No",
    "Nytt": "New",
    "Närvaro: samtidig tid en gång": "Presence: simultaneous time once",
    "Något åtagande behöver ses över. Det står vid åtagandet vad som är fel.": (
        "A commitment needs looking over. Beside it stands what is wrong."
    ),
    "Olika dagar": "Different days",
    "Olika platser": "Different places",
    "Ordalydelsen": "The wording",
    "Ordalydelsen får vara högst {0} tecken.": "The wording may be at most {0} characters.",
    (
        "Orden säger att något ska öka, men löpande arbete bedöms aldrig. Det gör ett utgångsvärde, "
        "ett antal eller en milstolpe."
    ): (
        "The words say that something is to increase, but ongoing work is never scored. A baseline, a "
        "number or a milestone is."
    ),
    "Parterna": "The parties",
    "Paus ": "Pause ",
    "Perioden": "The period",
    "Platstyperna": "The kinds of place",
    (
        "En uppföljning godkänns när perioden är slut, så den första perioden har ingen. "
        "Pausa den, med skälet, så räknas den inte som missad."
    ): (
        "A follow-up is approved when its period is over, so the first period has none. "
        "Pause it, with the reason, and it does not count as missed."
    ),
    (
        "Regeln frågar bara efter vem: allt som de gör i kommunen räknas. "
        "Välj aktivitet, om löftet gäller något visst."
    ): (
        "The rule asks only for who: everything that they do in the municipality counts. "
        "Choose an activity, if the promise is about something in particular."
    ),
    "Regeln har inga villkor: alla aktiviteter i kommunen räknas.": (
        "The rule has no conditions: every activity in the municipality counts."
    ),
    (
        "Regeln pekar inte ut några platser att besöka, så målet kan aldrig bedömas. Välj platser "
        "eller ett slag."
    ): "The rule names no places to visit, so the goal can never be scored. Choose places or a kind.",
    "Räknas": "Counts",
    "Räknas inte: {0}": "Does not count: {0}",
    "Räkneregeln": "The counting rule",
    "Räkneverket": "The counter",
    "saknar värde": "has no value",
    "saknas": "is missing",
    "ska vara en dag som 1 juni, inte": "must be a day such as 1 June, not",
    "ska vara ett datum som 2021-06-30, inte": "must be a date such as 2021-06-30, not",
    "ska vara ett datum, inte": "must be a date, not",
    "ska vara ett klockslag från 00:00 till 23:59, inte": "must be an hour from 00:00 to 23:59, not",
    "ska vara ett klockslag som 18:00, inte": "must be an hour such as 18:00, not",
    "ska vara månad och dag som 06-01, inte": "must be month and day such as 06-01, not",
    "Skriv vad fokusområdet heter.": "Write what the focus area is called.",
    "Skriv vad löftet heter.": "Write what the pledge is called.",
    "skäl saknas": "no reason given",
    "Skälet": "The reason",
    "Skälet får vara högst {0} tecken.": "The reason may be at most {0} characters.",
    "Skälet ser ut att innehålla en personuppgift. Medborgarna läser det.": (
        "The reason seems to hold personal data. Citizens read it."
    ),
    "Slutet": "The end",
    "Slutet ligger före början.": "The end lies before the beginning.",
    "Säsongerna": "The seasons",
    "Sättet att räkna timmar": "The way of counting hours",
    "Talet": "The number",
    "Tiden": "The time",
    "Tillfällen": "Occasions",
    "Typerna": "The types",
    "Undantaget": "The exception",
    "Undantaget tar bort allt som regeln räknar.": "The exception takes away all that the rule counts.",
    "Undertecknat": "Signed",
    "Utförarna": "The performers",
    "Utgångsvärdet": "The baseline",
    "Utgår från": "Builds on",
    "Utöver": "In addition to",
    "Varje dag": "Each day",
    "Varje deltagares tid för sig": "Each participant’s time by itself",
    "Varje halvår": "Each half-year",
    "Varje kalenderår": "Each calendar year",
    "Varje kvartal": "Each quarter",
    "Varje löftesår": "Each year of the pledge",
    "Varje plats": "Each place",
    "Varje säsong": "Each season",
    "Varje säsong i regeln": "Each season of the rule",
    "Varje tertial": "Each four-month period",
    "version {0}": "version {0}",
    "Väntar på godkännande": "Waits for approval",
    "{0} bedöms, sammanlagt minst {1}.": "{0} are scored, at least {1} in all.",
    "{0} räknas, {1} gör det inte.": "{0} count, {1} do not.",
    "Ändrat": "Changed",
    "är en tom lista": "is an empty list",
    "Åtagandena": "The commitments",
    "Ökas": "Increased",
    (
        "Ökas – från vad? Utan utgångsvärde går det aldrig att säga om löftet hölls. Skriv hur många "
        "det var under lika lång tid, eller välj ett antal, en milstolpe eller löpande."
    ): (
        "Increased – from what? Without a baseline it can never be said whether the promise was kept. "
        "Write how many there were in an equally long time, or choose a number, a milestone or "
        "ongoing."
    ),
}
