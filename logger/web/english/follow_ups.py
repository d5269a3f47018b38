"""Follow-ups at the desk, and what stands beside publications: the feed, how far everyone can use them."""

WORDS = {
    "Uppföljning {0}": "Follow-up {0}",
    "Tertial": "Four-month period",
    "Siffrorna gäller till och med {0}, så som de var kända {1}. De ändras inte.": (
        "The figures are up to and including {0}, as known on {1}. They do not change."
    ),
    "Siffrorna gäller till och med {0}, så som de är kända i dag.": (
        "The figures are up to and including {0}, as known today."
    ),
    "Perioden är inte slut än.": "The period is not over yet.",
    "De fryses när uppföljningen läggs fram.": "They are frozen when the follow-up is put forward.",
    "Inget under {0}": "Nothing in {0}",
    "{0} under {1}": "{0} in {1}",
    "kommunen": "the municipality",
    "{0}: kom in {1}": "{0}: came in on {1}",
    "{0}: räknas inte längre, ändrad {1}": "{0}: no longer counted, changed on {1}",
    "{0}: ändrad {1}": "{0}: changed on {1}",
    "Framlagd": "Put forward",
    "Tillbaka för ändring": "Back to be changed",
    "Perioden pågår": "The period is under way",
    "kan läggas fram efter {0}": "can be put forward after {0}",
    "Skrivs": "Being written",
    "inte framlagd än": "not put forward yet",
    "Godkänd av {0}": "Approved by {0}",
    "Väntar på {0}": "Waits for {0}",
    "{0} godkänner": "{0} approves",
    "Inte publicerad": "Not published",
    "Publicerad": "Published",
    "Ingen bedömning": "No assessment",
    "Klart {0}. {1}": "Done on {0}. {1}",
    "Klart {0}": "Done on {0}",
    "{0}: {1} ({2} svar, {3}). {4}": "{0}: {1} ({2} answers, {3}). {4}",
    "{0} svar, {1}. {2}": "{0} answers, {1}. {2}",
    "visas inte": "not shown",
    "färre än {0}": "fewer than {0}",
    "Om färre än fem svarade sparas inte vad de svarade, bara att de tillfrågades.": (
        "If fewer than five answered, what they answered is not kept, only that they were asked."
    ),
    "Gjort {0}": "Done on {0}",
    "Följ det som publiceras (Atom)": "Follow what is published (Atom)",
    "Tillgänglighet": "Accessibility",
    "Tillgänglighet – Fältlogg": "Accessibility – Fältlogg",
    (
        "Här står hur de sidor som alla kan läsa fungerar för den som använder skärmläsare, tangentbord,"
        " stor text eller andra hjälpmedel."
    ): (
        "This tells how the pages that everyone can read work for those who use a screen reader, a keyboard,"
        " large text or other aids."
    ),
    "Så är sidorna gjorda": "How the pages are made",
    (
        "De är gjorda för att följa WCAG 2.2 på nivå AA. De fungerar utan skript och med enbart tangentbord,"
        " med texten i 200 procent, i ljust och mörkt läge och på papper. Läget för ett löfte visas alltid"
        " med både form och ord. Varje diagram har sina siffror i ord eller i en tabell."
    ): (
        "They are made to follow WCAG 2.2 at level AA. They work without scripts and with a keyboard alone,"
        " with the text at 200 per cent, in light and dark and on paper. How a promise stands is always shown"
        " by both shape and word. Every chart has its figures in words or in a table."
    ),
    (
        "Sidorna prövas med automatiska verktyg (axe och en HTML-granskare) vid varje ändring."
        " Ingen utomstående har granskat dem."
    ): (
        "The pages are tried with automatic tools (axe and a checker of HTML) at every change."
        " Nobody from outside has reviewed them."
    ),
    "Det som vi vet kan vara svårt": "What we know can be difficult",
    (
        "Löftenas ordalydelse står som den undertecknades, också när den är svår att läsa."
        " På engelska sidor står den på svenska."
    ): (
        "The promises stand as they were signed, even where they are hard to read."
        " On English pages they stand in Swedish."
    ),
    "Berätta om något inte fungerar": "Tell us if something does not work",
    "Skriv till": "Write to",
    (
        "och berätta vilken sida det gäller och vad som hindrar dig."
        " Då kan du också få innehållet på ett annat sätt."
    ): (
        "and tell us which page it is about and what hinders you."
        " You can then also get the content in another way."
    ),
    "Den som inte är nöjd med svaret kan anmäla det till": (
        "Those who are not content with the answer can report it to"
    ),
    "Myndigheten för digital förvaltning": "the Agency for Digital Government",
    "Lydelse": "Wording",
    "Under perioden": "In the period",
    "Hämta som tabell (CSV)": "Fetch as a table (CSV)",
}
