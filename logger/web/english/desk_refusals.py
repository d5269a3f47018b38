"""What every "no" of the desk is called, and what to do about it."""

WORDS = {
    "För många på en gång": "Too many at once",
    "Fler är valda än vad som ändras på en gång. Välj en kortare tid.": (
        "More are chosen than are changed at once. Choose a shorter time."
    ),
    "Aktiviteten passar inte": "The activity does not fit",
    "Aktiviteten är inte det som planerades, eller hör redan till ett annat tillfälle.": (
        "The activity is not what was planned, or belongs to another occasion already."
    ),
    "Bara poster av samma typ på samma plats, med högst 15 minuter mellan starterna, kan slås ihop.": (
        "Only entries of the same type at the same place, with at most 15 minutes between their "
        "starts, can be merged."
    ),
    "Boken går inte att läsa": "The record cannot be read",
    "Brev är inte påslagna": "Letters are not turned on",
    "Den här servern skickar inga brev: MAIL_SERVER, MAIL_FROM eller SITE_ADDRESS saknas.": (
        "This server sends no letters: MAIL_SERVER, MAIL_FROM or SITE_ADDRESS is missing."
    ),
    "Den typen gör Fältlogg själv. Den kan inte tas ur bruk eller få egna ord.": (
        "Fältlogg makes that type itself. It cannot be retired or given words of its own."
    ),
    "Det som posten ändrar finns inte, eller gäller inte längre.": (
        "What the entry changes does not exist, or does not stand any longer."
    ),
    "Du har redan godkänt för den andra parten. En annan person behöver godkänna för den här.": (
        "You have approved for the other party. Another person must approve for this one."
    ),
    "En annan plats heter så redan. Är det samma plats kan de slås ihop.": (
        "Another place has that name. If it is the same place, the two can be merged."
    ),
    "En plan godkänns före sitt år eller under det, inte efteråt.": (
        "A plan is approved before its year or during it, not afterwards."
    ),
    "Ett annat ord heter så.": "Another word is called so.",
    "Filen går inte att läsa. Inget är sparat.": "The file cannot be read. Nothing is stored.",
    "Fältloggs eget": "Fältlogg’s own",
    "För många för en fil": "Too many for a file",
    "För tidigt att publicera": "Too early to publish",
    "Ingen post föreslår platsen längre. Någon annan hann avgöra den.": (
        "No entry proposes the place any longer. Somebody else was first to decide it."
    ),
    "Ingen rad går att läsa in. Inget är sparat.": "No line can be taken in. Nothing is stored.",
    "Inget att godkänna": "Nothing to approve",
    "Inget att läsa in": "Nothing to take in",
    "Inget är sparat. Rätta raderna i boken, eller kryssa för att de hoppas över.": (
        "Nothing is stored. Put the lines right in the record, or tick that they are left out."
    ),
    "Inget är ändrat": "Nothing is changed",
    "Inläsningen är redan borttagen.": "It has been taken out already.",
    "Inte samma tillfälle": "Not the same occasion",
    "Löften räknar de två platserna var för sig. Slås de ihop blir det en plats mindre att besöka.": (
        "Promises count the two places apart. Merged, there is one place fewer to visit."
    ),
    "Löften räknar platserna var för sig": "Promises count the places apart",
    "Löften räknas efter ordet": "Pledges count by the word",
    "Löften som gäller räknas efter ordet. Kryssa för att det ska tas ur bruk ändå.": (
        "Pledges that hold count by the word. Tick that it is retired all the same."
    ),
    "Namnet finns redan": "The name exists already",
    "Någon annan har redan slagit ihop en av platserna. Här står den som gäller nu.": (
        "Somebody else has merged one of the places already. This is the one that stands now."
    ),
    "Någon annan har skrivit": "Somebody else has written",
    "Någon annan har ändrat i uppföljningen sedan du öppnade den. Det du skrev står kvar i fälten.": (
        "Somebody else has changed the follow-up since you opened it. What you wrote is still in the fields."
    ),
    "Någon annan har ändrat ordet sedan du öppnade det. Här står det som gäller nu.": (
        "Somebody has changed the word since you opened it. This is what stands now."
    ),
    "Någon annan har ändrat platsen sedan du öppnade den. Här står det som gäller nu.": (
        "Somebody else has changed the place since you opened it. This is what stands now."
    ),
    "Någon hann före": "Somebody was before you",
    "Någon har redan avgjort att de två är olika tillfällen.": (
        "Somebody has decided already that the two are different occasions."
    ),
    "Någon har redan avgjort posten, eller så har den rättats.": (
        "Somebody has decided the entry already, or it has been corrected."
    ),
    "Någon har redan godkänt för den parten.": "Somebody has approved for that party already.",
    "Någon har ändrat i planen sedan du öppnade den. Läs den som gäller nu.": (
        "Somebody has changed the plan since you opened it. Read the one that holds now."
    ),
    "Något saknas": "Something is missing",
    "Något saknas eller går inte ihop. Se listan, och lägg fram löftet igen.": (
        "Something is missing or does not add up. See the list, and put the pledge forward again."
    ),
    "Något tillfälle är redan besvarat. Avsluta raden och lägg till en ny, så står det besvarade kvar.": (
        "An occasion has been answered for already. End the line and add a new one: the answers stay."
    ),
    "Några av posterna har ändrats sedan du valde dem. Inget är gjort. Titta på dem och försök igen.": (
        "Some of the entries have changed since you chose them. Nothing is done. Look at them and try again."
    ),
    "Ordet finns": "The word exists",
    "Ordet går inte att spara så": "The word cannot be kept so",
    "Ordet har ändrats": "The word has changed",
    "Perioden är inte slut": "The period is not over",
    "Personuppgift i skälet": "Personal data in the reason",
    "Planen är godkänd så som den står.": "The plan is approved as it stands.",
    "Planen är ändrad": "The plan has changed",
    "Platsen har ändrats": "The place has been changed",
    "Posten gäller inte": "The entry does not stand",
    "Posten har ändrats sedan du öppnade den. Titta på den som gäller och gör om det som behövs.": (
        "The entry has been changed since you opened it. Look at the one that stands and do again "
        "what is needed."
    ),
    "Posten är redan struken eller ångrad.": "The entry has been withdrawn or undone already.",
    "Raden är påbörjad": "The line has begun",
    "Rader med fel": "Faulty lines",
    "Redan avgjord": "Decided already",
    "Redan avgjort": "Decided already",
    "Redan borttagen": "Taken out already",
    "Redan godkänd": "Approved already",
    "Redan inläst": "Taken in already",
    "Redan publicerad": "Published already",
    "Rätta det som är markerat. Inget har ändrats.": "Put right what is marked. Nothing has been changed.",
    "Samma plats": "The same place",
    "Samma rader är redan inlästa. Inget är sparat.": "The same lines are in already. Nothing is stored.",
    "Siffror publiceras tidigast sju dagar efter periodens sista dag.": (
        "Figures are published at the earliest seven days after the last day of the period."
    ),
    "Siffrorna kan frysas först när perioden är slut.": (
        "The figures can be frozen only when the period is over."
    ),
    "Skriv varför, så att den som loggade förstår.": "Write why, so that whoever logged it understands.",
    "Skälet saknas": "The reason is missing",
    "Skälet ser ut att innehålla en personuppgift. Skriv det utan namn, nummer och adresser.": (
        "The reason seems to hold personal data. Write it without names, numbers and addresses."
    ),
    "Två personer behövs": "Two people are needed",
    "Typen är bytt": "The type has been changed",
    "Typen är bytt. Se över fokus och antal, och spara sedan rättelsen.": (
        "The type has been changed. Look over focus and number, and then save the correction."
    ),
    "Uppföljningen publiceras först när Polisen och kommunen har godkänt den.": (
        "The follow-up is published only when the Police and the municipality have approved it."
    ),
    "Uppföljningen är framlagd. Den ändras bara om en part skickar tillbaka den.": (
        "The follow-up has been put forward. It is changed only if a party sends it back."
    ),
    "Uppföljningen är fryst": "The follow-up is frozen",
    "Uppföljningen är inte framlagd, eller är en annan än den du läste. Läs den som gäller nu.": (
        "The follow-up has not been put forward, or is another than you read. Read the one that stands now."
    ),
    "Uppföljningen är redan publicerad. Det som är publicerat ändras inte.": (
        "The follow-up has been published. What is published does not change."
    ),
    "Uppgifterna går inte ihop": "It does not add up",
    "Uppgifterna är desamma som förut.": "What was given is the same as before.",
    "Du har hämtat många filer på kort tid. Vänta en minut och hämta sedan nästa.": (
        "You have taken many files in a short time. Wait a minute and then take the next."
    ),
    "Urvalet har fler än 50 000 aktiviteter. Välj en kortare tid och spara flera filer.": (
        "There are more than 50,000 activities. Choose a shorter time and save several files."
    ),
    "Utkastet har ändrats sedan du öppnade det. Det du skrev står kvar här; det som gäller står under.": (
        "The draft has been changed since you opened it. What you wrote stands here; what is valid "
        "stands below."
    ),
    "Utkastet säger samma sak som en version som redan finns.": (
        "The draft says the same as a version that exists already."
    ),
    "Utkastet är inte klart": "The draft is not finished",
    "Versionen väntar inte längre på godkännande.": "The version is no longer waiting for approval.",
    "Välj en annan plats att slå ihop den med.": "Choose another place to merge it with.",
    "Väntar på en annan post": "Waits for another entry",
    "Året är slut": "The year is over",
}
