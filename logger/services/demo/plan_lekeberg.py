"""Two years of work on the pledge of Lekeberg: presence by the week, Lanna badgruva, traffic, cooperation."""

from logger.domain.periods import Season
from logger.services.demo.plans import (
    AUTUMN_TERM,
    SCHOOL_DAYS,
    SPRING_TERM,
    SUMMER,
    WEEKEND_NIGHTS,
    Line,
    OnDays,
    Plan,
    Presence,
)

BOTH = ("police", "municipality")
MUNICIPALITY = ("municipality",)
ROADS = ("letstigen", "lannavagen", "vag-204-gropen", "bergsgatan", "storgatan-fjugesta", "e18-lanna")
SCHOOLS = ("lekebergsskolan", "hidinge-skola", "mullhyttans-skola")
TERMS = (SPRING_TERM, AUTUMN_TERM)
BEFORE_AND_AFTER_SUMMER = Season((4, 1), (10, 15))

_POLICE = (
    Line(
        "traffic_check",
        58,
        places=ROADS,
        focus=("speed",),
        minutes=(20, 30, 40),
        hours=(7, 17),
        counters={"vehicles": (8, 40), "offences": (0, 4)},
        notes=("Lugnt i trafiken.", "Många över vid skolans slut."),
    ),
    Line(
        "traffic_check",
        34,
        places=("storgatan-fjugesta", "e18-lanna", "letstigen"),
        focus=("sobriety",),
        minutes=(45, 60),
        hours=(18, 22),
        weekdays=WEEKEND_NIGHTS,
        counters={"vehicles": (20, 90), "breath_tests": (20, 90)},
    ),
    Line(
        "traffic_check",
        5,
        places=("fjugesta-centrum", "storgatan-fjugesta"),
        focus=("youth_vehicles",),
        hours=(18, 21),
        weekdays=WEEKEND_NIGHTS,
        counters={"vehicles": (4, 15)},
    ),
    Line(
        "drug_operation",
        23,
        places=("fjugesta-centrum", None),
        minutes=(90, 120),
        hours=(14, 21),
        targeted=True,
    ),
    Line(
        "foot_patrol", 38, places=("fjugesta-centrum",), focus=("centre",), minutes=(30, 45), hours=(14, 20)
    ),
    Line(
        "school_visit",
        11,
        places=SCHOOLS,
        minutes=(45, 60),
        hours=(8, 13),
        weekdays=SCHOOL_DAYS,
        seasons=TERMS,
    ),
    Line(
        "bathing_site_visit",
        14,
        places=("lanna-badgruva", "lanna-badgruva", "leken"),
        focus=("littering",),
        minutes=(20, 30),
        hours=(14, 20),
        seasons=(SUMMER,),
        notes=("Mycket folk, god stämning.", "Glas vid stigen, meddelat kommunen."),
    ),
    Line(
        "mobile_police_office", 8, places=("fjugesta-centrum",), minutes=(120,), hours=(10, 14), people=(2, 2)
    ),
)

_MUNICIPAL = (
    Line(
        "site_round",
        46,
        MUNICIPALITY,
        places=("lanna-badgruva", "leken"),
        minutes=(30, 45),
        hours=(8, 19),
        seasons=(SUMMER,),
        notes=("Tömt kärl och plockat skräp.", "Livbojen på plats."),
    ),
    Line(
        "bathing_site_visit",
        20,
        MUNICIPALITY,
        places=("lanna-badgruva", "leken"),
        focus=("littering", "vandalism"),
        hours=(12, 20),
        seasons=(SUMMER,),
    ),
    Line(
        "physical_measure",
        6,
        MUNICIPALITY,
        places=("lanna-badgruva", "leken"),
        minutes=(120, 180),
        hours=(8, 13),
        seasons=(BEFORE_AND_AFTER_SUMMER,),
    ),
    Line(
        "physical_measure",
        4,
        MUNICIPALITY,
        places=("bergsgatan", "lannavagen"),
        minutes=(120,),
        hours=(8, 13),
    ),
    Line("outreach", 44, MUNICIPALITY, places=("fjugesta-centrum", None), minutes=(90, 120), hours=(15, 20)),
    Line(
        "youth_centre_visit",
        22,
        MUNICIPALITY,
        places=("fjugesta-fritidsgard",),
        hours=(16, 20),
        seasons=TERMS,
    ),
)

_TOGETHER = (
    Line(
        "coordination_meeting",
        22,
        BOTH,
        focus=("situational_picture",),
        minutes=(60, 90),
        weekdays=SCHOOL_DAYS,
        people=(2, 3),
    ),
    Line("coordination_meeting", 8, ("police", "social_services"), minutes=(60,), weekdays=SCHOOL_DAYS),
    Line(
        "coordination_meeting", 7, ("police", "school"), places=SCHOOLS, minutes=(60,), weekdays=SCHOOL_DAYS
    ),
    Line(
        "coordination_meeting",
        6,
        BOTH,
        focus=("traffic_environment",),
        minutes=(60,),
        weekdays=SCHOOL_DAYS,
        people=(2, 3),
    ),
    Line(
        "hotspot_patrol",
        7,
        BOTH,
        places=("lanna-badgruva", "fjugesta-centrum"),
        minutes=(60, 90),
        hours=(17, 21),
        people=(2, 4),
        targeted=True,
    ),
    Line(
        "citizen_dialogue",
        5,
        BOTH,
        places=("fjugesta-centrum",),
        minutes=(90,),
        hours=(11, 18),
        people=(2, 3),
    ),
)

_TARGETED = Line(
    "traffic_check",
    1,
    places=("fjugesta-centrum",),
    focus=("youth_vehicles",),
    minutes=(120,),
    hours=(18, 20),
    people=(3, 4),
    targeted=True,
    counters={"vehicles": (24, 31), "offences": (3, 6)},
    notes=("Riktad insats tillsammans med trafikpolisen.",),
)
_PLAN = Line("activity_plan", 1, BOTH, minutes=(60,), hours=(9, 11))
_FOLLOW_UP = Line("follow_up", 1, BOTH, minutes=(60,), hours=(9, 11))

_FOLLOWED_UP = tuple(
    (year, month, 8) for year in (0, 1) for month in range(1, 13) if (year, month) not in {(0, 8), (1, 7)}
)

PLAN = Plan(
    lines=_POLICE + _MUNICIPAL + _TOGETHER,
    days=(
        OnDays(_TARGETED, ((1, 5, 16),)),
        OnDays(_PLAN, ((0, 1, 20), (1, 1, 18))),
        OnDays(_FOLLOW_UP, _FOLLOWED_UP),
    ),
    presence=Presence(
        hours=2, missed=0.25, places=("fjugesta-centrum", "lanna-badgruva", "mullhyttan-centrum", None)
    ),
)
