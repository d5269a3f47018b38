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
    (
        "Siffrorna gäller avslutade veckor och visas tidigast sju dagar efter att veckan är slut, "
        "tills en uppföljning är godkänd och publicerad."
    ): (
        "The figures are for whole weeks and are shown seven days after the week has ended at the"
        " earliest, until a follow-up has been approved and published."
    ),
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
    "Löftet har ingen siffra att nå. Senast vecka {0}, {1}.": (
        "The promise has no number to reach. Last done in week {0}, {1}."
    ),
    "Gäller {0}.": "Valid {0}.",
    "Räknat till och med {0}.": "Counted up to and including {0}.",
}
