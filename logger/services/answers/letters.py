"""What a "no" is answered with to who asks for letters and reminders."""

ANSWERS = {
    "push_not_set_up": (
        409,
        "Påminnelser är inte påslagna",
        "Den här servern skickar inga påminnelser: nyckel eller kontaktadress saknas.",
    ),
    "mail_not_set_up": (
        409,
        "Brev är inte påslagna",
        "Den här servern skickar inga brev: MAIL_SERVER, MAIL_FROM eller SITE_ADDRESS saknas.",
    ),
    "unknown_push_service": (
        422,
        "Okänd tjänst",
        "Webbläsarens tjänst för meddelanden är ingen som servern skickar till.",
    ),
    "push_key_exists": (
        409,
        "Nyckeln finns",
        "Det finns redan en nyckel. Med --replace byts den; ingen nås förrän telefonen frågat på nytt.",
    ),
}
