"""What a "no" is answered with to who writes and decides pledges."""

ANSWERS = {
    "draft_changed": (
        409,
        "Någon hann före",
        "Utkastet har ändrats sedan du öppnade det. Det du skrev står kvar här; det som gäller står under.",
    ),
    "draft_unfinished": (
        422,
        "Utkastet är inte klart",
        "Något saknas eller går inte ihop. Se listan, och lägg fram löftet igen.",
    ),
    "nothing_to_propose": (
        422,
        "Inget är ändrat",
        "Utkastet säger samma sak som en version som redan finns.",
    ),
    "not_waiting": (409, "Redan avgjord", "Versionen väntar inte längre på godkännande."),
}
