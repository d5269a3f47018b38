"""What a "no" is answered with to who keeps the places."""

ANSWERS = {
    "place_faulty": (422, "Fel i uppgifterna", "Rätta det som är markerat. Inget har ändrats."),
    "place_changed": (
        409,
        "Platsen har ändrats",
        "Någon annan har ändrat platsen sedan du öppnade den. Här står det som gäller nu.",
    ),
    "place_name_taken": (
        422,
        "Namnet finns redan",
        "En annan plats heter så redan. Är det samma plats kan de slås ihop.",
    ),
    "same_place": (422, "Samma plats", "Välj en annan plats att slå ihop den med."),
    "places_merged_already": (
        409,
        "Någon hann före",
        "Någon annan har redan slagit ihop en av platserna. Här står den som gäller nu.",
    ),
    "merge_lowers": (
        409,
        "Löften räknar platserna var för sig",
        "Löften räknar de två platserna var för sig. Slås de ihop blir det en plats mindre att besöka.",
    ),
    "proposal_decided": (
        409,
        "Redan avgjort",
        "Ingen post föreslår platsen längre. Någon annan hann avgöra den.",
    ),
}
