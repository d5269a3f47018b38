"""The hall of the site: the frame, signing in, dates, what installs the phone."""

WORDS = {
    ", kan saknas": ", may be missing",
    ". Allt som inte går svaras med": ". Every refusal is answered with",
    "; nyckeln görs med": "; the key is made by",
    "Adresser": "Addresses",
    "Alternativ {0}": "Alternative {0}",
    "andra halvåret": "second half of",
    "application/problem+json": "application/problem+json",
    "apr": "Apr",
    "april": "April",
    "aug": "Aug",
    "augusti": "August",
    "Authorization: Bearer …": "Authorization: Bearer …",
    "Avvisa": "Refuse",
    "Bara på vissa platser": "At certain places only",
    "Bedöms inte": "Not scored",
    "Behöver bli bättre": "Needs to get better",
    "Beskrivningen i OpenAPI 3.1": "The description in OpenAPI 3.1",
    "Bevaka": "Watch",
    "Dagen efter": "The day after",
    "Dagen före": "The day before",
    "Byt lösenord": "Change password",
    "Byt lösenord – Fältlogg": "Change password – Fältlogg",
    "dec": "Dec",
    "december": "December",
    "Delvis hållet": "Partly kept",
    "Demo: löftena står som de undertecknades, men alla aktiviteter är påhittade.": (
        "Demo: the promises stand as they were signed, but all activities are invented."
    ),
    (
        "Demo: löftena är de som undertecknades för {0}, omdaterade till {1}. Alla aktiviteter är påhittade."
    ): "Demo: the promises are those signed for {0}, re-dated to {1}. All activities are invented.",
    "Det datumet går inte att visa. Här är läget till och med {0}.": (
        "That date cannot be shown. This is the status up to and including {0}."
    ),
    "Det du har loggat på telefonen ligger kvar och skickas när du har loggat in.": (
        "What you have logged stays on the phone and is sent when you have signed in."
    ),
    "E-post": "E-mail",
    "Efter": "Behind",
    (
        "Ett medborgarlöfte är vad Polisen och kommunen lovar dem som bor i kommunen. Siffrorna "
        "räknas ur aktiviteter som loggas när de är gjorda, efter regler som står vid varje löfte."
    ): (
        "A citizen pledge is what the police and the municipality promise those who live there. The "
        "figures are counted from activities that are logged when they are done, by the rule beside "
        "each promise. The promises themselves stand in Swedish, as they were signed."
    ),
    "feb": "Feb",
    "februari": "February",
    "flask --app app token create": "flask --app app token create",
    "Former": "Shapes",
    "fre": "Fri",
    "fredag": "Friday",
    "Frågar du någon om felet, säg numret": "If you ask somebody about this, give the number",
    "färre än {0}": "fewer than {0}",
    "första halvåret": "first half of",
    "Gränssnitt för program": "Interface for programs",
    "Gränssnitt för program – Fältlogg": "Interface for programs – Fältlogg",
    "Går bra": "Going well",
    "Går delvis": "Going partly well",
    "hållna": "kept",
    "i adressen": "in the address",
    "I dag": "Today",
    "i frågan": "in the query",
    "i huvudet": "in the header",
    "I takt": "On pace",
    "Ingen period": "No period",
    "inget": "no",
    "Inte börjat": "Not started",
    "Inte hållet": "Not kept",
    "Inte klart": "Not done",
    "jan": "Jan",
    "januari": "January",
    "jul": "Jul",
    "juli": "July",
    "jun": "Jun",
    "juni": "June",
    "K": "Q",
    "Klart": "Done",
    "kvartal": "quarter",
    "Känt sedan {0}.": "Known since {0}.",
    "Lösenordet är bytt. Alla andra inloggningar är avslutade.": (
        "The password has been changed. All other sign-ins have ended."
    ),
    "Nuvarande lösenord": "Current password",
    "Nytt lösenord en gång till": "New password once more",
    "Nytt lösenord, minst 12 tecken": "New password, at least 12 characters",
    "{0}, du loggas ut överallt utom här. Det du har loggat på telefonen ligger kvar.": (
        "{0}, you will be signed out everywhere but here. What you have logged on the phone stays there."
    ),
    "Logga det som gjorts för medborgarlöftet, med eller utan nät.": (
        "Log what has been done for the citizen pledge, with or without network."
    ),
    "Logga in": "Sign in",
    "Logga in – Fältlogg": "Sign in – Fältlogg",
    "Logga ut": "Sign out",
    "Läget": "Figures",
    "Löften i {0}": "Pledges in {0}",
    "Löftets sista dag": "The last day of the pledge",
    "lör": "Sat",
    "Lösenord": "Password",
    "maj": "May",
    "mar": "Mar",
    "mars": "March",
    "Mina": "Mine",
    "Minst så många deltagare": "At least so many participants",
    "Minst så många minuter": "At least so many minutes",
    "mån": "Mon",
    "nov": "Nov",
    "november": "November",
    "Ny aktivitet": "New activity",
    "och": "and",
    "och en fast kod.": "and a fixed code.",
    "okt": "Oct",
    "oktober": "October",
    "ons": "Wed",
    "onsdag": "Wednesday",
    "Platsen är utpekad av medborgare": "The place is flagged by citizens",
    "Pågår": "Under way",
    "redovisade": "reported",
    (
        "Samma löften, siffror och aktiviteter som på sidorna, som JSON. Ett program visar sin nyckel "
        "i huvudet"
    ): (
        "The same pledges, figures and activities as on the pages, as JSON. A program shows its key "
        "in the header"
    ),
    "sep": "Sep",
    "september": "September",
    "Sidor": "Pages",
    "Skickas": "Is sent",
    "Svar": "Answer",
    "Stäng": "Close",
    "sön": "Sun",
    "Till innehållet": "Skip to the content",
    "Till och med {0}": "Up to and including {0}",
    "Till startsidan": "To the start page",
    "Tillsammans av alla dessa": "Together by all of these",
    "Tillsammans, riktad insats, antal deltagare, längd": "Together, targeted, number of people, length",
    "timmar": "hours",
    "tis": "Tue",
    "tisdag": "Tuesday",
    "tors": "Thu",
    "torsdag": "Thursday",
    "Uppföljning": "Follow-up",
    "Uppgifter om platser, milstolpar eller månadssiffror har ändrats.": (
        "Facts about places, milestones or monthly figures have changed."
    ),
    "Utförd av någon av": "Done by any of",
    "Utom": "Except",
    "vecka": "week",
    "Visa läget till och med": "Show the status up to and including",
    "Visa perioden": "Show the period",
    "visas inte": "not shown",
    "{0} har blivit {1}.": "{0} has become {1}.",
    "{0} kom in efter frysningen": "{0} came in after the figures were frozen",
    "{0} räknas inte längre": "{0} no longer counted",
    "{0} står kvar, med en annan siffra i {1}.": "{0} stands, with another figure in {1}.",
    "{0} står kvar, men läget är ett annat.": "{0} stands, but the status is another.",
    "{0} t.o.m. {1}": "{0} by {1}",
    "{0} ändrades efter frysningen": "{0} changed after the figures were frozen",
    "{0} över": "{0} over",
    "{0}/vecka": "{0} a week",
}
