"""Places, their map, what is proposed, and signs."""

WORDS = {
    "Aktiviteter här": "Activities here",
    "Aldrig besökt": "Never visited",
    "Aldrig, så vitt Fältlogg vet": "Never, as far as Fältlogg knows",
    (
        "Allt som är loggat på {0}, och det som kommer från telefoner och skyltar med den, räknas då "
        "på den andra platsen. Namn, slag och utpekanden följer med. Det går inte att ångra."
    ): (
        "All that is logged at {0}, and what comes from phones and signs with it, then counts at the "
        "other place. Names, kinds and flags go along. It cannot be undone."
    ),
    "Använd den ungefärliga positionen": "Use the approximate position",
    "Avvisa förslaget": "Refuse the proposal",
    "besökt senaste 30 dagarna": "visited in the last 30 days",
    "Besökt {0}": "Visited {0}",
    (
        "De som loggade hittade inte platsen i listan. Posterna räknas, men inte mot någon plats, "
        "tills du har avgjort."
    ): (
        "Those who logged did not find the place in the list. The entries count, but at no place, "
        "until you have decided."
    ),
    (
        "Det som görs här under tiden räknas mot det som lovats för utpekade platser. Töm en rad för "
        "att ta bort den."
    ): (
        "What is done here meanwhile counts towards what is promised for flagged places. Empty a row "
        "to remove it."
    ),
    "Det är den": "This is the one",
    "Det är samma plats som en annan": "It is the same place as another",
    "Det är samma plats ändå": "It is the same place all the same",
    "Där de ligger tätast": "Where they lie closest",
    "En plats heter så redan:": "A place is called that already:",
    "Ett namn per rad. De hittas i sökningen på telefonen.": (
        "One name a row. They are found by the search on the phone."
    ),
    "från {0}": "from {0}",
    "Föreslagna platser": "Proposed places",
    "Föreslagna platser – Fältlogg": "Proposed places – Fältlogg",
    "Inga platser finns än.": "There are no places yet.",
    "Inga platser är föreslagna.": "No places are proposed.",
    "Inga skyltar": "No signs",
    "Ingen har pekat ut den.": "Nobody has flagged it.",
    "Kallas också": "Also called",
    "Karta över {0}. Listan säger detsamma.": "Map of {0}. The list says the same.",
    "Kommunen har inga platser att göra skyltar för än.": (
        "The municipality has no places to make signs for yet."
    ),
    "Latitud och longitud, som 59.1768, 14.8665. Tomt om den inte är känd.": (
        "Latitude and longitude, as 59.1768, 14.8665. Empty if it is not known."
    ),
    "Lägg till den första": "Add the first one",
    "Lägg till platsen": "Add the place",
    "Lägg upp": "Set up",
    "Lägg upp som ny plats": "Set up as a new place",
    "längre sedan": "longer ago",
    "Längst sedan besök": "Longest unvisited",
    "Namn": "Name",
    "Namn, slag, position och utpekanden": "Name, kind, position and flags",
    "Nummer": "Number",
    "Ny plats": "New place",
    "Ny plats – Fältlogg": "New place – Fältlogg",
    "Närbild av de platser som ligger tätast. Listan säger detsamma.": (
        "Close-up of the places that lie closest. The list says the same."
    ),
    "och {0} till": "and {0} more",
    "Och {0} till, längre ned i listan.": "And {0} more, further down the list.",
    "Om platsen": "About the place",
    "Ordning": "Order",
    "Platser {0} – Fältlogg": "Places {0} – Fältlogg",
    "Position": "Position",
    "Positionen ligger inte i Sverige. Latitud skrivs först.": (
        "The position is not in Sweden. Latitude is written first."
    ),
    "QR-kod för {0}": "QR code for {0}",
    "Samma som en plats i listan": "The same as a place in the list",
    "Samordnaren lägger till dem.": "The coordinator adds them.",
    "Senast besökt": "Last visited",
    "Sida {0} av {1}": "Page {0} of {1}",
    "Skanna med kameran: platsen är ifylld, tryck Spara.": (
        "Scan with the camera: the place is filled in, press Save."
    ),
    "Skriv från vilken dag, och datum som finns.": "Write from which day, and dates that exist.",
    "Skriv latitud och longitud, som 59.1768, 14.8665.": (
        "Write latitude and longitude, such as 59.1768, 14.8665."
    ),
    (
        "Skriv ut sidan med webbläsaren. Bara skyltarna kommer med på papperet; klipp längs de "
        "streckade linjerna."
    ): "Print the page with the browser. Only the signs come out on paper; cut along the dashed lines.",
    "Skyltar {0} – Fältlogg": "Signs {0} – Fältlogg",
    "Slag": "Kind",
    "Slås den ihop med": "Merged with",
    "Spara platsen": "Save the place",
    (
        "Sätt upp en skylt vid platsen. Den som skannar den får aktiviteten ifylld med platsen och "
        "trycker Spara, med eller utan nät. Samma adress kan läggas i en NFC-tagg."
    ): (
        "Put up a sign at the place. Whoever scans it gets the activity filled in with the place and "
        "presses Save, with or without network. The same address can be put in an NFC tag."
    ),
    "Telefonerna får den nästa gång de har nät.": "The phones get it the next time they have network.",
    "Tidigare": "Earlier",
    "utpekad": "flagged",
    "Utpekad sedan {0}": "Flagged since {0}",
    "Varför? De som loggade läser det.": "Why? Those who logged it read this.",
    "Vilken plats är det?": "Which place is it?",
    "Visa valda": "Show the chosen ones",
    "Välj minst en plats.": "Choose at least one place.",
    "väntar på att avgöras.": "wait to be decided.",
    "{0} att ta ställning till": "{0} to consider",
    "{0} av dem har ingen position än och är inte med på kartan.": (
        "{0} of them have no position yet and are not on the map."
    ),
    "{0} från fältet": "{0} from the field",
    "{0} på {1}": "{0} on {1}",
    "{0}: {1} blir {2}": "{0}: {1} become {2}",
    "· ungefär {0}": "· about {0}",
    "ändras:": "this changes:",
    "återstår": "remains",
}
