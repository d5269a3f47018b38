"""What a "no" is answered with to who keeps people, and to who comes with a code."""

ANSWERS = {
    "code_failed": (
        401,
        "Koden öppnar inte",
        "E-postadressen och koden hör inte ihop, eller så gäller koden inte längre.",
    ),
    "person_faulty": (422, "Det går inte att spara så", "Rätta det som är markerat. Inget har ändrats."),
    "person_changed": (
        409,
        "Någon hann före",
        "Någon har ändrat något om personen sedan du öppnade sidan. Här står det som gäller nu.",
    ),
    "not_to_oneself": (
        422,
        "Inte på dig själv",
        "Det här kan du inte göra med ditt eget konto. Be en annan administratör.",
    ),
    "proof_needed": (403, "Skriv ditt lösenord", "Skriv ditt lösenord en gång till innan det görs."),
    "proof_wrong": (422, "Fel lösenord", "Lösenordet stämmer inte. Inget har ändrats."),
}
