"""What Oskarshamn's pledge says, sentence by sentence, and what a citizen reads of it when it is over."""

from tests.years.pledge_reading import Answer, Reading, read_as_seen

POLICE_ALONE = "Utförare: Polisen. Ansvarig: Polisen"
TOWN_ALONE = "Utförare: kommunen. Ansvarig: kommunen"

PLEDGE = Reading(
    "oskarshamn-2021",
    begins="Lokalpolisområde Västervik skall genom polisen",
    ends=" Oskarshamn den 15 februari 2021",
)


@PLEDGE.says(
    "Lokalpolisområde Västervik skall genom polisen genomföra trafikkontroller på den plats där medborgarna i"
    " kommunen påtalat ett trafikproblem."
)
def each_place_that_citizens_pointed_out_tells_what_was_done_there(read: Answer) -> None:
    promise = read.promise("Trafikkontroller på utpekade platser", POLICE_ALONE, "Löpande", "58 gånger")
    assert promise.count("Påtalat: ") == 6
    assert "Norra vägen Påtalat: Medborgardialog (november 2020). 16 gånger, senast v. 48–49 2021" in promise
    assert "Åsavägen Påtalat: Föräldraråd (januari 2021). 1 gång, senast i februari 2021" in promise


@PLEDGE.says(
    "Fokus skall ligga på hastighetsövervakning och Polisen i Oskarshamn lovar att genomföra minst femtiotvå"
    " hastighetkontroller."
)
def fifty_two_speed_checks_where_citizens_had_pointed(read: Answer) -> None:
    read.promise("Hastighetskontroller", POLICE_ALONE, "Hållet", "54 av 52")


@PLEDGE.says(
    "Polisen i Oskarshamns kommun skall jobba trygghetsskapande i trafiksäkerhetsarbetet genom att fokusera"
    " på motorburen ungdomsproblematik.",
    "Polisen i Oskarshamn lovar att genomföra minst två trafikkontroller med fokus kring motorburen"
    " ungdomsproblematik.",
)
def two_checks_against_youth_vehicle_nuisance(read: Answer) -> None:
    read.promise("Motorburen ungdomsproblematik", POLICE_ALONE, "Hållet", "2 av 2")


@PLEDGE.says(
    "Polisen i Oskarshamns kommun skall utöka sin synlighet i de kommunala skolorna Vallhallaskolan,"
    " Kristinebergskolan, Rödsleskolan samt Oscarsgymnasiet."
)
def every_school_has_its_patrols(read: Answer) -> None:
    promise = read.promise("Alla fyra skolorna", POLICE_ALONE, "Hållet", "4 av 4 skolor")
    for school in ("Vallhallaskolan", "Kristinebergskolan", "Rödsleskolan", "Oscarsgymnasiet"):
        assert f"{school} 5 gånger" in promise


@PLEDGE.says("Polisen i Oskarshamn skall jobba relationsskapande och gränssättande mot ungdomar.")
def relations_with_young_people(read: Answer) -> None:
    read.promise("Relationer med ungdomar", POLICE_ALONE, "Löpande", "24 gånger")


@PLEDGE.says("Polisen i Oskarshamn lovar att fotpatrullera i skolmiljö vid minst 20 tillfällen.")
def twenty_foot_patrols(read: Answer) -> None:
    read.promise("Fotpatruller i skolmiljö", POLICE_ALONE, "Hållet", "20 av 20")


@PLEDGE.says(
    "Oskarshamns kommun skall jobba med trygghetsskapande arbete med fokus på ungdomar genom att kartlägga"
    " otryggheten för ungdomar i Oskarshamns kommun.",
    "Kartläggningen skall ske bl.a. genom genomförande av LUPP-enkät för årskurs 8 samt årskurs 2 på"
    " gymnasiet.",
)
def lupp_in_both_cohorts_with_what_it_found(read: Answer) -> None:
    younger = read.promise("LUPP årskurs 8", TOWN_ALONE, "Hållet", "Genomfört i maj 2021.")
    assert "Otrygga i centrum på kvällen: 23 % (312 svar, maj 2021). Källa: LUPP 2021" in younger
    few = "Otrygga i centrum, särskild undervisning: visas inte (färre än 5 svar, maj 2021)"
    assert few in younger
    read.promise("LUPP gymnasiet årskurs 2", TOWN_ALONE, "Hållet", "Genomfört i oktober 2021.")


@PLEDGE.says(
    "Oskarshamns kommun lovar också att genomföra en trygghetsvandring med prioriterad målgrupp på ungdomar i"
    " högstadieåldern."
)
def a_safety_walk_with_young_people(read: Answer) -> None:
    read.promise("Trygghetsvandring med ungdomar", TOWN_ALONE, "Hållet", "Genomfört i september 2021.")


@PLEDGE.says(
    "Oskarshamn kommun deltar i den länsövergripande utbildningssatsningen ”En kommun fri från våld”, och tar"
    " med denna kunskap för att stärka det våldsförebyggande arbetet i kommunen."
)
def a_municipality_free_from_violence(read: Answer) -> None:
    read.promise("En kommun fri från våld", TOWN_ALONE, "Löpande", "3 gånger")


@PLEDGE.says(
    "Polisen i Oskarshamn skall jobba trygghetsskapande och skall öka sin synlighet i lokalsamhället genom"
    " att öka inlägg på sociala medier.",
    "Genom att beskriva vår vardag ökar medborgarens kunskap om polisen och relationen mellan polis och"
    " medborgaren stärks.",
)
def posts_against_the_parties_baseline(read: Answer) -> None:
    read.promise("Inlägg i sociala medier", POLICE_ALONE, "Hållet", "46 av 41", "40")


@PLEDGE.says(
    "Polisen lovar att kommunicera ut uppföljning av detta medborgarlöfte och kunna redovisa resultat för"
    " medborgarna minst två gånger."
)
def publishing_counts_itself(read: Answer) -> None:
    read.promise("Redovisade resultat", POLICE_ALONE, "Hållet", "2 av 2")
    assert read.within('id="publiceringar"', "</section>").count("Publicerat") == 3


@PLEDGE.says("Löftet gäller under året 2021.")
def it_holds_for_one_year(read: Answer) -> None:
    page = read_as_seen(read.public)
    assert "Medborgarlöfte 2021: så gick det" in page
    assert "Gäller 1 januari – 31 december 2021." in page
