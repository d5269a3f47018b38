"""Papers, files and what is embedded elsewhere: sheets, accounts, packs and workbooks."""

WORDS = {
    "Så håller vi löftet": "How we keep the promise",
    "Förhandsvisning: inte publicerad än.": "A preview: not published yet.",
    (
        "Ett medborgarlöfte är vad Polisen och kommunen lovar dem som bor i kommunen. "
        "Siffrorna räknas ur aktiviteter som loggas när de är gjorda."
    ): (
        "A citizen pledge is what the Police and the municipality promise those who live there. "
        "The figures are counted from activities that are logged when they are done."
    ),
    "Läs mer, och hur vi räknar:": "Read more, and how we count:",
    "QR-kod till löftets sida": "QR code to the page of the pledge",
    "Redovisning till kommunfullmäktige": "Account to the municipal council",
    "Så är siffrorna gjorda": "How the figures are made",
    (
        "Varje siffra är räknad ur aktiviteter som Polisen och kommunen loggar när de är gjorda, "
        "efter regeln som står vid löftet. Siffrorna frystes när uppföljningen lades fram. Det som "
        "blir känt senare ändrar dem inte, utan står som en rättelse."
    ): (
        "Every figure is counted from activities that the Police and the municipality log when they are "
        "done, by the rule that stands at the promise. The figures were frozen when the follow-up was put "
        "forward. What becomes known later does not change them, but stands as a correction."
    ),
    "Uppgifterna finns som öppna data, för den som vill räkna själv:": (
        "The same is open data, for those who want to count for themselves:"
    ),
    "Godkänd av {0} {1}.": "Approved by {0} on {1}.",
    "Läget i korthet": "How it stands in short",
    "Utkast. Siffrorna är inte frysta.": "A draft. The figures are not frozen.",
    "Framlagd, inte godkänd av båda parter.": "Put forward, not approved by both parties.",
    "Godkänd av båda parter.": "Approved by both parties.",
    "Underlag till brottsförebyggande rådet": "Pack for the crime-prevention council",
    "Demo: alla aktiviteter är påhittade.": "Demo: all activities are invented.",
    "Att ta upp": "To talk about",
    "Inget löfte ligger efter eller behöver bevakas.": "No promise is behind or needs to be watched.",
    "Vad som ska göras": "What is to be done",
    "Vem": "Who",
    "Hur det står till": "How it stands",
    "av": "of",
    "Papper och filer": "Papers and files",
    "Underlag till brottsförebyggande rådet (PDF)": "Pack for the crime-prevention council (PDF)",
    "Redovisning till kommunfullmäktige (PDF)": "Account to the municipal council (PDF)",
    "Blad att dela ut (PDF)": "Sheet to hand out (PDF)",
    "Bladet och redovisningen visar det som alla får läsa. De går att ta ut när uppföljningen är framlagd.": (
        "The sheet and the account show what everyone may read. They can be had once the follow-up is put"
        " forward."
    ),
    "Papper": "Papers",
}
