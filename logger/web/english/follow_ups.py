"""Follow-ups."""

WORDS = {
    "Antal svar": "Number of answers",
    "Bedömning": "Scoring",
    (
        "Bladet och redovisningen visar det som alla får läsa. De går att ta ut när uppföljningen är "
        "framlagd."
    ): (
        "The sheet and the account show what everyone may read. They can be had once the follow-up is "
        "put forward."
    ),
    "Dag": "Day",
    "Datum, siffror och enkäter": "Dates, figures and surveys",
    "De fryses när uppföljningen läggs fram.": "They are frozen when the follow-up is put forward.",
    "Därför att": "Because",
    "Då kan alla läsa siffror, kommentarer och skäl. Det som är publicerat ändras inte.": (
        "Then everyone can read figures, comments and reasons. What is published does not change."
    ),
    "Enkäter och andra mått": "Surveys and other measures",
    "Framlagd": "Put forward",
    "Godkänd av {0}": "Approved by {0}",
    "Godkänn": "Approve",
    "Hur ofta": "How often",
    "I planen": "In the plan",
    "Ingen bedömning": "No assessment",
    "Inget under {0}": "Nothing in {0}",
    "inte framlagd än": "not put forward yet",
    "Inte publicerad": "Not published",
    "kan läggas fram efter {0}": "can be put forward after {0}",
    "Kan publiceras från och med {0}.": "Can be published from {0}.",
    "Klart {0}": "Done on {0}",
    "Klart {0}. {1}": "Done on {0}. {1}",
    "kommunen": "the municipality",
    "Lägg i planen": "Add to the plan",
    "Lägg till ett beslut": "Add a decision",
    "Läs den som medborgarna ser den": "Read it as citizens see it",
    "Markera som klar": "Mark as done",
    "Mätt den": "Measured on",
    "Månad": "Month",
    "Månadssiffror": "Monthly numbers",
    "När den nåddes": "When it was reached",
    "Om färre än fem svarade sparas inte vad de svarade, bara att de tillfrågades.": (
        "If fewer than five answered, what they answered is not kept, only that they were asked."
    ),
    "Papper och filer": "Papers and files",
    "Period": "Period",
    "Perioden efter": "The period after",
    "Perioden före": "The period before",
    "Perioden pågår": "The period is under way",
    "Perioden är inte slut än.": "The period is not over yet.",
    "Publicera": "Publish",
    "Polisen": "the Police",
    "Publicerad": "Published",
    "Siffrorna gäller till och med {0}, så som de var kända {1}. De ändras inte.": (
        "The figures are up to and including {0}, as known on {1}. They do not change."
    ),
    "Siffrorna gäller till och med {0}, så som de är kända i dag.": (
        "The figures are up to and including {0}, as known today."
    ),
    "Skicka tillbaka": "Send back",
    "Skrivs": "Being written",
    "Spara månaden": "Save the month",
    "Tertial": "Four-month period",
    "Tillbaka för ändring": "Back to be changed",
    "Under perioden": "In the period",
    "Underlag till brottsförebyggande rådet (PDF)": "Pack for the crime-prevention council (PDF)",
    "Uppföljning {0}": "Follow-up {0}",
    "Uppföljningen": "The follow-up",
    "Uppföljningen är inte framlagd än. När den är det kan du läsa den här.": (
        "The follow-up has not been put forward yet. When it has, you can read it here."
    ),
    "Vad behöver ändras?": "What needs to be changed?",
    "Vad frågades?": "What was asked?",
    "Var det går att se": "Where it can be seen",
    "Väntar på {0}": "Waits for {0}",
    "{0} godkänner": "{0} approves",
    "{0} svar, {1}. {2}": "{0} answers, {1}. {2}",
    "{0} under {1}": "{0} in {1}",
    "{0}, datum, siffror och enkäter – Fältlogg": "{0}, dates, figures and surveys – Fältlogg",
    "{0}: kom in {1}": "{0}: came in on {1}",
    "{0}: räknas inte längre, ändrad {1}": "{0}: no longer counted, changed on {1}",
    "{0}: {1} ({2} svar, {3}). {4}": "{0}: {1} ({2} answers, {3}). {4}",
    "{0}: ändrad {1}": "{0}: changed on {1}",
}
