"""What is wrong with a pledge, in a file or in a draft."""

WORDS = {
    '"format" ska vara {0}, inte {1}': '"format" must be {0}, not {1}',
    '"id" ska bestå av a–z, 0–9 och bindestreck, inte "{0}"': (
        '"id" must be made of a–z, 0–9 and hyphens, not "{0}"'
    ),
    '"in_addition_to": {0}': '"in_addition_to": {0}',
    '"judged" behöver "per": i snitt per vad?': '"judged" needs "per": on average over what?',
    '"label" får vara högst {0} tecken; denna är {1}': (
        '"label" may have at most {0} characters; this one has {1}'
    ),
    '"municipality" ska vara en kommunkod med fyra siffror, inte "{0}"': (
        '"municipality" must be the four digits of a municipality, not "{0}"'
    ),
    '"per: season" behöver "seasons" i räkneregeln': '"per: season" needs "seasons" in the counting rule',
    '"{0}" hör inte till "{1}", bara till {2}': '"{0}" does not belong to "{1}", only to {2}',
    '"{0}" kan bara vara true; stryk raden om det inte är ett villkor': (
        '"{0}" can only be true; strike the line if it is no condition'
    ),
    '"{0}" kan inte stå i any_of eller except, bara i regeln själv': (
        '"{0}" cannot stand in any_of or except, only in the rule itself'
    ),
    '"{0}" kan inte vara "{1}"; välj bland {2}': '"{0}" cannot be "{1}"; choose among {2}',
    '"{0}" måste vara ett annat count, utan per, unit och in_addition_to': (
        '"{0}" must be another count, without per, unit and in_addition_to'
    ),
    '"{0}" saknar värde': '"{0}" has no value',
    '"{0}" saknas': '"{0}" is missing',
    '"{0}" ska vara en lista': '"{0}" must be a list',
    '"{0}" ska vara en lista av ord': '"{0}" must be a list of words',
    '"{0}" ska vara ett datum som 2021-06-30, inte "{1}"': (
        '"{0}" must be a date such as 2021-06-30, not "{1}"'
    ),
    '"{0}" ska vara ett klockslag från 00:00 till 23:59, inte "{1}"': (
        '"{0}" must be an hour from 00:00 to 23:59, not "{1}"'
    ),
    '"{0}" ska vara minst {1}, inte {2}': '"{0}" must be at least {1}, not {2}',
    '"{0}" ska vara månad och dag som 06-01, inte "{1}"': (
        '"{0}" must be month and day such as 06-01, not "{1}"'
    ),
    '"{0}" ska vara {1}': '"{0}" must be {1}',
    '"{0}" ska vara {1}, inte "{2}"': '"{0}" must be {1}, not "{2}"',
    '"{0}" står två gånger': '"{0}" stands twice',
    '"{0}" står två gånger i "{1}"': '"{0}" stands twice in "{1}"',
    '"{0}" är en tom lista': '"{0}" is an empty list',
    '; menade du "{0}"?': '; did you mean "{0}"?',
    "dagen {0} finns inte": "the day {0} does not exist",
    "datumet {0} finns inte": "the date {0} does not exist",
    "en nyckel ska vara ett ord": "a key must be a word",
    "en paus": "a pause",
    "en räkneregel": "a counting rule",
    "en säsong": "a season",
    "en säsong kan inte börja eller sluta den 29 februari, som inte finns varje år": (
        "a season cannot begin or end on 29 February, which not every year has"
    ),
    "en text": "a text",
    "en ändring av målet": "a change of the goal",
    "ett datum": "a date",
    "ett fokusområde": "a focus area",
    "ett heltal": "a whole number",
    "ett ord": "a word",
    "ett tal": "a number",
    "ett tecken får inte finnas i filen": "a character is not allowed in the file",
    "ett tecken är trasigt": "a character is broken",
    "ett åtagande": "a commitment",
    "Filen gäller kommun {0}, inte {1}.": "The file is about municipality {0}, not {1}.",
    "filen ska innehålla ett enda löfte": "the file must hold one single pledge",
    "filen är för stor för att vara ett löfte": "the file is too large to be a pledge",
    "Filen är för stor för att vara ett löfte.": "The file is too large to be a pledge.",
    "Filen är ingen text. En löftesfil är en textfil i UTF-8.": (
        "The file is no text. A pledge file is a text file in UTF-8."
    ),
    "filen är tom": "the file is empty",
    "för många nivåer i varandra": "too many levels inside each other",
    "hänvisningar med & och * går inte att använda här": "references by & and * cannot be used here",
    'inget åtagande har id "{0}"{1}': 'no commitment has the id "{0}"{1}',
    "Kommun": "Municipality",
    "Kommunen {0} finns inte i den här databasen.": "Municipality {0} is not in this database.",
    "Kommunen {0} har inget löfte {1}.": "Municipality {0} has no pledge {1}.",
    "Kort namn": "Short name",
    "löftesår kan inte börja den 29 februari, som inte finns varje år": (
        "a year of the pledge cannot begin on 29 February, which not every year has"
    ),
    "löftet": "the pledge",
    "målet ändras två gånger {0}": "the goal changes twice on {0}",
    "målet ändras {0}, utanför giltigheten {1}": "the goal changes {0}, outside the validity {1}",
    'okänd nyckel "{0}"{1}': 'unknown key "{0}"{1}',
    'okänd plats "{0}"': 'unknown place "{0}"',
    'okänd {0} "{1}"{2}': 'unknown {0} "{1}"{2}',
    'okänt räkneverk "{0}"{1}': 'unknown counter "{0}"{1}',
    "Ordalydelse": "Wording",
    "Pauser": "Pauses",
    "platstyp": "kind of place",
    "raden går inte att läsa som YAML; se över indrag, kolon och citattecken": (
        "the line cannot be read as YAML; look at indents, colons and quotation marks"
    ),
    "Räkneregel": "Counting rule",
    'Skriv kommunens kod som fyra siffror efter "municipality:".': (
        'Write the four digits of the municipality after "municipality:".'
    ),
    "Skäl till ändrat mål": "Reason for another goal",
    "slutet {0} ligger före början {1}": "the end {0} comes before the start {1}",
    "tabbtecken går inte att använda för indrag; använd mellanslag": (
        "tabs cannot be used for indents; use spaces"
    ),
    'två åtaganden har id "{0}"; det första står på rad {1}': (
        'two commitments have the id "{0}"; the first is on line {1}'
    ),
    "veckodag": "weekday",
    "Välj en löftesfil; den som kom var tom.": "Choose a pledge file; the one that came was empty.",
    "{0} ska bestå av nycklar och värden": "{0} must be made of keys and values",
    "årtalet i {0} är orimligt": "the year in {0} is not plausible",
}
