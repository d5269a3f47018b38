"""What a "no" is answered with to who takes in a book kept before."""

ANSWERS = {
    "sheet_unreadable": (422, "Boken går inte att läsa", "Filen går inte att läsa. Inget är sparat."),
    "sheet_faulty": (
        422,
        "Rader med fel",
        "Inget är sparat. Rätta raderna i boken, eller kryssa för att de hoppas över.",
    ),
    "sheet_empty": (422, "Inget att läsa in", "Ingen rad går att läsa in. Inget är sparat."),
    "sheet_taken_in": (409, "Redan inläst", "Samma rader är redan inlästa. Inget är sparat."),
    "taken_out_already": (409, "Redan borttagen", "Inläsningen är redan borttagen."),
}
