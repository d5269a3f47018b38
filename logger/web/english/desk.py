"""The pages of those who follow up: what stands in their templates."""

WORDS = {
    ", kan saknas": ", may be missing",
    ", kvar": ", left",
    ", {0} är målet": ", {0} is the goal",
    ". Allt som inte går svaras med": ". Every refusal is answered with",
    "8 veckor": "8 weeks",
    "; nyckeln görs med": "; the key is made by",
    "Adresser": "Addresses",
    "Aktiviteten": "The activity",
    "Aktiviteter": "Activities",
    "Aktiviteter här": "Activities here",
    "Aktiviteter {0} – Fältlogg": "Activities {0} – Fältlogg",
    "Aldrig besökt": "Never visited",
    "Allt som fylls i måste stämma. Det som lämnas tomt spelar ingen roll.": (
        "All that is filled in must hold. What is left empty makes no difference."
    ),
    (
        "Allt som är loggat på {0}, och det som kommer från telefoner och skyltar med den, "
        "räknas då på den andra platsen. Namn, slag och utpekanden följer med. Det går inte "
        "att ångra."
    ): (
        "All that is logged at {0}, and what comes from phones and signs with it, then counts"
        " at the other place. Names, kinds and flags go along. It cannot be undone."
    ),
    "Alternativ {0}": "Alternative {0}",
    "Ansvarig": "Responsible",
    "Anteckning": "Note",
    "Använd den ungefärliga positionen": "Use the approximate position",
    "Att avgöra": "To decide",
    "Att avgöra – Fältlogg": "To decide – Fältlogg",
    "Authorization: Bearer …": "Authorization: Bearer …",
    "Avbruten": "Interrupted",
    "Avbryt": "Cancel",
    "Avvisa": "Refuse",
    "Bara vissa tider": "Certain times only",
    "Bedömning": "Scoring",
    "Behåll den andra": "Keep the other one",
    "Behåll den här": "Keep this one",
    "Behövs": "Needed",
    "Beskrivningen i OpenAPI 3.1": "The description in OpenAPI 3.1",
    "Beslut och åtgärder": "Decisions and actions",
    "Besökt {0}": "Visited {0}",
    "Börja": "Begin",
    "Börja med det undertecknade dokumentet bredvid dig": "Begin with the signed document beside you",
    "Dagen efter": "The day after",
    "Dagen före": "The day before",
    "Datum, siffror och enkäter": "Dates, figures and surveys",
    "De frysta siffrorna står kvar. Det här är känt i dag och var det inte då.": (
        "The frozen figures stand. This is known today and was not then."
    ),
    "De senaste åtta veckorna": "The last eight weeks",
    (
        "De som loggade hittade inte platsen i listan. Posterna räknas, men inte mot någon "
        "plats, tills du har avgjort."
    ): (
        "Those who logged did not find the place in the list. The entries count, but at no "
        "place, until you have decided."
    ),
    "De två versionerna säger samma sak.": "The two versions say the same.",
    "Den som behålls får bådas deltagare och organisationer. Den andra stryks och visar dit.": (
        "The one that is kept gets the participants and organisations of both. The other is "
        "struck out and points to it."
    ),
    "Den som loggade ser rättelsen och skälet. Deltagare och anteckning ändras inte.": (
        "Whoever logged it sees the correction and the reason. Participants and note are not changed."
    ),
    "Det här behöver rättas i filen:": "This needs to be put right in the file:",
    "Det här gäller nu": "This is what stands now",
    "Det här ändras mot version {0}, som gäller": "This changes against version {0}, which stands",
    (
        "Det som görs här under tiden räknas mot det som lovats för utpekade platser. Töm en "
        "rad för att ta bort den."
    ): (
        "What is done here meanwhile counts towards what is promised for flagged places. "
        "Empty a row to remove it."
    ),
    "Det som står i utkastet försvinner. Versionerna finns kvar.": (
        "What stands in the draft is lost. The versions remain."
    ),
    "Det som är markerat behöver rättas innan åtagandet kan sparas.": (
        "What is marked needs to be put right before the commitment can be saved."
    ),
    "Det är den": "This is the one",
    "Det är samma plats som en annan": "It is the same place as another",
    "Du kan spärra din egen telefon här. Andras spärrar administratören.": (
        "You can block your own phone here. The administrator blocks those of others."
    ),
    "Du ser de aktiviteter som du själv har loggat.": (
        "You see the activities that you have logged yourself."
    ),
    "Där de ligger tätast": "Where they lie closest",
    "Då kan alla läsa siffror, kommentarer och skäl. Det som är publicerat ändras inte.": (
        "Then everyone can read figures, comments and reasons. What is published does not change."
    ),
    "Egen tid, ändrat mål, pauser": "Its own time, changed goal, pauses",
    "En annan organisation har loggat den. Deltagare och anteckning visas bara där.": (
        "Another organisation logged it. Participants and note are shown only there."
    ),
    "En milstolpe": "A milestone",
    "En plats heter så redan:": "A place is called that already:",
    "En struken post räknas inte. Den och dess historik finns kvar.": (
        "An entry that is struck out does not count. It and its history remain."
    ),
    "Enkäter och andra mått": "Surveys and other measures",
    "Ett antal": "A number",
    "Ett löfte för samma år som ett som finns blir en ny version av det.": (
        "A pledge for the same year as an existing one becomes a new version of it."
    ),
    "Ett namn per rad. De hittas i sökningen på telefonen.": (
        "One name a row. They are found by the search on the phone."
    ),
    "Fokusområden": "Focus areas",
    "Former": "Shapes",
    "Fortsätt på utkastet": "Go on with the draft",
    (
        "Fråga efter dem på enheten. Det räcker att öppna appen där det finns nät, så skickas det som väntar."
    ): (
        "Ask for them at the unit. It is enough to open the app where there is network, and "
        "what waits is sent."
    ),
    "Från det undertecknade dokumentet": "From the signed document",
    "Från en löftesfil": "From a pledge file",
    "Från och med": "From",
    "Från version {0} till version {1}": "From version {0} to version {1}",
    "Föregående": "Previous",
    "Föreslagna platser": "Proposed places",
    "Föreslagna platser – Fältlogg": "Proposed places – Fältlogg",
    "Föreslå efter orden": "Propose from the words",
    "Förut:": "Before:",
    "Godkänn": "Approve",
    "Godkänn version {0}": "Approve version {0}",
    "Gränssnitt för program": "Interface for programs",
    "Gränssnitt för program – Fältlogg": "Interface for programs – Fältlogg",
    "Gäller": "Valid",
    "Gäller nu": "Stands now",
    "Gå hit härnäst": "Go here next",
    "Hela löftet": "The whole pledge",
    "Historik": "History",
    "Hittills": "So far",
    "Hur ofta": "How often",
    "Hämta löftesfilen": "Download the pledge file",
    "I perioden": "In the period",
    "Inga beslut för den här perioden.": "No decisions for this period.",
    "Inga fler här.": "No more here.",
    "Inga platser finns än.": "There are no places yet.",
    "Inga platser är föreslagna.": "No places are proposed.",
    "Ingen har pekat ut den.": "Nobody has flagged it.",
    "Ingen i din organisation har loggat från en telefon här än.": (
        "Nobody in your organisation has logged from a phone here yet."
    ),
    "Ingen period": "No period",
    "Inget av de andra löftena.": "None of the other promises.",
    "Inget löfte än.": "No pledge yet.",
    "Inget löfte är godkänt än. När ett av dem är det visas det här.": (
        "No pledge is approved yet. When one of them is, it is shown here."
    ),
    "Inget mer väntar.": "Nothing more is waiting.",
    "Inget räknas för löftet förrän den är godkänd.": ("Nothing counts for the pledge until it is approved."),
    "Inget räknas förrän löftet är godkänt. Allt går att ändra till dess.": (
        "Nothing counts until the pledge is approved. All of it can be changed until then."
    ),
    "Inget väntar på dig.": "Nothing is waiting for you.",
    "Inget är loggat som passar valet.": "Nothing is logged that fits the choice.",
    "Inget är loggat än som räknas här.": "Nothing is logged yet that counts here.",
    "Inget är sparat.": "Nothing is saved.",
    "Inte genomfört – därför": "Not done – this is why",
    "Ja, ta bort": "Yes, remove",
    "Jämför": "Compare",
    "Kallas också": "Also called",
    "Kan publiceras från och med {0}.": "Can be published from {0}.",
    "Kan vara samma tillfälle": "May be the same occasion",
    "Kasta utkastet": "Throw the draft away",
    "Kommunen har inga platser att göra skyltar för än.": (
        "The municipality has no places to make signs for yet."
    ),
    "Latitud och longitud, som 59.1768, 14.8665. Tomt om den inte är känd.": (
        "Latitude and longitude, as 59.1768, 14.8665. Empty if it is not known."
    ),
    (
        "Listan är till för att hitta poster som inte har kommit fram, aldrig för att följa "
        "människor: den visar inte vems en telefon är."
    ): (
        "The list is for finding entries that have not arrived, never for following people: "
        "it does not show whose a phone is."
    ),
    "Lokalpolisområdeschefen godkänner.": "The chief of the local police district approves.",
    "Läge": "Status",
    "Lägg fram": "Put forward",
    "Lägg fram för godkännande": "Put forward for approval",
    "Lägg till": "Add",
    "Lägg till den första": "Add the first one",
    "Lägg till ett alternativ": "Add an alternative",
    "Lägg till ett beslut": "Add a decision",
    "Lägg till ett undantag": "Add an exception",
    "Lägg till ett åtagande": "Add a commitment",
    "Lägg till platsen": "Add the place",
    "Lägg upp": "Set up",
    "Lägg upp som ny plats": "Set up as a new place",
    "Läs den och vad den ändrar": "Read it and what it changes",
    "Läs den som medborgarna ser den": "Read it as citizens see it",
    "Läs in filen": "Read the file in",
    "Löfte": "Promise",
    "Löften": "Pledges",
    "Löften – Fältlogg": "Pledges – Fältlogg",
    "Löftesfil": "Pledge file",
    "Löftets första version": "The first version of the pledge",
    "Löftets namn, tid och parter – Fältlogg": "Name, time and parties of the pledge – Fältlogg",
    "Markera som klar": "Mark as done",
    "Meningen": "The sentence",
    "Meningen står här när ordalydelsen och målet är ifyllda.": (
        "The sentence stands here when the wording and the goal are filled in."
    ),
    "Målets slag": "Kind of goal",
    "Månadssiffror": "Monthly numbers",
    "Namn i löftesfilen": "Name in the pledge file",
    "Namn, slag, position och utpekanden": "Name, kind, position and flags",
    "Namn, tid och parter": "Name, time and parties",
    "Ner": "Down",
    "Nu:": "Now:",
    "Nummer": "Number",
    "Ny plats": "New place",
    "Ny plats – Fältlogg": "New place – Fältlogg",
    "Nytt fokusområde": "New focus area",
    "Nytt löfte": "New pledge",
    "Nytt löfte – Fältlogg": "New pledge – Fältlogg",
    "När den nåddes": "When it was reached",
    "Närvaro {0} – Fältlogg": "Presence {0} – Fältlogg",
    "Och {0} till, längre ned i listan.": "And {0} more, further down the list.",
    "Om platsen": "About the place",
    "Området": "The district",
    "Området – Fältlogg": "The district – Fältlogg",
    "Ordalydelsen, ordagrant": "The wording, word for word",
    "Ordning": "Order",
    "Paus {0}": "Pause {0}",
    "Period": "Period",
    "Perioden efter": "The period after",
    "Perioden före": "The period before",
    "Perioderna": "The periods",
    "Plats": "Place",
    "Platser": "Places",
    "Platser {0} – Fältlogg": "Places {0} – Fältlogg",
    "Platserna": "The places",
    "Platserna över tid": "The places over time",
    "Position": "Position",
    "Posten som den uppgick i": "The entry that it was merged into",
    (
        "Poster som har kommit fram men inte räknas än. Det du tar emot räknas som loggat av "
        "den som skickade det."
    ): (
        "Entries that have arrived but do not count yet. What you take in counts as logged by"
        " whoever sent it."
    ),
    "Pröva": "Try",
    "Pröva regeln på det som är gjort": "Try the rule on what has been done",
    "Publicera": "Publish",
    "QR-kod för {0}": "QR code for {0}",
    "Rad {0}:": "Row {0}:",
    "Regeln": "The rule",
    "Rensa": "Clear",
    "Resultat": "Result",
    "Riktad insats": "Targeted operation",
    "Räknas inte här: {0}": "Does not count here: {0}",
    "Räknas inte mot något löfte.": "Counts towards no promise.",
    "Räknas inte och syns bara för samordnare och chef": (
        "Does not count, and is seen by coordinators and chiefs only"
    ),
    "Räknas mot": "Counts towards",
    "Rätta": "Correct",
    "Rätta den": "Correct it",
    "Rätta {0} – Fältlogg": "Correct {0} – Fältlogg",
    "Rättelser efter frysningen": "Corrections after the freezing",
    (
        "Samma löften, siffror och aktiviteter som på sidorna, som JSON. Ett program visar "
        "sin nyckel i huvudet"
    ): (
        "The same pledges, figures and activities as on the pages, as JSON. A program shows "
        "its key in the header"
    ),
    "Samma som en plats i listan": "The same as a place in the list",
    ("Samma typ och plats, nästan samma tid, loggade av olika personer. Alla räknas tills de slås ihop."): (
        "The same type and place, nearly the same time, logged by different people. All count"
        " until they are merged."
    ),
    "Samordnaren lägger till dem.": "The coordinator adds them.",
    "Senast": "Last",
    "Skanna med kameran: platsen är ifylld, tryck Spara.": (
        "Scan with the camera: the place is filled in, press Save."
    ),
    "Skicka tillbaka": "Send back",
    "Skickas": "Is sent",
    "Skillnad": "Difference",
    "Skillnad, {0} – Fältlogg": "Difference, {0} – Fältlogg",
    (
        "Skriv ut sidan med webbläsaren. Bara skyltarna kommer med på papperet; klipp längs "
        "de streckade linjerna."
    ): ("Print the page with the browser. Only the signs come out on paper; cut along the dashed lines."),
    "Skyltar": "Signs",
    "Skyltar {0} – Fältlogg": "Signs {0} – Fältlogg",
    "Slag": "Kind",
    "Slå ihop": "Merge",
    "Som den loggades": "As it was logged",
    "Spara": "Save",
    "Spara månaden": "Save the month",
    "Spara platsen": "Save the place",
    "Spara rättelsen": "Save the correction",
    "Spara åtagandet": "Save the commitment",
    "Spärra": "Block",
    "Spärra telefonen": "Block the phone",
    "Spärra {0} – Fältlogg": "Block {0} – Fältlogg",
    "Spärra {0}?": "Block {0}?",
    "Struket": "Struck out",
    "Stryk": "Strike out",
    "Stryk posten": "Strike out the entry",
    "Summa": "Sum",
    "Svar": "Answer",
    "Säsong {0}": "Season {0}",
    (
        "Sätt upp en skylt vid platsen. Den som skannar den får aktiviteten ifylld med "
        "platsen och trycker Spara, med eller utan nät. Samma adress kan läggas i en "
        "NFC-tagg."
    ): (
        "Put up a sign at the place. Whoever scans it gets the activity filled in with the "
        "place and presses Save, with or without network. The same address can be put in an "
        "NFC tag."
    ),
    "Så lyder det": "This is how it reads",
    "Så läses det": "This is how it is read",
    "Så många gånger på varje plats i varje period": "So many times at each place in each period",
    "Ta bort": "Remove",
    "Ta emot": "Take in",
    "Ta emot utan anteckningen": "Take in without the note",
    "Tabell över löftena": "Table of the promises",
    "Tabell över perioderna": "Table of the periods",
    "Tabell över platser och perioder": "Table of places and periods",
    "Tabell över villkoren": "Table of the conditions",
    (
        "Telefonen får inte skicka mer, och det går inte att ångra. Det som har kommit fram "
        "påverkas inte. Det som ligger kvar på telefonen kan sparas till en fil där."
    ): (
        "The phone may send no more, and it cannot be undone. What has arrived is not "
        "affected. What remains on the phone can be saved to a file there."
    ),
    "Telefoner": "Phones",
    "Telefoner – Fältlogg": "Phones – Fältlogg",
    "Telefonerna får den nästa gång de har nät.": "The phones get it the next time they have network.",
    "Till början": "To the beginning",
    "Till löftena": "To the pledges",
    "Till och med": "Up to and including",
    "Till och med {0}": "Up to and including {0}",
    "Totalt": "In total",
    "Tysta telefoner": "Silent phones",
    "Underlag": "Basis",
    "Upp": "Up",
    "Uppföljningen": "The follow-up",
    "Uppföljningen är inte framlagd än. När den är det kan du läsa den här.": (
        "The follow-up has not been put forward yet. When it has, you can read it here."
    ),
    "Uppgift": "Fact",
    "Utfall": "Outcome",
    "Utförare": "Performer",
    "Utkast": "Draft",
    "Utkast, {0} – Fältlogg": "Draft, {0} – Fältlogg",
    "Utkastet": "The draft",
    "Utom": "Except",
    "Utpekad av medborgare": "Flagged by citizens",
    "Vad lovas?": "What is promised?",
    "Vad räknas?": "What counts?",
    "Varför?": "Why?",
    "Vem gör det?": "Who does it?",
    "Version {0}": "Version {0}",
    "Version {0} väntar på godkännande.": "Version {0} is waiting for approval.",
    "Versioner": "Versions",
    "Villkor": "Condition",
    "Villkor för villkor": "Condition by condition",
    "Visa": "Show",
    "Visa alla": "Show all",
    "Visa allt bakom {0}": "Show all behind {0}",
    "Visa fler": "Show more",
    "Visa läget till och med": "Show the status up to and including",
    "Visa meningen": "Show the sentence",
    "Visa perioden": "Show the period",
    "Visa skillnaden": "Show the difference",
    "Visa valda": "Show the chosen ones",
    "Välj aktiviteter": "Choose activities",
    "Välj en färdig form": "Choose a ready-made form",
    "Välj minst en plats.": "Choose at least one place.",
    "Väntat": "Expected",
    "Värde": "Value",
    "application/problem+json": "application/problem+json",
    "flask --app app token create": "flask --app app token create",
    "för {0}": "for {0}",
    "i perioden": "in the period",
    "i {0}": "in {0}",
    "med": "with",
    "mål": "goal",
    "och en fast kod.": "and a fixed code.",
    "och {0} till": "and {0} more",
    "senast": "last",
    "utpekad": "flagged",
    "väntar på att avgöras.": "wait to be decided.",
    "{0} av dem har ingen position än och är inte med på kartan.": (
        "{0} of them have no position yet and are not on the map."
    ),
    "{0} från fältet": "{0} from the field",
    "{0} väntar på telefonen.": "{0} wait for the phone.",
    "{0} · kom {1} · {2}": "{0} · came {1} · {2}",
    "{0}, datum, siffror och enkäter – Fältlogg": "{0}, dates, figures and surveys – Fältlogg",
    "· ungefär {0}": "· about {0}",
    "Ändra": "Change",
    "Ändra löftet": "Change the pledge",
    "Ändra namn, tid och parter": "Change name, time and parties",
    "Ändrat av samordnare": "Changed by a coordinator",
    "Ändrat mål {0}": "Changed goal {0}",
    "Är något fel i posten?": "Is something wrong in the entry?",
    "År": "Year",
    "Åtaganden": "Commitments",
    "Öppna den andra": "Open the other one",
    "Översikt": "Overview",
    "Översikt {0} – Fältlogg": "Overview {0} – Fältlogg",
    "Övriga": "Others",
    "i frågan": "in the query",
    "Samma tillfälle, loggat av två.": "The same occasion, logged by two.",
    "Typ": "Type",
    "Fokus": "Focus",
    "Började": "Started",
    "Slutade": "Ended",
    "Deltog": "Took part",
    "Övriga, utan namn": "Others, without names",
    "Varför rättas den?": "Why is it corrected?",
    "Vad behöver ändras?": "What needs to be changed?",
    "Inte gjort än": "Not done yet",
    "Gjort": "Done",
    "Vad ska göras?": "What is to be done?",
    "Dag": "Day",
    "Var det går att se": "Where it can be seen",
    "Månad": "Month",
    "Antal": "Number",
    "Källa": "Source",
    "Vad frågades?": "What was asked?",
    "Antal svar": "Number of answers",
    "Mätt den": "Measured on",
    "Kommentar": "Comment",
    "Därför att": "Because",
    "När började den?": "When did it start?",
    "När slutade den?": "When did it end?",
    "Varför avvisas den?": "Why is it refused?",
    "Avvisa posten": "Refuse the entry",
    "Vilken plats är det?": "Which place is it?",
    "Åtagande": "Commitment",
    "Ändra åtagandet": "Change the commitment",
    "Nytt åtagande": "New commitment",
    "Kort namn, för telefonen": "Short name, for the phone",
    "Högst 40 tecken": "At most 40 characters",
    "Fokusområde": "Focus area",
    "Löftet": "The pledge",
    "Varför görs versionen?": "Why is the version made?",
    "Löftets namn, som det står på dokumentet": "The name of the pledge, as it stands on the document",
    "Gäller från och med": "Valid from",
    "till och med": "up to and including",
    "Undertecknat (om det står)": "Signed on (if it says)",
    "Parter": "Parties",
    "Andra parter, med komma mellan": "Other parties, with commas between",
    "Varför läses den in?": "Why is it read in?",
    "Varför godkänns den?": "Why is it approved?",
    "Veckodagar": "Weekdays",
    "Klockan från": "From (time of day)",
    "Från, som 1 juni": "From, as 1 juni",
    "till och med, som 31 augusti": "up to and including, as 31 augusti",
    "Namn i filen": "Name in the file",
    (
        "a–z, siffror och bindestreck. Tomt: det görs av det korta namnet. Ändra det inte "
        "medan löftet gäller."
    ): (
        "a–z, digits and hyphens. Empty: it is made from the short name. Do not change it "
        "while the pledge is valid."
    ),
    "Minst": "At least",
    "Utgångsvärde: så många tillfällen under lika lång tid": (
        "Baseline: so many occasions in an equally long time"
    ),
    "Summan av": "The sum of",
    "Under": "During",
    "Det som räknas": "What is counted",
    "Timmarna räknas som": "The hours are counted as",
    "I snitt: en bra period väger upp en sämre": "On average: a good period makes up for a worse one",
    "Egen tid från och med": "Its own time from",
    "Utöver ett annat åtagande": "In addition to another commitment",
    "Skäl, som medborgarna läser": "Reason, which citizens read",
    "Namn": "Name",
    "Varför? De som loggade läser det.": "Why? Those who logged it read this.",
    "Avvisa förslaget": "Refuse the proposal",
    "Inga skyltar": "No signs",
    "Räknas även mot": "Also counts towards",
    "Räknas i stället mot": "Counts instead towards",
    "Närbild av de platser som ligger tätast. Listan säger detsamma.": (
        "Close-up of the places that lie closest. The list says the same."
    ),
    "besökt senaste 30 dagarna": "visited in the last 30 days",
    "längre sedan": "longer ago",
    "aldrig besökt": "never visited",
    "Utförd av någon av": "Done by any of",
    "Tillsammans av alla dessa": "Together by all of these",
    "Platsen är utpekad av medborgare": "The place is flagged by citizens",
    "Minst så många deltagare": "At least so many participants",
    "Minst så många minuter": "At least so many minutes",
    "i adressen": "in the address",
    "i huvudet": "in the header",
    "inte uppfyllt": "not met",
    "Alla {0}": "All {0}",
    "platser att gå till": "places to go to",
    "besökt {0}": "visited {0}",
    "Löften om närvaro": "Promises of presence",
}
