"""The plan of a year."""

WORDS = {
    "Adress": "Address",
    "Adressen visas bara nu.": "The address is shown only now.",
    "Aktivitetsplan {0}": "Activity plan {0}",
    "Alla tillfällen {0}": "All occasions of {0}",
    "Antal gånger": "Number of times",
    "Avsluta raden": "End the line",
    (
        "Den egna organisationens plan i mobilens eller datorns kalender, utan det som är känsligt. "
        "Adressen är hemlig, din egen och kan tas tillbaka."
    ): (
        "Your own organisation's plan in the calendar of your phone or computer, without what is "
        "sensitive. The address is secret, your own, and can be taken back."
    ),
    "Den här veckan": "This week",
    "Den här veckan återstår {0}.": "This week {0} remain.",
    (
        "Det som planeras ”en gång varje skoltermin” gäller de här dagarna, varje år tills de ändras. "
        "Det som är besvarat står kvar."
    ): (
        "What is planned “once each school term” goes by these days, every year until they are "
        "changed. What has been answered for stays."
    ),
    "Det som är besvarat står kvar. En rad där inget är besvarat tas bort.": (
        "What has been answered for stays. A line with no answer is taken away."
    ),
    "Du gjorde den {0}.": "You made it {0}.",
    "En gång": "Once",
    "En gång varje skoltermin": "Once each school term",
    "Enhet, om det behövs": "Unit, if needed",
    "Alla enheter": "All units",
    "Enheter": "Units",
    "Från": "From",
    "Första dagen": "First day",
    "Gjord": "Done",
    "Godkänd {0}, ändrad sedan dess": "Approved {0}, changed since then",
    "Godkänn planen": "Approve the plan",
    "Gör en adress": "Make an address",
    "Gör en ny adress": "Make a new address",
    "Hur ofta?": "How often?",
    "Höstterminen": "Autumn term",
    "höstterminen": "autumn term",
    "I din kalender": "In your calendar",
    "Ingen loggad aktivitet passar.": "No logged activity fits.",
    "Ingen särskild": "None in particular",
    "Inget som loggas": "Nothing that is logged",
    "Inget tillfälle slutar det här året.": "No occasion ends this year.",
    "Inget är planerat för året.": "Nothing is planned for the year.",
    "Inget är planerat än.": "Nothing is planned yet.",
    "Inget är sent, och inget återstår den här veckan.": "Nothing is late, and nothing remains this week.",
    "Inget är sent.": "Nothing is late.",
    "Inte genomförd": "Not carried out",
    "Inte genomförd – därför": "Not carried out, because",
    "Inte godkänd än": "Not approved yet",
    "Kan göras nu": "Can be done now",
    "Kommande": "Coming",
    "Kommer": "Coming",
    "Kommer före första dagen.": "Comes before the first day.",
    "Loggad: {0}": "Logged: {0}",
    "Lägg in den i kalendern som en prenumeration. Den som har adressen kan läsa planen.": (
        "Add it to your calendar as a subscription. Whoever has the address can read the plan."
    ),
    "Lägg till det första nedan.": "Add the first below.",
    "Lägg till i planen": "Add to the plan",
    "Nu": "Now",
    "Planen": "The plan",
    "Sen": "Late",
    "Sent": "Late",
    "Sista dagen": "Last day",
    "Skolterminer": "School terms",
    "Skolterminer – Fältlogg": "School terms – Fältlogg",
    "skolterminerna": "the school terms",
    "Säsongen börjar": "The season begins",
    "Säsongen slutar": "The season ends",
    "Ta tillbaka adressen": "Take the address back",
    "Till": "To",
    "Under en säsong": "During a season",
    "Varje {0}": "Every {0}",
    "Veckodag": "Weekday",
    "Vilken aktivitet var det?": "Which activity was it?",
    "Välj en dag.": "Choose a day.",
    "Vår och höst: {0}.": "Spring and autumn: {0}.",
    "Vårterminen": "Spring term",
    "vårterminen": "spring term",
    "{0} från {1} till {2}": "{0} from {1} to {2}",
    "{0} i månaden": "{0} a month",
    "{0} kan göras nu, senast {1} för den första.": "{0} can be done now, the first by {1} at the latest.",
    "{0} och {1}": "{0} and {1}",
    "{0} till. De står under varje rad i året.": "{0} more. They stand under each line of the year.",
    "{0} visas bara inom den egna organisationen.": "{0} shown within the own organisation only.",
    "{0} är inte besvarade.": "{0} have not been answered for.",
    "{0}, aktivitetsplan {1} – Fältlogg": "{0}, activity plan {1} – Fältlogg",
    "Ångra": "Undo",
    "Året efter": "The year after",
    "Året före": "The year before",
}
