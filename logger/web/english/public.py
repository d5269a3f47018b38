"""The pages for citizens."""

WORDS = {
    "Löften i {0}": "Pledges in {0}",
    "Medborgarlöften i {0}": "Citizen pledges in {0}",
    "Medborgarlöften i {0} – Fältlogg": "Citizen pledges in {0} – Fältlogg",
    "Inget löfte är publicerat än.": "No pledge has been published yet.",
    (
        "Ett medborgarlöfte är vad Polisen och kommunen lovar dem som bor i kommunen. Siffrorna räknas ur"
        " aktiviteter som loggas när de är gjorda, efter regler som står vid varje löfte."
    ): (
        "A citizen pledge is what the police and the municipality promise those who live there. The figures"
        " are counted from activities that are logged when they are done, by the rule beside each promise."
        " The promises themselves stand in Swedish, as they were signed."
    ),
    "{0} kommun och Polisen": "{0} municipality and the police",
    "Medborgarlöfte {0}": "Citizen pledge {0}",
    "Medborgarlöfte {0}: så gick det": "Citizen pledge {0}: how it went",
    "Medborgarlöfte {0}: så går det": "Citizen pledge {0}: how it is going",
    "Till och med {0}.": "Up to and including {0}.",
    "Läget för varje löfte": "How each promise stands",
    "Andra löften i {0}": "Other pledges in {0}",
    "Så räknar vi": "How we count",
    "Därtill ca\u00a0{0} uppskattade enligt tidigare bok": (
        "Besides these about\u00a0{0} by an older record"
    ),
    "Därtill ca\u00a0{0}\u00a0timmar uppskattade enligt tidigare bok": (
        "Besides these about\u00a0{0}\u00a0hours by an older record"
    ),
    "{0}. De räknas inte in i siffran.": "{0}. They are not in the figure.",
    "ca\u00a0{0}": "about\u00a0{0}",
    "Visa som tabell": "Show as a table",
    "Tid": "Time",
    "Hållna": "Kept",
    "Missade": "Missed",
    "Vilka missades": "Which were missed",
    "Hela tiden": "All the time",
    "inga": "none",
    "{0} timmar": "{0} hours",
    "{0}.": "{0}.",
    "{0} av {1} med mål är redan hållet.": "{0} of {1} with a goal is already kept.",
    "{0} av {1} med mål är redan hållna.": "{0} of {1} with a goal are already kept.",
    "{0} är i takt": "{0} on pace",
    "{0} pågår": "{0} under way",
    "{0} behöver bevakas": "{0} to watch",
    "{0} ligger efter": "{0} behind",
    "{0} hölls delvis": "{0} partly kept",
    "{0} hölls inte": "{0} not kept",
    "{0} har inte börjat": "{0} not started",
    "Bedöms inte: det finns inget utgångsvärde att jämföra med.": (
        "Not scored: there is no baseline to compare with."
    ),
    "Väntat hittills: {0}.": "Expected so far: {0}.",
    "Genomfört i {0}.": "Done in {0}.",
    "Genomfört.": "Done.",
    "Ska vara genomfört senast {0}.": "To be done by {0}.",
    "{0} missades.": "{0} missed.",
    "Löftet har ingen siffra att nå.": "The promise has no number to reach.",
    "Löftet har ingen siffra att nå. Senast i {0}.": "The promise has no number to reach. Last done in {0}.",
    "Gäller {0}.": "Valid {0}.",
    "Räknat till och med {0}.": "Counted up to and including {0}.",
    "Publicerat {0}.": "Published on {0}.",
    "Rättelser ({0})": "Corrections ({0})",
    "Rättelser": "Corrections",
    "Det här är en äldre publicering.": "This is an older publication.",
    "Läs den senaste": "Read the latest one",
    "Inga siffror är publicerade än.": "No figures have been published yet.",
    "Inga siffror är publicerade än. De kommer när Polisen och kommunen har godkänt en uppföljning.": (
        "No figures have been published yet. They come when the police and the municipality have approved a"
        " follow-up."
    ),
    "Det som är publicerat ändras inte. Det här har blivit känt efteråt.": (
        "What has been published does not change. This has become known since."
    ),
    "Öppna data": "Open data",
    "JSON": "JSON",
    "CSV": "CSV",
    "Fakta bakom siffrorna (CSV)": "Facts behind the figures (CSV)",
    "Samma uppgifter för den som vill räkna själv. De ligger kvar på den här adressen och ändras inte.": (
        "The same figures for anyone who wants to count for themselves. They stay at this address and do not"
        " change."
    ),
    "Beskrivning av fälten": "Description of the fields",
    "Allt som har publicerats om löftet": "Everything published about the pledge",
    "Känt sedan {0}.": "Known since {0}.",
    "Platser som medborgare har pekat ut": "Places that citizens have pointed out",
    "{0}, senast i {1}": "{0}, last in {1}",
    "{0}: {1} ({2} svar, {3}). Källa: {4}": "{0}: {1} ({2} answers, {3}). Source: {4}",
    "Går bra": "Going well",
    "Går delvis": "Going partly well",
    "Behöver bli bättre": "Needs to get better",
    "{0} kom in efter frysningen": "{0} came in after the figures were frozen",
    "{0} räknas inte längre": "{0} no longer counted",
    "{0} ändrades efter frysningen": "{0} changed after the figures were frozen",
    "{0} har blivit {1}.": "{0} has become {1}.",
    "{0} står kvar, med en annan siffra i {1}.": "{0} stands, with another figure in {1}.",
    "{0} står kvar, men läget är ett annat.": "{0} stands, but the status is another.",
    "Uppgifter om platser, milstolpar eller månadssiffror har ändrats.": (
        "Facts about places, milestones or monthly figures have changed."
    ),
}
