"""What a "no" is answered with to phones and machines that send."""

ANSWERS = {
    "length_required": (411, "Längden saknas", "Det som skickas måste ange sin längd."),
    "too_large": (413, "För stort", "Det som skickades är för stort. Dela upp det och försök igen."),
    "unknown_encoding": (415, "Fel packning", "Den här adressen packar bara upp gzip."),
    "not_json": (400, "Det gick inte att läsa", "Det som skickades är inte JSON med en enda mening."),
    "bad_batch": (400, "Fel i sändningen", "Sändningen går inte att läsa som den ska. Inget har sparats."),
    "stream_owner_mismatch": (
        403,
        "Fel telefonprofil",
        "De här posterna hör till en annan användare. De ligger kvar på telefonen.",
    ),
    "device_revoked": (
        410,
        "Telefonen är spärrad",
        "Telefonen får inte längre skicka. Det som ligger kvar på den kan sparas till en fil.",
    ),
    "upgrade_required": (426, "Ny version behövs", "Appen är för gammal för servern. Ladda om den."),
    "too_many_batches": (429, "Vänta en stund", "För många sändningar på kort tid. Vänta en stund."),
}
