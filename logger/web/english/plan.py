"""The pages of activity plans."""

WORDS = {
    "Aktivitetsplan {0}": "Activity plan {0}",
    "{0}, aktivitetsplan {1} – Fältlogg": "{0}, activity plan {1} – Fältlogg",
    "Året före": "The year before",
    "Året efter": "The year after",
    "Inget är planerat än.": "Nothing is planned yet.",
    "Lägg till det första nedan.": "Add the first below.",
    "Inget är planerat för året.": "Nothing is planned for the year.",
    "Inget är sent, och inget återstår den här veckan.": "Nothing is late, and nothing remains this week.",
    "Den här veckan återstår {0}.": "This week {0} remain.",
    "Inget är sent.": "Nothing is late.",
    "{0} kan göras nu, senast {1} för den första.": "{0} can be done now, the first by {1} at the latest.",
    "Kan göras nu": "Can be done now",
    "Skolterminer": "School terms",
    "Skolterminer – Fältlogg": "School terms – Fältlogg",
    "Vår och höst: {0}.": "Spring and autumn: {0}.",
    "{0} och {1}": "{0} and {1}",
    "skolterminerna": "the school terms",
    "Vårterminen": "Spring term",
    "Höstterminen": "Autumn term",
    "Första dagen": "First day",
    "Sista dagen": "Last day",
    (
        "Det som planeras ”en gång varje skoltermin” gäller de här dagarna, varje år tills de ändras."
        " Det som är besvarat står kvar."
    ): (
        "What is planned “once each school term” goes by these days, every year until they are changed."
        " What has been answered for stays."
    ),
    "{0} är inte besvarade.": "{0} have not been answered for.",
    "{0} till. De står under varje rad i året.": "{0} more. They stand under each line of the year.",
    "{0} visas bara inom den egna organisationen.": "{0} shown within the own organisation only.",
    "Sent": "Late",
    "Den här veckan": "This week",
    "Kommande": "Coming",
    "Gjord": "Done",
    "Inte genomförd": "Not carried out",
    "Inte genomförd – därför": "Not carried out, because",
    "Sen": "Late",
    "Nu": "Now",
    "Kommer": "Coming",
    "Loggad: {0}": "Logged: {0}",
    "Vilken aktivitet var det?": "Which activity was it?",
    "Ingen loggad aktivitet passar.": "No logged activity fits.",
    "En gång": "Once",
    "Varje {0}": "Every {0}",
    "{0} i månaden": "{0} a month",
    "En gång varje skoltermin": "Once each school term",
    "{0} från {1} till {2}": "{0} from {1} to {2}",
    "vårterminen": "spring term",
    "höstterminen": "autumn term",
    "Godkänd {0}, ändrad sedan dess": "Approved {0}, changed since then",
    "Godkänn planen": "Approve the plan",
    "Lägg till i planen": "Add to the plan",
    "Enhet, om det behövs": "Unit, if needed",
    "Inget som loggas": "Nothing that is logged",
    "Ingen särskild": "None in particular",
    "Hur ofta?": "How often?",
    "Under en säsong": "During a season",
    "Veckodag": "Weekday",
    "Antal gånger": "Number of times",
    "Säsongen börjar": "The season begins",
    "Säsongen slutar": "The season ends",
    "Från": "From",
    "Till": "To",
    "Välj en dag.": "Choose a day.",
    "Kommer före första dagen.": "Comes before the first day.",
    "Planen": "The plan",
    "Alla tillfällen {0}": "All occasions of {0}",
    "Inget tillfälle slutar det här året.": "No occasion ends this year.",
    "Avsluta raden": "End the line",
    "Det som är besvarat står kvar. En rad där inget är besvarat tas bort.": (
        "What has been answered for stays. A line with no answer is taken away."
    ),
    "I din kalender": "In your calendar",
    "Adressen visas bara nu.": "The address is shown only now.",
    "Lägg in den i kalendern som en prenumeration. Den som har adressen kan läsa planen.": (
        "Add it to your calendar as a subscription. Whoever has the address can read the plan."
    ),
    (
        "Den egna organisationens plan i mobilens eller datorns kalender, utan det som är känsligt."
        " Adressen är hemlig, din egen och kan tas tillbaka."
    ): (
        "Your own organisation's plan in the calendar of your phone or computer, without what is sensitive."
        " The address is secret, your own, and can be taken back."
    ),
    "Du gjorde den {0}.": "You made it {0}.",
    "Adress": "Address",
    "Gör en adress": "Make an address",
    "Gör en ny adress": "Make a new address",
    "Ta tillbaka adressen": "Take the address back",
    "Ångra": "Undo",
    "Lägg i planen": "Add to the plan",
    "I planen": "In the plan",
}
