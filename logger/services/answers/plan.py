"""What a "no" is answered with to who plans a year."""

ANSWERS = {
    "plan_faulty": (422, "Något saknas", "Rätta det som är markerat. Inget har ändrats."),
    "plan_item_begun": (
        409,
        "Raden är påbörjad",
        "Något tillfälle är redan besvarat. Avsluta raden och lägg till en ny, så står det besvarade kvar.",
    ),
    "plan_changed": (
        409,
        "Planen är ändrad",
        "Någon har ändrat i planen sedan du öppnade den. Läs den som gäller nu.",
    ),
    "plan_approved": (409, "Redan godkänd", "Planen är godkänd så som den står."),
    "plan_of_past_year": (
        422,
        "Året är slut",
        "En plan godkänns före sitt år eller under det, inte efteråt.",
    ),
    "nothing_planned": (422, "Inget att godkänna", "Inget är planerat för året."),
    "activity_unfit": (
        409,
        "Aktiviteten passar inte",
        "Aktiviteten är inte det som planerades, eller hör redan till ett annat tillfälle.",
    ),
}
