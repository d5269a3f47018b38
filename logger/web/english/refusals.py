"""What every other "no" is called, and what to do about it."""

WORDS = {
    "Adressen används": "The address is taken",
    "Adressen finns, men kan inte användas på det sättet.": (
        "The address exists, but cannot be used in that way."
    ),
    "Aktivitetsfilen håller inte ihop. Inget har sparats.": (
        "The activities file does not hold together. Nothing has been saved."
    ),
    "Appen är för gammal för servern. Ladda om den.": "The app is too old for the server. Load it again.",
    "Databasen har demoinnehåll. Använd en tom databas för skarp drift.": (
        "The database has demo content. Use an empty database for real work."
    ),
    "Databasen innehåller mer": "The database holds more",
    "Databasen innehåller sådant som saknas i säkerhetskopian. Med --replace skrivs det över.": (
        "The database holds what the backup lacks. With --replace it is written over."
    ),
    "Databasen är i skarp drift. Demoinnehåll läggs bara i en tom databas.": (
        "The database is in real use. Demo content is only put into an empty one."
    ),
    "Databasen är inte uppgraderad": "The database is not upgraded",
    "Databasens ägare behövs": "The owner of the database is needed",
    "Det här får bara den göra som äger databasens tabeller. Sätt DATABASE_OWNER_URL och kör igen.": (
        "Only the owner of the database's tables may do this. Set DATABASE_OWNER_URL and run it again."
    ),
    "Databasens tabeller hör till en annan version. Kör flask --app app db upgrade först.": (
        "The tables of the database belong to another version. Run flask --app app db upgrade first."
    ),
    "De här posterna hör till en annan användare. De ligger kvar på telefonen.": (
        "These entries belong to another user. They stay on the phone."
    ),
    "Demo i databasen": "Demo in the database",
    "Den här adressen packar bara upp gzip.": "This address unpacks gzip only.",
    "Den här adressen tar bara emot JSON.": "This address takes JSON only.",
    "Den här servern skickar inga påminnelser: nyckel eller kontaktadress saknas.": (
        "This server sends no reminders: a key or an address to reach you by is missing."
    ),
    "Det angivna finns inte i den här databasen.": "What was given does not exist in this database.",
    "Det finns redan en administratör i den här databasen.": (
        "There is an administrator in this database already."
    ),
    "Det finns redan en fil med det namnet. Med --replace skrivs den över.": (
        "There is a file of that name already. With --replace it is written over."
    ),
    "Det finns redan en nyckel. Med --replace byts den; ingen nås förrän telefonen frågat på nytt.": (
        "There is a key already. With --replace it is exchanged; nobody is reached until the phone "
        "has asked anew."
    ),
    "Det gick inte": "That did not work",
    "Det gick inte att göra det du bad om.": "What you asked for could not be done.",
    "Det gick inte att läsa": "That could not be read",
    "Det här får du inte göra.": "You may not do this.",
    "Det som skickades gick inte att läsa.": "What was sent could not be read.",
    "Det som skickades går inte att läsa som det ska.": "What was sent cannot be read as it should.",
    "Det som skickades är för stort. Dela upp det och försök igen.": (
        "What was sent is too large. Divide it and try again."
    ),
    "Det som skickades är inte JSON med en enda mening.": (
        "What was sent is not JSON with one meaning only."
    ),
    "Det som skickas måste ange sin längd.": "What is sent must tell its length.",
    "Det som söks finns inte, eller är inte öppet för dig.": (
        "What you are looking for does not exist, or is not open to you."
    ),
    "Disken är full": "The disk is full",
    "Disken är full. Inget har ändrats.": "The disk is full. Nothing has been changed.",
    "Du får se det här, men inte ändra det.": "You may see this, but not change it.",
    "E-postadressen och lösenordet hör inte ihop.": (
        "The e-mail address and the password do not belong together."
    ),
    "Fel format": "Wrong format",
    "Fel i aktivitetsfilen": "Something is wrong in the activities file",
    "Fel i löftesfilen": "Something is wrong in the pledge file",
    "Fel i platsfilen": "Something is wrong in the places file",
    "Fel i sändningen": "Something is wrong in what was sent",
    "Fel i uppgifterna": "Something is wrong in what was filled in",
    "Fel packning": "Wrong packing",
    "Fel telefonprofil": "Wrong profile on the phone",
    "Det nuvarande lösenordet stämmer inte.": "The current password is not right.",
    "Det nya lösenordet är skrivet på två olika sätt.": (
        "The new password has been written in two different ways."
    ),
    "Fel lösenord": "Wrong password",
    "Fel uppgifter": "That did not match",
    "Olika lösenord": "Different passwords",
    "Felet är antecknat. Försök igen om en stund.": "The fault has been noted. Try again in a moment.",
    "Filen finns": "The file exists",
    "Filen går inte att använda": "The file cannot be used",
    "Filen går inte att läsa eller skriva.": "The file cannot be read or written.",
    "Filen är ingen säkerhetskopia från Fältlogg.": "The file is not a backup from Fältlogg.",
    "För många försök på kort tid. Vänta en stund och försök igen.": (
        "Too many attempts in a short time. Wait a moment and try again."
    ),
    "För många sändningar på kort tid. Vänta en stund.": ("Too many batches in a short time. Wait a moment."),
    "För stort": "Too large",
    "Går inte att göra här": "That cannot be done here",
    "Ingen säkerhetskopia": "Not a backup",
    "Inloggningen har gått ut. Logga in igen så fortsätter du där du var.": (
        "The sign-in has ended. Sign in again and you go on where you were."
    ),
    "Inte tillgängligt just nu": "Not available right now",
    "Inte tillåtet": "Not allowed",
    "Kontot är avstängt": "The account is closed",
    "Kontot är avstängt. Det som väntar kan fortfarande lämnas in.": (
        "The account is closed. What is waiting can still be handed in."
    ),
    "Logga in igen": "Sign in again",
    "Längden saknas": "The length is missing",
    "Löftesfilen håller inte ihop. Inget har sparats.": (
        "The pledge file does not hold together. Nothing has been saved."
    ),
    "Lösenordet är för lätt att gissa.": "The password is too easy to guess.",
    "Ny version behövs": "A newer version is needed",
    "Nyare säkerhetskopia": "Newer backup",
    "Nyckeln finns": "The key exists",
    "Någon annan loggar in med den e-postadressen.": "Somebody else signs in with that e-mail address.",
    "Något gick fel hos oss": "Something went wrong on our side",
    "Okänd tjänst": "Unknown service",
    "Okänt val": "Unknown choice",
    "Platsfilen håller inte ihop. Inget har sparats.": (
        "The places file does not hold together. Nothing has been saved."
    ),
    "Påminnelser är inte påslagna": "Reminders are not turned on",
    "Redan installerat": "Installed already",
    "Sidan finns inte": "The page does not exist",
    "Sidan har blivit för gammal. Ladda om den och försök igen.": (
        "The page has grown too old. Load it again and try once more."
    ),
    "Skadad säkerhetskopia": "Damaged backup",
    "Skarp databas": "Real database",
    "Stoppat för säkerhets skull": "Stopped for safety",
    "Svagt lösenord": "Weak password",
    "Säkerhetskopian är gjord av en nyare version. Uppgradera den här installationen först.": (
        "The backup was made by a newer version. Upgrade this installation first."
    ),
    "Säkerhetskopian är skadad och kan inte användas.": "The backup is damaged and cannot be used.",
    "Sändningen går inte att läsa som den ska. Inget har sparats.": (
        "What was sent cannot be read as it should. Nothing has been saved."
    ),
    "Telefonen får inte längre skicka. Det som ligger kvar på den kan sparas till en fil.": (
        "The phone may no longer send. What remains on it can be saved to a file."
    ),
    "Telefonen är spärrad": "The phone is blocked",
    "Tjänsten är upptagen. Försök igen om en stund.": "The service is busy. Try again in a moment.",
    "Vänta en stund": "Wait a moment",
    "Webbläsarens tjänst för meddelanden är ingen som servern skickar till.": (
        "The browser’s service for messages is none that the server sends to."
    ),
    "Ange gallringsbeslutets beteckning, högst 80 tecken.": (
        "Give the reference of the decision on disposal, 80 characters at most."
    ),
    "Beslutet saknas": "The decision is missing",
    "För nära i tiden": "Too near in time",
    "Gallringen stannade": "Disposal stopped",
    "Minst tre månader: telefoner och rättelser behöver posten hel så länge.": (
        "Three months at least: phones and corrections need the entry whole for so long."
    ),
    "Något är inte vad som lades in. Kör flask --app app audit verify först.": (
        "Something is not what was entered. Run flask --app app audit verify first."
    ),
}
