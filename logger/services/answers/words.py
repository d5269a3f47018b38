"""What a "no" is answered with to who keeps the vocabulary."""

ANSWERS = {
    "word_faulty": (422, "Ordet går inte att spara så", "Rätta det som är markerat. Inget har ändrats."),
    "word_taken": (422, "Ordet finns", "Ett annat ord heter så."),
    "word_changed": (
        409,
        "Ordet har ändrats",
        "Någon annan har ändrat ordet sedan du öppnade det. Här står det som gäller nu.",
    ),
    "word_in_use": (
        409,
        "Löften räknas efter ordet",
        "Löften som gäller räknas efter ordet. Kryssa för att det ska tas ur bruk ändå.",
    ),
    "made_by_product": (
        422,
        "Fältloggs eget",
        "Den typen gör Fältlogg själv. Den kan inte tas ur bruk eller få egna ord.",
    ),
}
