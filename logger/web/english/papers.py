"""Follow-ups on paper, in files, and in a frame elsewhere."""

WORDS = {
    "Andel av målet": "Share of the goal",
    "Arbetsbok (Excel)": "Workbook (Excel)",
    "Att ta upp": "To talk about",
    "av": "of",
    "Beslut": "Decisions",
    "Demo: alla aktiviteter är påhittade.": "Demo: all activities are invented.",
    (
        "Ett medborgarlöfte är vad Polisen och kommunen lovar dem som bor i kommunen. Siffrorna "
        "räknas ur aktiviteter som loggas när de är gjorda."
    ): (
        "A citizen pledge is what the Police and the municipality promise those who live there. "
        "The figures are counted from activities that are logged when they are done."
    ),
    "Excel": "Excel",
    "Framlagd, inte godkänd av båda parter.": "Put forward, not approved by both parties.",
    "Förhandsvisning: inte publicerad än.": "A preview: not published yet.",
    "Godkänd av båda parter.": "Approved by both parties.",
    "Godkänd av {0} {1}.": "Approved by {0} on {1}.",
    "Hur det står till": "How it stands",
    "Inget löfte ligger efter eller behöver bevakas.": "No promise is behind or needs to be watched.",
    (
        "Klistra in det här där det ska synas. Ramen visar alltid det senast publicerade, utan "
        "skript och kakor."
    ): (
        "Paste this where it is to be seen. The frame always shows what was published last, "
        "without scripts and cookies."
    ),
    "Kod att klistra in": "Code to paste",
    "Läget i korthet": "How it stands in short",
    "Läs hela löftet och hur vi räknar": "Read the whole pledge, and how we count",
    "Läs mer, och hur vi räknar:": "Read more, and how we count:",
    "Om filen": "About the file",
    "Perioder": "Periods",
    "Procent av målet": "Per cent of the goal",
    "QR-kod till löftets sida": "QR code to the page of the pledge",
    "Redovisning till kommunfullmäktige": "Account to the municipal council",
    "Se hur ramen ser ut": "See what the frame looks like",
    "Sidan, reglerna och öppna data finns på {0}": "The page, the rules and open data are at {0}",
    "Sidan för utskrift": "The page for printing",
    "Siffra": "Number",
    "Så håller vi löftet": "How we keep the promise",
    "Så är siffrorna gjorda": "How the figures are made",
    "Tabell (CSV)": "Table (CSV)",
    "Tabell för program (CSV)": "Table for programs (CSV)",
    "Underlag till brottsförebyggande rådet": "Pack for the crime-prevention council",
    "Uppgifterna finns som öppna data, för den som vill räkna själv:": (
        "The same is open data, for those who want to count for themselves:"
    ),
    "Utfall i ord": "Result in words",
    "Utkast. Siffrorna är inte frysta.": "A draft. The figures are not frozen.",
    "Vad som ska göras": "What is to be done",
    (
        "Varje siffra är räknad ur aktiviteter som Polisen och kommunen loggar när de är gjorda, "
        "efter regeln som står vid löftet. Siffrorna frystes när uppföljningen lades fram. Det "
        "som blir känt senare ändrar dem inte, utan står som en rättelse."
    ): (
        "Every figure is counted from activities that the Police and the municipality log when "
        "they are done, by the rule that stands at the promise. The figures were frozen when the "
        "follow-up was put forward. What becomes known later does not change them, but stands as "
        "a correction."
    ),
    "Vem": "Who",
    "Visa löftet på en annan webbplats": "Show the pledge on another site",
}
