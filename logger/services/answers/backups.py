"""What a "no" is answered with to who makes backups, or brings them back."""

ANSWERS = {
    "backup_exists": (
        409,
        "Filen finns",
        "Det finns redan en fil med det namnet. Med --replace skrivs den över.",
    ),
    "file_unusable": (500, "Filen går inte att använda", "Filen går inte att läsa eller skriva."),
    "disk_full": (507, "Disken är full", "Disken är full. Inget har ändrats."),
    "not_a_backup": (422, "Ingen säkerhetskopia", "Filen är ingen säkerhetskopia från Fältlogg."),
    "backup_damaged": (422, "Skadad säkerhetskopia", "Säkerhetskopian är skadad och kan inte användas."),
    "backup_newer": (
        409,
        "Nyare säkerhetskopia",
        "Säkerhetskopian är gjord av en nyare version. Uppgradera den här installationen först.",
    ),
    "schema_not_current": (
        409,
        "Databasen är inte uppgraderad",
        "Databasens tabeller hör till en annan version. Kör flask --app app db upgrade först.",
    ),
    "owner_needed": (
        409,
        "Databasens ägare behövs",
        "Det här får bara den göra som äger databasens tabeller. Sätt DATABASE_OWNER_URL och kör igen.",
    ),
    "database_holds_more": (
        409,
        "Databasen innehåller mer",
        "Databasen innehåller sådant som saknas i säkerhetskopian. Med --replace skrivs det över.",
    ),
}
