"""What the demo's follow-ups say, by commitment: comments, reasons for what was not done, decisions."""

COMMENTS = {
    "drug-operations": "Insatserna har gjorts tillsammans med grannkommunerna.",
    "outreach": "Fältarbetarna går ut torsdag och fredag kväll. Kontakten med fritidsgården är tät.",
    "bathing-sites": "Kärl töms oftare under högsäsong. Livbojarna är kontrollerade.",
    "traffic-checks": "Kontrollerna läggs där trafikmiljön har upplevts som osäker.",
    "motor-nuisance": "En samlad insats tillsammans med trafikpolisen.",
    "monthly-follow-up": "Brottsförebyggande rådet går igenom uppföljningen vid sina möten.",
    "speed-checks": "Norra vägen och skolornas vägar har fått flest kontroller.",
    "every-school": "Rektorerna uppskattar att patrullen kommer under rasterna.",
    "lupp-grade-8": "Resultatet presenteras för skolorna och för lokala brottsförebyggande rådet.",
    "safety-walk": "Ungdomarna pekade ut två mörka gångvägar, som får ny belysning.",
    "social-media": "Inlägg om vardagen i yttre tjänst läses av flest.",
}
DEVIATIONS = {
    "presence": "Patrullen behövdes i Örebro under flera veckor. Vecka för vecka står i rutorna.",
    "monthly-follow-up": "Sommarmånadens uppföljning gjordes först i augusti, tillsammans med nästa.",
    "speed-checks": "Tre kontroller ställdes in när vägarna var avstängda.",
    "school-foot-patrols": "Skolorna hade studiedagar när tre patruller var planerade.",
    "youth-vehicle-checks": "En kvällsinsats fick avbrytas för ett larm. En ny är planerad.",
    "lupp-upper-secondary-2": "Enkäten till gymnasiet flyttades till hösten på skolans begäran.",
    "social-media": "Kontot låg nere två veckor under våren.",
    "publish-results": "Höstens redovisning blev försenad.",
}
OTHERWISE = "Resurserna behövdes på annat håll under perioden. Planen för resten av året är ändrad."
BECAUSE = {
    "bathing-sites": "Färre klagomål än året före och inga skadade livbojar.",
    "situational-picture": "Lägesbilden uppdateras varje vecka och båda använder den.",
    "traffic-checks": "Kontroller har gjorts varje månad.",
    "checks-where-citizens-pointed": "Alla utpekade platser har fått besök.",
    "free-from-violence": "Alla planerade utbildningstillfällen är genomförda.",
}
DECISIONS = (
    ("presence", "Lägga in två fasta kvällspass i veckan i planen", "police"),
    ("bathing-sites", "Sätta upp en ny skylt vid Lanna badgruva", "municipality"),
    ("speed-checks", "Flytta kontroller till de platser som inte fått besök än", "police"),
    ("safety-walk", "Beställa belysning till gångvägen vid Rödsleskolan", "municipality"),
)
