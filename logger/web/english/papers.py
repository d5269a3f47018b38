"""Follow-ups on paper and in files."""

WORDS = {
    "Att ta upp": "To talk about",
    "av": "of",
    "Demo: alla aktiviteter är påhittade.": "Demo: all activities are invented.",
    (
        "Ett medborgarlöfte är vad Polisen och kommunen lovar dem som bor i kommunen. Siffrorna "
        "räknas ur aktiviteter som loggas när de är gjorda."
    ): (
        "A citizen pledge is what the Police and the municipality promise those who live there. The "
        "figures are counted from activities that are logged when they are done."
    ),
    "Framlagd, inte godkänd av båda parter.": "Put forward, not approved by both parties.",
    "Förhandsvisning: inte publicerad än.": "A preview: not published yet.",
    "Godkänd av båda parter.": "Approved by both parties.",
    "Godkänd av {0} {1}.": "Approved by {0} on {1}.",
    "Hur det står till": "How it stands",
    "Inget löfte ligger efter eller behöver bevakas.": "No promise is behind or needs to be watched.",
    "Läget i korthet": "How it stands in short",
    "Läs mer, och hur vi räknar:": "Read more, and how we count:",
    "QR-kod till löftets sida": "QR code to the page of the pledge",
    "Redovisning till kommunfullmäktige": "Account to the municipal council",
    "Så håller vi löftet": "How we keep the promise",
    "Så är siffrorna gjorda": "How the figures are made",
    "Underlag till brottsförebyggande rådet": "Pack for the crime-prevention council",
    "Uppgifterna finns som öppna data, för den som vill räkna själv:": (
        "The same is open data, for those who want to count for themselves:"
    ),
    "Utkast. Siffrorna är inte frysta.": "A draft. The figures are not frozen.",
    "Vad som ska göras": "What is to be done",
    (
        "Varje siffra är räknad ur aktiviteter som Polisen och kommunen loggar när de är gjorda, "
        "efter regeln som står vid löftet. Siffrorna frystes när uppföljningen lades fram. Det som "
        "blir känt senare ändrar dem inte, utan står som en rättelse."
    ): (
        "Every figure is counted from activities that the Police and the municipality log when they "
        "are done, by the rule that stands at the promise. The figures were frozen when the follow-up "
        "was put forward. What becomes known later does not change them, but stands as a correction."
    ),
    "Vem": "Who",
}
