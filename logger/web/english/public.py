"""What citizens read."""

WORDS = {
    "Påtalat: {0}": "Pointed out: {0}",
    "Allt som har publicerats om löftet": "Everything published about the pledge",
    "Andra löften i {0}": "Other pledges in {0}",
    "Bedömda perioder": "Periods scored",
    "Bedömning, därför att": "Judged so because",
    "Bedöms inte: det finns inget utgångsvärde att jämföra med.": (
        "Not scored: there is no baseline to compare with."
    ),
    "Berätta om något inte fungerar": "Tell us if something does not work",
    "Beskrivning av fälten": "Description of the fields",
    "CSV": "CSV",
    (
        "De är gjorda för att följa WCAG 2.2 på nivå AA. De fungerar utan skript och med enbart "
        "tangentbord, med texten i 200 procent, i ljust och mörkt läge och på papper. Läget för ett "
        "löfte visas alltid med både form och ord. Varje diagram har sina siffror i ord eller i en "
        "tabell."
    ): (
        "They are made to follow WCAG 2.2 at level AA. They work without scripts and with a keyboard "
        "alone, with the text at 200 per cent, in light and dark and on paper. How a promise stands "
        "is always shown by both shape and word. Every chart has its figures in words or in a table."
    ),
    "Den som inte är nöjd med svaret kan anmäla det till": (
        "Those who are not content with the answer can report it to"
    ),
    "Det här är en äldre publicering.": "This is an older publication.",
    "Det som vi vet kan vara svårt": "What we know can be difficult",
    "Enhet": "Unit",
    "Fakta bakom siffrorna (CSV)": "Facts behind the figures (CSV)",
    "Följ det som publiceras (Atom)": "Follow what is published (Atom)",
    "Genomfört i {0}.": "Done in {0}.",
    "Genomfört.": "Done.",
    "Gäller {0}.": "Valid {0}.",
    "Hela tiden": "All the time",
    (
        "Här står hur de sidor som alla kan läsa fungerar för den som använder skärmläsare, "
        "tangentbord, stor text eller andra hjälpmedel."
    ): (
        "This tells how the pages that everyone can read work for those who use a screen reader, a "
        "keyboard, large text or other aids."
    ),
    "Hållna": "Kept",
    "Hållna perioder": "Periods kept",
    "inga": "none",
    "Inga siffror är publicerade än.": "No figures have been published yet.",
    "Inga siffror är publicerade än. De kommer när Polisen och kommunen har godkänt en uppföljning.": (
        "No figures have been published yet. They come when the police and the municipality have "
        "approved a follow-up."
    ),
    "Inget löfte är publicerat än.": "No pledge has been published yet.",
    "JSON": "JSON",
    "klart (1) eller inte (0)": "done (1) or not (0)",
    "Läget för varje löfte": "How each promise stands",
    "Läs den senaste": "Read the latest one",
    (
        "Löftenas ordalydelse står som den undertecknades, också när den är svår att läsa. På "
        "engelska sidor står den på svenska."
    ): (
        "The promises stand as they were signed, even where they are hard to read. On English pages "
        "they stand in Swedish."
    ),
    "Löftet har ingen siffra att nå.": "The promise has no number to reach.",
    "Löftet har ingen siffra att nå. Senast i {0}.": (
        "The promise has no number to reach. Last done in {0}."
    ),
    "Medborgarlöfte {0}": "Citizen pledge {0}",
    "Medborgarlöfte {0}: så gick det": "Citizen pledge {0}: how it went",
    "Medborgarlöfte {0}: så går det": "Citizen pledge {0}: how it is going",
    "Medborgarlöften i {0}": "Citizen pledges in {0}",
    "Medborgarlöften i {0} – Fältlogg": "Citizen pledges in {0} – Fältlogg",
    "Missade": "Missed",
    "Myndigheten för digital förvaltning": "the Agency for Digital Government",
    "Mål": "Goal",
    (
        "och berätta vilken sida det gäller och vad som hindrar dig. Då kan du också få innehållet på "
        "ett annat sätt."
    ): (
        "and tell us which page it is about and what hinders you. You can then also get the content "
        "in another way."
    ),
    "Papper": "Papers",
    "platser": "places",
    "Publicerat {0}.": "Published on {0}.",
    "Räknat till och med {0}.": "Counted up to and including {0}.",
    "Rättelser ({0})": "Corrections ({0})",
    "Samma uppgifter för den som vill räkna själv. De ligger kvar på den här adressen och ändras inte.": (
        "The same figures for anyone who wants to count for themselves. They stay at this address and "
        "do not change."
    ),
    "sekunder": "seconds",
    (
        "Sidorna prövas med automatiska verktyg (axe och en HTML-granskare) vid varje ändring. Ingen "
        "utomstående har granskat dem."
    ): (
        "The pages are tried with automatic tools (axe and a checker of HTML) at every change. Nobody "
        "from outside has reviewed them."
    ),
    "Ska vara genomfört senast {0}.": "To be done by {0}.",
    "Skriv till": "Write to",
    "Så är sidorna gjorda": "How the pages are made",
    "Tid": "Time",
    "Till och med {0}.": "Up to and including {0}.",
    "tillfällen": "occasions",
    "Tillgänglighet – Fältlogg": "Accessibility – Fältlogg",
    "Vilka missades": "Which were missed",
    "Väntat hittills: {0}.": "Expected so far: {0}.",
    "{0} av {1} med mål är redan hållet.": "{0} of {1} with a goal is already kept.",
    "{0} av {1} med mål är redan hållna.": "{0} of {1} with a goal are already kept.",
    "{0} har inte börjat": "{0} not started",
    "{0} hölls delvis": "{0} partly kept",
    "{0} hölls inte": "{0} not kept",
    "{0} kommun och Polisen": "{0} municipality and the police",
    "{0} ligger efter": "{0} behind",
    "{0} pågår": "{0} under way",
    "{0} är i takt": "{0} on pace",
    "{0} till och med {1}": "{0} up to and including {1}",
    "{0}, senast i {1}": "{0}, last in {1}",
    "{0}, senast v.\u00a0{1}": "{0}, last in week\u00a0{1}",
    "räknas än så länge ihop med andra platser": "so far counted together with other places",
    "En plats får en ny siffra när minst tre gånger har tillkommit, så att ingen enskild gång syns.": (
        "A place gets a new figure when there are at least three more times, so that no single one shows."
    ),
    "Siffran ändras när minst tre har tillkommit, så att inget enskilt fall syns.": (
        "The figure changes when there are at least three more, so that no single case shows."
    ),
    "Siffran ändras när minst tre gånger har tillkommit, så att ingen enskild gång syns.": (
        "The figure changes when there are at least three more times, so that no single one shows."
    ),
    "{0}: {1} ({2} svar, {3}). Källa: {4}": "{0}: {1} ({2} answers, {3}). Source: {4}",
    "Öppna data": "Open data",
}
