"""What a "no" is answered with to whoever asks for whatever."""

ANSWERS = {
    "refused": (400, "Det gick inte", "Det gick inte att göra det du bad om."),
    "not_found": (404, "Sidan finns inte", "Det som söks finns inte, eller är inte öppet för dig."),
    "not_allowed": (403, "Inte tillåtet", "Du får se det här, men inte ändra det."),
    "reauth": (401, "Logga in igen", "Inloggningen har gått ut. Logga in igen så fortsätter du där du var."),
    "user_disabled": (
        401,
        "Kontot är avstängt",
        "Kontot är avstängt. Det som väntar kan fortfarande lämnas in.",
    ),
    "sign_in_failed": (401, "Fel uppgifter", "E-postadressen och lösenordet hör inte ihop."),
    "too_many_attempts": (
        429,
        "Vänta en stund",
        "För många försök på kort tid. Vänta en stund och försök igen.",
    ),
    "weak_password": (422, "Svagt lösenord", "Lösenordet är för lätt att gissa."),
    "old_password_wrong": (422, "Fel lösenord", "Det nuvarande lösenordet stämmer inte."),
    "passwords_differ": (422, "Olika lösenord", "Det nya lösenordet är skrivet på två olika sätt."),
    "malformed": (422, "Fel i uppgifterna", "Det som skickades går inte att läsa som det ska."),
    "foreign_request": (
        403,
        "Stoppat för säkerhets skull",
        "Sidan har blivit för gammal. Ladda om den och försök igen.",
    ),
    "wrong_media_type": (415, "Fel format", "Den här adressen tar bara emot JSON."),
    "pledge_file_faulty": (422, "Fel i löftesfilen", "Löftesfilen håller inte ihop. Inget har sparats."),
    "places_file_faulty": (422, "Fel i platsfilen", "Platsfilen håller inte ihop. Inget har sparats."),
    "activities_file_faulty": (
        422,
        "Fel i aktivitetsfilen",
        "Aktivitetsfilen håller inte ihop. Inget har sparats.",
    ),
    "already_installed": (409, "Redan installerat", "Det finns redan en administratör i den här databasen."),
    "demo_present": (
        409,
        "Demo i databasen",
        "Databasen har demoinnehåll. Använd en tom databas för skarp drift.",
    ),
    "installation_present": (
        409,
        "Skarp databas",
        "Databasen är i skarp drift. Demoinnehåll läggs bara i en tom databas.",
    ),
    "email_taken": (409, "Adressen används", "Någon annan loggar in med den e-postadressen."),
    "unknown_choice": (422, "Okänt val", "Det angivna finns inte i den här databasen."),
    "busy": (503, "Inte tillgängligt just nu", "Tjänsten är upptagen. Försök igen om en stund."),
}
