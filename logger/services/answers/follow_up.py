"""What a "no" is answered with to who writes, approves or publishes a follow-up."""

ANSWERS = {
    "follow_up_changed": (
        409,
        "Någon annan har skrivit",
        "Någon annan har ändrat i uppföljningen sedan du öppnade den. Det du skrev står kvar i fälten.",
    ),
    "follow_up_frozen": (
        409,
        "Uppföljningen är fryst",
        "Uppföljningen är framlagd. Den ändras bara om en part skickar tillbaka den.",
    ),
    "follow_up_faulty": (422, "Något saknas", "Rätta det som är markerat. Inget har ändrats."),
    "period_not_over": (
        422,
        "Perioden är inte slut",
        "Siffrorna kan frysas först när perioden är slut.",
    ),
    "nothing_proposed": (
        409,
        "Inget att godkänna",
        "Uppföljningen är inte framlagd, eller är en annan än den du läste. Läs den som gäller nu.",
    ),
    "party_has_approved": (409, "Redan godkänd", "Någon har redan godkänt för den parten."),
    "one_person_one_party": (
        403,
        "Två personer behövs",
        "Du har redan godkänt för den andra parten. En annan person behöver godkänna för den här.",
    ),
    "not_approved": (
        409,
        "Inte godkänd än",
        "Uppföljningen publiceras först när Polisen och kommunen har godkänt den.",
    ),
    "too_early_to_publish": (
        409,
        "För tidigt att publicera",
        "Siffror publiceras tidigast sju dagar efter periodens sista dag.",
    ),
    "published_already": (
        409,
        "Redan publicerad",
        "Uppföljningen är redan publicerad. Det som är publicerat ändras inte.",
    ),
}
