"""What a "no" is answered with to who looks through entries at the desk."""

ANSWERS = {
    "other_version_stands": (
        409,
        "Någon hann före",
        "Posten har ändrats sedan du öppnade den. Titta på den som gäller och gör om det som behövs.",
    ),
    "reason_missing": (422, "Skälet saknas", "Skriv varför, så att den som loggade förstår."),
    "personal_data_in_reason": (
        422,
        "Personuppgift i skälet",
        "Skälet ser ut att innehålla en personuppgift. Skriv det utan namn, nummer och adresser.",
    ),
    "entry_faulty": (422, "Uppgifterna går inte ihop", "Rätta det som är markerat. Inget har ändrats."),
    "type_changed": (
        422,
        "Typen är bytt",
        "Typen är bytt. Se över fokus och antal, och spara sedan rättelsen.",
    ),
    "nothing_changed": (422, "Inget är ändrat", "Uppgifterna är desamma som förut."),
    "not_current": (409, "Posten gäller inte", "Posten är redan struken eller ångrad."),
    "not_alike": (
        422,
        "Inte samma tillfälle",
        "Bara poster av samma typ på samma plats, med högst 15 minuter mellan starterna, kan slås ihop.",
    ),
    "chosen_changed": (
        409,
        "Någon hann före",
        "Några av posterna har ändrats sedan du valde dem. Inget är gjort. Titta på dem och försök igen.",
    ),
    "too_many_chosen": (
        422,
        "För många på en gång",
        "Fler är valda än vad som ändras på en gång. Välj en kortare tid.",
    ),
    "too_many_to_export": (
        422,
        "För många för en fil",
        "Urvalet har fler än 50 000 aktiviteter. Välj en kortare tid och spara flera filer.",
    ),
    "too_many_files": (
        429,
        "Vänta en stund",
        "Du har hämtat många filer på kort tid. Vänta en minut och hämta sedan nästa.",
    ),
    "kept_already": (409, "Redan avgjort", "Någon har redan avgjort att de två är olika tillfällen."),
    "decided_already": (409, "Redan avgjord", "Någon har redan avgjort posten, eller så har den rättats."),
    "waits_for_another": (
        409,
        "Väntar på en annan post",
        "Det som posten ändrar finns inte, eller gäller inte längre.",
    ),
}
