"""What each "no" is answered with, whichever door it leaves by: a status and a Swedish sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from logger.domain.refusing.refusals import Refusal


@dataclass(frozen=True)
class Answer:
    """A refusal in words; `status` is the HTTP status, `fields` says what is wrong with which field."""

    code: str
    status: int
    title: str
    detail: str
    fields: Mapping[str, str] = field(default_factory=dict)
    retry_after: int | None = None


# By code, each with its status, title and sentence.
ANSWERS: Mapping[str, tuple[int, str, str]] = {
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
    "other_version_stands": (
        409,
        "Någon hann före",
        "Posten har ändrats sedan du öppnade den. Titta på den som gäller och gör om det som behövs.",
    ),
    "reason_missing": (422, "Skälet saknas", "Skriv varför, så att den som loggade förstår."),
    "personal_data_in_reason": (
        422,
        "Personuppgift i skälet",
        "Skälet ser ut att innehålla en personuppgift. Skriv det utan namn, nummer och adresser.",
    ),
    "entry_faulty": (422, "Uppgifterna går inte ihop", "Rätta det som är markerat. Inget har ändrats."),
    "type_changed": (
        422,
        "Typen är bytt",
        "Typen är bytt. Se över fokus och antal, och spara sedan rättelsen.",
    ),
    "nothing_changed": (422, "Inget är ändrat", "Uppgifterna är desamma som förut."),
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
    "not_current": (409, "Posten gäller inte", "Posten är redan struken eller ångrad."),
    "not_alike": (
        422,
        "Inte samma tillfälle",
        "Bara poster av samma typ på samma plats, med högst 15 minuter mellan starterna, kan slås ihop.",
    ),
    "chosen_changed": (
        409,
        "Någon hann före",
        "Några av posterna har ändrats sedan du valde dem. Inget är gjort. Titta på dem och försök igen.",
    ),
    "too_many_chosen": (
        422,
        "För många på en gång",
        "Fler är valda än vad som ändras på en gång. Välj en kortare tid.",
    ),
    "too_many_to_export": (
        422,
        "För många för en fil",
        "Urvalet har fler än 50 000 aktiviteter. Välj en kortare tid och spara flera filer.",
    ),
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
    "sheet_unreadable": (422, "Boken går inte att läsa", "Filen går inte att läsa. Inget är sparat."),
    "sheet_faulty": (
        422,
        "Rader med fel",
        "Inget är sparat. Rätta raderna i boken, eller kryssa för att de hoppas över.",
    ),
    "sheet_empty": (422, "Inget att läsa in", "Ingen rad går att läsa in. Inget är sparat."),
    "sheet_taken_in": (409, "Redan inläst", "Samma rader är redan inlästa. Inget är sparat."),
    "taken_out_already": (409, "Redan borttagen", "Inläsningen är redan borttagen."),
    "kept_already": (409, "Redan avgjort", "Någon har redan avgjort att de två är olika tillfällen."),
    "decided_already": (409, "Redan avgjord", "Någon har redan avgjort posten, eller så har den rättats."),
    "waits_for_another": (
        409,
        "Väntar på en annan post",
        "Det som posten ändrar finns inte, eller gäller inte längre.",
    ),
    "draft_changed": (
        409,
        "Någon hann före",
        "Utkastet har ändrats sedan du öppnade det. Det du skrev står kvar här; det som gäller står under.",
    ),
    "draft_faulty": (422, "Uppgifterna går inte ihop", "Rätta det som är markerat. Inget har ändrats."),
    "draft_unfinished": (
        422,
        "Utkastet är inte klart",
        "Något saknas eller går inte ihop. Se listan, och lägg fram löftet igen.",
    ),
    "nothing_to_propose": (
        422,
        "Inget är ändrat",
        "Utkastet säger samma sak som en version som redan finns.",
    ),
    "not_waiting": (409, "Redan avgjord", "Versionen väntar inte längre på godkännande."),
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
    "busy": (503, "Inte tillgängligt just nu", "Tjänsten är upptagen. Försök igen om en stund."),
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
    "database_holds_more": (
        409,
        "Databasen innehåller mer",
        "Databasen innehåller sådant som saknas i säkerhetskopian. Med --replace skrivs det över.",
    ),
    "push_not_set_up": (
        409,
        "Påminnelser är inte påslagna",
        "Den här servern skickar inga påminnelser: nyckel eller kontaktadress saknas.",
    ),
    "mail_not_set_up": (
        409,
        "Brev är inte påslagna",
        "Den här servern skickar inga brev: MAIL_SERVER, MAIL_FROM eller SITE_ADDRESS saknas.",
    ),
    "unknown_push_service": (
        422,
        "Okänd tjänst",
        "Webbläsarens tjänst för meddelanden är ingen som servern skickar till.",
    ),
    "push_key_exists": (
        409,
        "Nyckeln finns",
        "Det finns redan en nyckel. Med --replace byts den; ingen nås förrän telefonen frågat på nytt.",
    ),
    "plan_faulty": (422, "Något saknas", "Rätta det som är markerat. Inget har ändrats."),
    "plan_item_begun": (
        409,
        "Raden är påbörjad",
        "Något tillfälle är redan besvarat. Avsluta raden och lägg till en ny, så står det besvarade kvar.",
    ),
    "plan_changed": (
        409,
        "Planen är ändrad",
        "Någon har ändrat i planen sedan du öppnade den. Läs den som gäller nu.",
    ),
    "plan_approved": (409, "Redan godkänd", "Planen är godkänd så som den står."),
    "plan_of_past_year": (
        422,
        "Året är slut",
        "En plan godkänns före sitt år eller under det, inte efteråt.",
    ),
    "nothing_planned": (422, "Inget att godkänna", "Inget är planerat för året."),
    "activity_unfit": (
        409,
        "Aktiviteten passar inte",
        "Aktiviteten är inte det som planerades, eller hör redan till ett annat tillfälle.",
    ),
    "follow_up_changed": (
        409,
        "Någon annan har skrivit",
        "Någon annan har ändrat i uppföljningen sedan du öppnade den. Det du skrev står kvar i fälten.",
    ),
    "follow_up_frozen": (
        409,
        "Uppföljningen är fryst",
        "Uppföljningen är framlagd. Den ändras bara om en part skickar tillbaka den.",
    ),
    "follow_up_faulty": (422, "Något saknas", "Rätta det som är markerat. Inget har ändrats."),
    "period_not_over": (
        422,
        "Perioden är inte slut",
        "Siffrorna kan frysas först när perioden är slut.",
    ),
    "nothing_proposed": (
        409,
        "Inget att godkänna",
        "Uppföljningen är inte framlagd, eller är en annan än den du läste. Läs den som gäller nu.",
    ),
    "party_has_approved": (409, "Redan godkänd", "Någon har redan godkänt för den parten."),
    "one_person_one_party": (
        403,
        "Två personer behövs",
        "Du har redan godkänt för den andra parten. En annan person behöver godkänna för den här.",
    ),
    "not_approved": (
        409,
        "Inte godkänd än",
        "Uppföljningen publiceras först när Polisen och kommunen har godkänt den.",
    ),
    "too_early_to_publish": (
        409,
        "För tidigt att publicera",
        "Siffror publiceras tidigast sju dagar efter periodens sista dag.",
    ),
    "published_already": (
        409,
        "Redan publicerad",
        "Uppföljningen är redan publicerad. Det som är publicerat ändras inte.",
    ),
    "too_many_batches": (429, "Vänta en stund", "För många sändningar på kort tid. Vänta en stund."),
}

_BY_STATUS: Mapping[int, tuple[str, str, str]] = {
    400: ("bad_request", "Det gick inte att läsa", "Det som skickades gick inte att läsa."),
    401: ("reauth", ANSWERS["reauth"][1], ANSWERS["reauth"][2]),
    403: ("not_allowed", "Inte tillåtet", "Det här får du inte göra."),
    404: ("not_found", ANSWERS["not_found"][1], ANSWERS["not_found"][2]),
    405: (
        "method_not_allowed",
        "Går inte att göra här",
        "Adressen finns, men kan inte användas på det sättet.",
    ),
    411: ("length_required", "Längden saknas", "Det som skickas måste ange sin längd."),
    413: ("too_large", "För stort", "Det som skickades är för stort. Dela upp det och försök igen."),
    415: ("wrong_media_type", ANSWERS["wrong_media_type"][1], ANSWERS["wrong_media_type"][2]),
    429: ("too_many_attempts", ANSWERS["too_many_attempts"][1], ANSWERS["too_many_attempts"][2]),
    500: ("internal", "Något gick fel hos oss", "Felet är antecknat. Försök igen om en stund."),
    503: ("unavailable", "Inte tillgängligt just nu", "Tjänsten är upptagen. Försök igen om en stund."),
}


def answer_to(refusal: Refusal) -> Answer:
    """The answer to a refusal; KeyError for one whose code nobody has put into words (a test walks them)."""
    status, title, sentence = ANSWERS[refusal.code]
    return Answer(
        refusal.code, status, title, refusal.detail or sentence, refusal.fields, refusal.wait_seconds
    )


def answer_to_status(status: int) -> Answer:
    """The answer to a "no" that the web itself gives: an unknown address, a wrong method, a fault of ours."""
    code, title, sentence = _BY_STATUS.get(status) or _BY_STATUS[400 if status < 500 else 500]
    return Answer(code, status, title, sentence)
