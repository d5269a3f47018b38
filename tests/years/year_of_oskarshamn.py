"""What is done and followed up in Oskarshamn in 2021, beside what a journey does on screens."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from logger.domain.activities import Activity
from tests.years.diary import MUNICIPALITY, POLICE, done, each_month, on, weekly
from tests.years.lived_year import LivedYear, Parties

ANNA, HENRIK = "samordnare.oskarshamn", "chef.vastervik"
PARTIES = Parties(writes=ANNA, police=HENRIK, municipality=ANNA)
KEY, FIRST_DAY = "medborgarlofte-2021", datetime(2021, 2, 16, 9, tzinfo=UTC)
SCHOOLS = ("vallhallaskolan", "kristinebergskolan", "rodsleskolan", "oscarsgymnasiet")
POINTED_OUT = ("norra-vagen", "sodra-langgatan", "doderhultsvagen", "kristdala-storgatan")


def diary() -> Iterator[Activity]:
    """What is done in 2021 beside what the journey logs through the screens."""
    wednesdays = weekly(date(2021, 1, 6), date(2021, 12, 29))
    yield from done("traffic_check", wednesdays, POLICE, *POINTED_OUT, focus=("speed",), minutes=30)
    # At a place that nobody has pointed out, and at one before anybody had: none of the fifty-two.
    yield from done("traffic_check", each_month(2021, 26), POLICE, "e22-paskallavik", focus=("speed",))
    yield from done("traffic_check", on(2021, (1, 11)), POLICE, "asavagen", focus=("speed",))
    sober = on(2021, (3, 12), (6, 11), (9, 17), (12, 10))
    yield from done("traffic_check", sober, POLICE, "norra-vagen", "figeholmsvagen", focus=("sobriety",))
    nuisance = on(2021, (4, 23), (8, 27))
    yield from done("traffic_check", nuisance, POLICE, "hamngatan", focus=("youth_vehicles",), targeted=True)
    terms = (1, 2, 3, 4, 5, 8, 9, 10, 11, 12)
    yield from done("foot_patrol", each_month(2021, 8, 22, months=terms), POLICE, *SCHOOLS, focus=("school",))
    yield from done("school_visit", on(2021, (2, 4), (5, 6), (9, 9), (11, 4)), POLICE, *SCHOOLS)
    yield from done("survey", on(2021, (10, 14)), MUNICIPALITY, focus=("upper_secondary_2",), minutes=120)
    yield from done(
        "safety_walk", on(2021, (9, 23)), MUNICIPALITY, "rodsleskolan", focus=("youth",), minutes=90
    )
    yield from done("training", on(2021, (3, 18), (5, 20), (11, 18)), MUNICIPALITY, minutes=180)
    posts = weekly(date(2021, 1, 4), date(2021, 12, 27), but=(28, 29, 30, 31, 52, 7))
    yield from done("social_media_post", posts, POLICE, minutes=15)


def in_months(*months: int) -> Iterator[Activity]:
    return (each for each in diary() if each.local_date.month in months)


def the_rest_of_the_year(year: LivedYear) -> None:
    """March to December is logged; the year is answered for in January, and all of it when it is over."""
    year.move_to(datetime(2022, 1, 10, 9, tzinfo=UTC))
    year.log(in_months(*range(3, 13)))
    year.follow_up("2021")
    year.publish("2021")
    year.move_to(datetime(2022, 4, 11, 9, tzinfo=UTC))
    year.follow_up("2022")
    year.publish("2022")
