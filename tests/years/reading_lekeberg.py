"""What Lekeberg's pledge says, sentence by sentence, and what a citizen reads of it after its first year."""

from tests.years.pledge_reading import Answer, Reading, read_as_seen

COUNCIL = "Uppföljning i brottsförebyggande rådet"
FOLLOWED_UP = "Januari följdes upp i februari. Brottsförebyggande rådet tog upp uppföljningen tolv gånger."
POLICE_ALONE = "Utförare: Polisen. Ansvarig: Polisen"
TOWN_ALONE = "Utförare: kommunen. Ansvarig: kommunen"
TOGETHER = "Utförare: Polisen och kommunen. Ansvarig: Polisen och kommunen"


PLEDGE = Reading(
    "lekeberg-2021-2022",
    begins="Polisen och kommunen samarbetar inom ovanstående områden",
    ends=" 2020- Johan Niklasson",
    besides=(
        *(
            "Narkotika/Alkohol UTFÖRARE ANSVARIG",
            "Badplatser UTFÖRARE ANSVARIG",
            "Samverkan",
            "Trafiksäkerhet",
        ),
        *("Tillgänglighet", "TIDSRAM/UPPFÖLJNING"),
        *("Polis/kommun", "Polis/Kommun", "Polis/ kommun", "Polis", "Kommun"),
    ),
)


@PLEDGE.says("Polisen och kommunen samarbetar inom ovanstående områden för att förebygga brott.")
def it_is_the_answer_of_both(read: Answer) -> None:
    assert "Lekebergs kommun och Polisen" in read_as_seen(read.public)


@PLEDGE.says(
    "I detta medborgarlöfte görs prioriteringar på vilka trygghetsområden resurserna ska läggas.",
    "Syftet med löftet är att parterna ska utveckla och konkretisera arbetet med trygghet i området med"
    " inriktning på: - Narkotika och alkohol - Trafik - Badplatser - Utveckla samverkan mellan alla"
    " inblandade aktörer i Lekebergs kommun",
)
def its_areas_are_the_headings(read: Answer) -> None:
    areas = ["Narkotika/Alkohol", "Badplatser", "Samverkan", "Trafiksäkerhet", "Tillgänglighet"]
    found = [read_as_seen(each.partition("</h2>")[0]) for each in read.public.split('<h2 id="omrade-')[1:]]
    assert [each.partition(">")[2].strip() for each in found] == [*areas, "Tidsram/Uppföljning"]


@PLEDGE.says("Polisen arbetar med riktade narkotikainsatser i Lekebergs kommun.")
def drug_operations_are_a_number_without_day_or_place(read: Answer) -> None:
    promise = read.promise("Narkotikainsatser", POLICE_ALONE, "Löpande", "4 gånger")
    assert "Senast i" not in promise


@PLEDGE.says(
    "Kommunen samordnar sina resurser och verkar uppsökande mot riskgrupper. Det uppsökande och förebyggande"
    " arbetet ökas."
)
def outreach_increases_from_nothing_that_the_paper_names(read: Answer) -> None:
    read.promise("Uppsökande arbete", TOWN_ALONE, "26 gånger", "det finns inget utgångsvärde")


@PLEDGE.says("Polisen och kommunen utvecklar sin samverkan med relevanta aktörer i kommunen")
def cooperation_with_others(read: Answer) -> None:
    read.promise("Samverkan med aktörer", TOGETHER, "Löpande", "18 gånger")


@PLEDGE.says(
    "Kommunen har ett samordnande ansvar för det långsiktiga och kortsiktiga arbetet omkring Lanna badgruva"
    " och för vidare åtgärder runt badplatsen. Det innebär även att det finns förutsättningar för en trygg"
    " upplevelse för båda badgäster och boende."
)
def the_municipality_s_part_at_both_bathing_sites(read: Answer) -> None:
    promise = read.promise("Lanna badgruva och Leken", TOWN_ALONE, "Löpande", "21 gånger")
    asked = "Påtalat: Enkäten 2020 (juni 2020). 14 gånger, senast v. 34–35"
    assert asked in promise
    assert "vid Lanna badgruva eller Badplats Leken" in promise


@PLEDGE.says(
    "Polisen och kommunen ska fortsätta att utveckla samverkansformerna samt den gemensamma lägesbilden."
)
def the_shared_picture(read: Answer) -> None:
    read.promise("Gemensam lägesbild", TOGETHER, "Löpande", "12 gånger")


@PLEDGE.says("Polisen ska löpande delta i samverkan med socialtjänst och skola.")
def social_services_and_school(read: Answer) -> None:
    read.promise(
        "Socialtjänst och skola", TOGETHER, "6 gånger", "tillsammans med socialtjänsten eller skolan"
    )


@PLEDGE.says("Polis och kommun samordnar insatser kring identifierade lokala problembilder.")
def what_is_done_together_about_local_problems(read: Answer) -> None:
    read.promise("Insatser mot lokala problem", TOGETHER, "2 gånger", "genomförda som riktad insats")


@PLEDGE.says("Trafikkontroller genomförs med fokus på nykterhet och hastighet inom Lekebergs kommun.")
def traffic_checks_that_of_the_late_phone_too(read: Answer) -> None:
    read.promise("Trafikkontroller", POLICE_ALONE, "Löpande", "26 gånger", "Senast i december 2021")


@PLEDGE.says("Genomföra riktad insats med fokus på motorburen problematik.")
def a_targeted_operation_is_a_milestone(read: Answer) -> None:
    read.promise("Riktad insats, motorburen ungdom", POLICE_ALONE, "Hållet", "Genomfört i maj 2021.")


@PLEDGE.says(
    "Kommunen och polisen delar information om var trafikmiljön uppfattas som problematisk i"
    " lägesavstämningen och vidtar lämpliga åtgärder."
)
def the_traffic_environment_is_talked_of_and_mended(read: Answer) -> None:
    read.promise("Trafikmiljö", TOWN_ALONE, "Löpande", "13 gånger")


@PLEDGE.says("Polisen verkar i Lekebergs kommun minst två timmar per vecka för att arbeta mot ovanstående.")
def two_hours_each_week(read: Answer) -> None:
    promise = read.promise("Närvaro i kommunen", POLICE_ALONE, "49 av 51 veckor", "2 veckor missades.")
    assert "vecka 28 och vecka 29" in promise


@PLEDGE.says("Varje utförare upprättar en aktivitetsplan över året med löpande uppföljning.")
def each_performer_s_plan_counts_in_its_year(read: Answer) -> None:
    read.promise("Aktivitetsplan", TOGETHER, "1 av 1 år")
    assert read_as_seen(read.plan).count("Godkänd 14 december 2020") == len(("police", "municipality"))


@PLEDGE.says("Aktiviteter skall påbörjas januari 2021 och pågå till och med december 2022.")
def it_holds_for_two_years(read: Answer) -> None:
    assert "Gäller 1 januari 2021 – 31 december 2022." in read_as_seen(read.public)


@PLEDGE.says(
    "Uppföljning sker månadsvis av parterna, samt i Lekebergs brottsförebyggande råd eller motsvarande."
)
def followed_up_each_month_and_in_the_council(read: Answer) -> None:
    read.promise("Månadsuppföljning", TOGETHER, "11 av 12 månader", FOLLOWED_UP)
    read.planned(COUNCIL, "12 av 12 gjorda")
