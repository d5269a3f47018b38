"""What every "no" is called, and what to do about it."""

WORDS = {
    "Det gick inte": "That did not work",
    "Det gick inte att göra det du bad om.": "What you asked for could not be done.",
    "Sidan finns inte": "The page does not exist",
    "Det som söks finns inte, eller är inte öppet för dig.": (
        "What you are looking for does not exist, or is not open to you."
    ),
    "Inte tillåtet": "Not allowed",
    "Du får se det här, men inte ändra det.": "You may see this, but not change it.",
    "Logga in igen": "Sign in again",
    "Inloggningen har gått ut. Logga in igen så fortsätter du där du var.": (
        "The sign-in has ended. Sign in again and you go on where you were."
    ),
    "Kontot är avstängt": "The account is closed",
    "Kontot är avstängt. Det som väntar kan fortfarande lämnas in.": (
        "The account is closed. What is waiting can still be handed in."
    ),
    "Fel uppgifter": "That did not match",
    "E-postadressen och lösenordet hör inte ihop.": (
        "The e-mail address and the password do not belong together."
    ),
    "Vänta en stund": "Wait a moment",
    "För många försök på kort tid. Vänta en stund och försök igen.": (
        "Too many attempts in a short time. Wait a moment and try again."
    ),
    "Svagt lösenord": "Weak password",
    "Lösenordet är för lätt att gissa.": "The password is too easy to guess.",
    "Fel i uppgifterna": "Something is wrong in what was filled in",
    "Det som skickades går inte att läsa som det ska.": "What was sent cannot be read as it should.",
    "Stoppat för säkerhets skull": "Stopped for safety",
    "Sidan har blivit för gammal. Ladda om den och försök igen.": (
        "The page has grown too old. Load it again and try once more."
    ),
    "Fel format": "Wrong format",
    "Den här adressen tar bara emot JSON.": "This address takes JSON only.",
    "Fel i löftesfilen": "Something is wrong in the pledge file",
    "Löftesfilen håller inte ihop. Inget har sparats.": (
        "The pledge file does not hold together. Nothing has been saved."
    ),
    "Fel i platsfilen": "Something is wrong in the places file",
    "Platsfilen håller inte ihop. Inget har sparats.": (
        "The places file does not hold together. Nothing has been saved."
    ),
    "Fel i aktivitetsfilen": "Something is wrong in the activities file",
    "Aktivitetsfilen håller inte ihop. Inget har sparats.": (
        "The activities file does not hold together. Nothing has been saved."
    ),
    "Redan installerat": "Installed already",
    "Det finns redan en administratör i den här databasen.": (
        "There is an administrator in this database already."
    ),
    "Demo i databasen": "Demo in the database",
    "Databasen har demoinnehåll. Använd en tom databas för skarp drift.": (
        "The database has demo content. Use an empty database for real work."
    ),
    "Skarp databas": "Real database",
    "Databasen är i skarp drift. Demoinnehåll läggs bara i en tom databas.": (
        "The database is in real use. Demo content is only put into an empty one."
    ),
    "Adressen används": "The address is taken",
    "Någon annan loggar in med den e-postadressen.": "Somebody else signs in with that e-mail address.",
    "Okänt val": "Unknown choice",
    "Det angivna finns inte i den här databasen.": "What was given does not exist in this database.",
    "Någon hann före": "Somebody was before you",
    ("Posten har ändrats sedan du öppnade den. Titta på den som gäller och gör om det som behövs."): (
        "The entry has been changed since you opened it. Look at the one that stands and do "
        "again what is needed."
    ),
    "Skälet saknas": "The reason is missing",
    "Skriv varför, så att den som loggade förstår.": "Write why, so that whoever logged it understands.",
    "Personuppgift i skälet": "Personal data in the reason",
    "Skälet ser ut att innehålla en personuppgift. Skriv det utan namn, nummer och adresser.": (
        "The reason seems to hold personal data. Write it without names, numbers and addresses."
    ),
    "Uppgifterna går inte ihop": "It does not add up",
    "Rätta det som är markerat. Inget har ändrats.": "Put right what is marked. Nothing has been changed.",
    "Typen är bytt": "The type has been changed",
    "Typen är bytt. Se över fokus och antal, och spara sedan rättelsen.": (
        "The type has been changed. Look over focus and number, and then save the correction."
    ),
    "Inget är ändrat": "Nothing is changed",
    "Uppgifterna är desamma som förut.": "What was given is the same as before.",
    "Platsen har ändrats": "The place has been changed",
    "Någon annan har ändrat platsen sedan du öppnade den. Här står det som gäller nu.": (
        "Somebody else has changed the place since you opened it. This is what stands now."
    ),
    "Namnet finns redan": "The name exists already",
    "En annan plats heter så redan. Är det samma plats kan de slås ihop.": (
        "Another place has that name. If it is the same place, the two can be merged."
    ),
    "Samma plats": "The same place",
    "Välj en annan plats att slå ihop den med.": "Choose another place to merge it with.",
    "Redan avgjort": "Decided already",
    "Ingen post föreslår platsen längre. Någon annan hann avgöra den.": (
        "No entry proposes the place any longer. Somebody else was first to decide it."
    ),
    "Posten gäller inte": "The entry does not stand",
    "Posten är redan struken eller ångrad.": "The entry has been withdrawn or undone already.",
    "Inte samma tillfälle": "Not the same occasion",
    ("Bara poster av samma typ på samma plats, med högst 15 minuter mellan starterna, kan slås ihop."): (
        "Only entries of the same type at the same place, with at most 15 minutes between "
        "their starts, can be merged."
    ),
    "Redan avgjord": "Decided already",
    "Någon har redan avgjort posten, eller så har den rättats.": (
        "Somebody has decided the entry already, or it has been corrected."
    ),
    "Väntar på en annan post": "Waits for another entry",
    "Det som posten ändrar finns inte, eller gäller inte längre.": (
        "What the entry changes does not exist, or does not stand any longer."
    ),
    ("Utkastet har ändrats sedan du öppnade det. Det du skrev står kvar här; det som gäller står under."): (
        "The draft has been changed since you opened it. What you wrote stands here; what is "
        "valid stands below."
    ),
    "Utkastet är inte klart": "The draft is not finished",
    "Något saknas eller går inte ihop. Se listan, och lägg fram löftet igen.": (
        "Something is missing or does not add up. See the list, and put the pledge forward again."
    ),
    "Utkastet säger samma sak som en version som redan finns.": (
        "The draft says the same as a version that exists already."
    ),
    "Versionen väntar inte längre på godkännande.": "The version is no longer waiting for approval.",
    "Längden saknas": "The length is missing",
    "Det som skickas måste ange sin längd.": "What is sent must tell its length.",
    "För stort": "Too large",
    "Det som skickades är för stort. Dela upp det och försök igen.": (
        "What was sent is too large. Divide it and try again."
    ),
    "Fel packning": "Wrong packing",
    "Den här adressen packar bara upp gzip.": "This address unpacks gzip only.",
    "Det gick inte att läsa": "That could not be read",
    "Det som skickades är inte JSON med en enda mening.": (
        "What was sent is not JSON with one meaning only."
    ),
    "Fel i sändningen": "Something is wrong in what was sent",
    "Sändningen går inte att läsa som den ska. Inget har sparats.": (
        "What was sent cannot be read as it should. Nothing has been saved."
    ),
    "Fel telefonprofil": "Wrong profile on the phone",
    "De här posterna hör till en annan användare. De ligger kvar på telefonen.": (
        "These entries belong to another user. They stay on the phone."
    ),
    "Telefonen är spärrad": "The phone is blocked",
    "Telefonen får inte längre skicka. Det som ligger kvar på den kan sparas till en fil.": (
        "The phone may no longer send. What remains on it can be saved to a file."
    ),
    "Ny version behövs": "A newer version is needed",
    "Appen är för gammal för servern. Ladda om den.": "The app is too old for the server. Load it again.",
    "Inte tillgängligt just nu": "Not available right now",
    "Tjänsten är upptagen. Försök igen om en stund.": "The service is busy. Try again in a moment.",
    "Filen finns": "The file exists",
    "Det finns redan en fil med det namnet. Med --replace skrivs den över.": (
        "There is a file of that name already. With --replace it is written over."
    ),
    "Filen går inte att använda": "The file cannot be used",
    "Filen går inte att läsa eller skriva.": "The file cannot be read or written.",
    "Disken är full": "The disk is full",
    "Disken är full. Inget har ändrats.": "The disk is full. Nothing has been changed.",
    "Ingen säkerhetskopia": "Not a backup",
    "Filen är ingen säkerhetskopia från Fältlogg.": "The file is not a backup from Fältlogg.",
    "Skadad säkerhetskopia": "Damaged backup",
    "Säkerhetskopian är skadad och kan inte användas.": "The backup is damaged and cannot be used.",
    "Nyare säkerhetskopia": "Newer backup",
    "Säkerhetskopian är gjord av en nyare version. Uppgradera den här installationen först.": (
        "The backup was made by a newer version. Upgrade this installation first."
    ),
    "Databasen är inte uppgraderad": "The database is not upgraded",
    "Databasens tabeller hör till en annan version. Kör flask --app app db upgrade först.": (
        "The tables of the database belong to another version. Run flask --app app db upgrade first."
    ),
    "Databasen innehåller mer": "The database holds more",
    "Databasen innehåller sådant som saknas i säkerhetskopian. Med --replace skrivs det över.": (
        "The database holds what the backup lacks. With --replace it is written over."
    ),
    "Påminnelser är inte påslagna": "Reminders are not turned on",
    "Den här servern skickar inga påminnelser: nyckel eller kontaktadress saknas.": (
        "This server sends no reminders: a key or an address to reach you by is missing."
    ),
    "Okänd tjänst": "Unknown service",
    "Webbläsarens tjänst för meddelanden är ingen som servern skickar till.": (
        "The browser’s service for messages is none that the server sends to."
    ),
    "Nyckeln finns": "The key exists",
    ("Det finns redan en nyckel. Med --replace byts den; ingen nås förrän telefonen frågat på nytt."): (
        "There is a key already. With --replace it is exchanged; nobody is reached until the "
        "phone has asked anew."
    ),
    "För många sändningar på kort tid. Vänta en stund.": ("Too many batches in a short time. Wait a moment."),
    "Det som skickades gick inte att läsa.": "What was sent could not be read.",
    "Det här får du inte göra.": "You may not do this.",
    "Går inte att göra här": "That cannot be done here",
    "Adressen finns, men kan inte användas på det sättet.": (
        "The address exists, but cannot be used in that way."
    ),
    "Något gick fel hos oss": "Something went wrong on our side",
    "Felet är antecknat. Försök igen om en stund.": "The fault has been noted. Try again in a moment.",
    "Någon annan har skrivit": "Somebody else has written",
    "Någon annan har ändrat i uppföljningen sedan du öppnade den. Det du skrev står kvar i fälten.": (
        "Somebody else has changed the follow-up since you opened it. What you wrote is still in the fields."
    ),
    "Uppföljningen är fryst": "The follow-up is frozen",
    "Uppföljningen är framlagd. Den ändras bara om en part skickar tillbaka den.": (
        "The follow-up has been put forward. It is changed only if a party sends it back."
    ),
    "Något saknas": "Something is missing",
    "Perioden är inte slut": "The period is not over",
    "Siffrorna kan frysas först när perioden är slut.": (
        "The figures can be frozen only when the period is over."
    ),
    "Inget att godkänna": "Nothing to approve",
    "Uppföljningen är inte framlagd, eller är en annan än den du läste. Läs den som gäller nu.": (
        "The follow-up has not been put forward, or is another than you read. Read the one that stands now."
    ),
    "Redan godkänd": "Approved already",
    "Någon har redan godkänt för den parten.": "Somebody has approved for that party already.",
    "Två personer behövs": "Two people are needed",
    "Du har redan godkänt för den andra parten. En annan person behöver godkänna för den här.": (
        "You have approved for the other party. Another person must approve for this one."
    ),
    "Inte godkänd än": "Not approved yet",
    "Uppföljningen publiceras först när Polisen och kommunen har godkänt den.": (
        "The follow-up is published only when the Police and the municipality have approved it."
    ),
    "För tidigt att publicera": "Too early to publish",
    "Siffror publiceras tidigast sju dagar efter periodens sista dag.": (
        "Figures are published at the earliest seven days after the last day of the period."
    ),
    "Redan publicerad": "Published already",
    "Uppföljningen är redan publicerad. Det som är publicerat ändras inte.": (
        "The follow-up has been published. What is published does not change."
    ),
    "Några av posterna har ändrats sedan du valde dem. Inget är gjort. Titta på dem och försök igen.": (
        "Some of the entries have changed since you chose them. Nothing is done. Look at them and try again."
    ),
    "För många för en fil": "Too many for a file",
    "Urvalet har fler än 50 000 aktiviteter. Välj en kortare tid och spara flera filer.": (
        "There are more than 50,000 activities. Choose a shorter time and save several files."
    ),
    "Någon har redan avgjort att de två är olika tillfällen.": (
        "Somebody has decided already that the two are different occasions."
    ),
    "Boken går inte att läsa": "The record cannot be read",
    "Filen går inte att läsa. Inget är sparat.": "The file cannot be read. Nothing is stored.",
    "Rader med fel": "Faulty lines",
    "Inget är sparat. Rätta raderna i boken, eller kryssa för att de hoppas över.": (
        "Nothing is stored. Put the lines right in the record, or tick that they are left out."
    ),
    "Inget att läsa in": "Nothing to take in",
    "Ingen rad går att läsa in. Inget är sparat.": "No line can be taken in. Nothing is stored.",
    "Redan inläst": "Taken in already",
    "Samma rader är redan inlästa. Inget är sparat.": "The same lines are in already. Nothing is stored.",
    "Redan borttagen": "Taken out already",
    "Inläsningen är redan borttagen.": "It has been taken out already.",
    "Brev är inte påslagna": "Letters are not turned on",
    "Den här servern skickar inga brev: MAIL_SERVER, MAIL_FROM eller SITE_ADDRESS saknas.": (
        "This server sends no letters: MAIL_SERVER, MAIL_FROM or SITE_ADDRESS is missing."
    ),
    "Ordet går inte att spara så": "The word cannot be kept so",
    "Ordet finns": "The word exists",
    "Ett annat ord heter så.": "Another word is called so.",
    "Ordet har ändrats": "The word has changed",
    "Någon annan har ändrat ordet sedan du öppnade det. Här står det som gäller nu.": (
        "Somebody has changed the word since you opened it. This is what stands now."
    ),
    "Löften räknas efter ordet": "Pledges count by the word",
    "Löften som gäller räknas efter ordet. Kryssa för att det ska tas ur bruk ändå.": (
        "Pledges that hold count by the word. Tick that it is retired all the same."
    ),
    "Fältloggs eget": "Fältlogg’s own",
    "Den typen gör Fältlogg själv. Den kan inte tas ur bruk eller få egna ord.": (
        "Fältlogg makes that type itself. It cannot be retired or given words of its own."
    ),
    "Någon annan har redan slagit ihop en av platserna. Här står den som gäller nu.": (
        "Somebody else has merged one of the places already. This is the one that stands now."
    ),
    "Löften räknar platserna var för sig": "Promises count the places apart",
    "Löften räknar de två platserna var för sig. Slås de ihop blir det en plats mindre att besöka.": (
        "Promises count the two places apart. Merged, there is one place fewer to visit."
    ),
    "Raden är påbörjad": "The line has begun",
    "Något tillfälle är redan besvarat. Avsluta raden och lägg till en ny, så står det besvarade kvar.": (
        "An occasion has been answered for already. End the line and add a new one: the answers stay."
    ),
    "Planen är ändrad": "The plan has changed",
    "Någon har ändrat i planen sedan du öppnade den. Läs den som gäller nu.": (
        "Somebody has changed the plan since you opened it. Read the one that holds now."
    ),
    "Planen är godkänd så som den står.": "The plan is approved as it stands.",
    "Året är slut": "The year is over",
    "En plan godkänns före sitt år eller under det, inte efteråt.": (
        "A plan is approved before its year or during it, not afterwards."
    ),
    "Aktiviteten passar inte": "The activity does not fit",
    "Aktiviteten är inte det som planerades, eller hör redan till ett annat tillfälle.": (
        "The activity is not what was planned, or belongs to another occasion already."
    ),
}
