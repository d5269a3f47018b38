"""What is planned, done and followed up in Lekeberg in 2021, beside what a journey does on screens."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from logger.domain.activities import Activity
from logger.domain.periods import Days
from logger.domain.planning.plans import PlanItem
from logger.domain.planning.recurrence import Monthly
from tests.years.diary import BOTH, MUNICIPALITY, POLICE, done, each_month, on, weekly
from tests.years.lived_year import LivedYear, Parties
from tests.years.pledge_reading import Answer
from tests.years.reading_lekeberg import COUNCIL, FOLLOWED_UP

KARIN, MARIA, SOFIA = "samordnare.lekeberg", "chef.orebro", "kommun.lekeberg"
PARTIES = Parties(writes=KARIN, police=MARIA, municipality=SOFIA)
KEY, FIRST_DAY = "medborgarlofte-2021-2022", datetime(2020, 12, 7, 9, tzinfo=UTC)
WITH_OTHERS = POLICE | {"social_services", "school"}
CHECKS = "Trafikkontroller, nykterhet och hastighet"
YEAR = Days(date(2021, 1, 1), date(2021, 12, 31))
PLANNED = (
    PlanItem("", "police", CHECKS, Monthly(2), YEAR, type="traffic_check", commitment="traffic-checks"),
    PlanItem(
        *("", "municipality", COUNCIL, Monthly(1), YEAR),
        type="coordination_meeting",
        commitment="monthly-follow-up",
    ),
)


def diary() -> Iterator[Activity]:
    """What is done in 2021 beside what the journey logs through the screens."""
    first, last = date(2021, 1, 5), date(2021, 12, 28)
    yield from done("presence", weekly(first, last, but=(28, 29)), POLICE, "fjugesta-centrum", minutes=120)
    checks = each_month(2021, 10), each_month(2021, 20)
    yield from done(
        "traffic_check", checks[0], POLICE, "letstigen", "vag-204-gropen", focus=("speed",), minutes=30
    )
    yield from done("traffic_check", checks[1], POLICE, "storgatan-fjugesta", focus=("sobriety",), minutes=30)
    nuisance = on(2021, (5, 21))
    yield from done("traffic_check", nuisance, POLICE, "letstigen", focus=("youth_vehicles",), targeted=True)
    yield from done("drug_operation", on(2021, (2, 12), (5, 7), (9, 10), (11, 19)), POLICE, minutes=180)
    yield from done("outreach", weekly(date(2021, 1, 8), last, every=2), MUNICIPALITY, "fjugesta-fritidsgard")
    summer = date(2021, 6, 4), date(2021, 8, 27)
    yield from done("site_round", weekly(*summer), MUNICIPALITY, "lanna-badgruva")
    yield from done("site_round", weekly(*summer, every=2), MUNICIPALITY, "leken", minutes=30)
    yield from done("physical_measure", on(2021, (4, 15)), MUNICIPALITY, "lanna-badgruva")
    yield from done("physical_measure", on(2021, (10, 6)), MUNICIPALITY, "bergsgatan")
    council = each_month(2021, 3)
    yield from done(
        "coordination_meeting", council, BOTH, focus=("situational_picture", "traffic_environment")
    )
    yield from done("coordination_meeting", each_month(2021, 17, months=range(1, 13, 2)), WITH_OTHERS)
    yield from done("foot_patrol", on(2021, (4, 30), (12, 13)), BOTH, "fjugesta-centrum", targeted=True)


def in_month(month: int) -> Iterator[Activity]:
    return (each for each in diary() if each.local_date.month == month)


def the_rest_of_the_year(year: LivedYear) -> None:
    """February to December is logged, its plan answered for and followed up; the year is published."""
    for month in range(2, 13):
        following = date(2021 + month // 12, month % 12 + 1, 5)
        year.move_to(datetime.combine(following, time(9), UTC))
        year.log(in_month(month))
        year.confirm_what_is_proposed(2021)
        year.follow_up(f"2021-{month:02}")
    comments = {"monthly-follow-up": FOLLOWED_UP}
    year.follow_up("2021", comments, why="Två veckor i juli saknade bemanning.")
    year.move_to(datetime(2022, 1, 17, 9, tzinfo=UTC))
    year.publish("2021")


def answer_of(year: LivedYear) -> Answer:
    """What is read when the year is over."""
    plan = year.page(f"/plan/{year.municipality.code}/{KEY}?ar=2021", KARIN)
    return Answer(year.page(f"/lofte/lekeberg/{KEY}/2021"), plan)
