"""A year of work on the pledge of Oskarshamn: as it may have gone in 2021, and as it goes now."""

from logger.services.demo.plans import (
    AUTUMN_TERM,
    SCHOOL_DAYS,
    SPRING_TERM,
    WEEKEND_NIGHTS,
    Line,
    MarkOn,
    OnDays,
    Plan,
)

BOTH = ("police", "municipality")
MUNICIPALITY = ("municipality",)
POINTED_OUT = (
    "norra-vagen",
    "sodra-langgatan",
    "doderhultsvagen",
    "asavagen",
    "kristdala-storgatan",
    "figeholmsvagen",
)
OTHER_ROADS = ("e22-paskallavik", "hamngatan")
SCHOOLS = ("vallhallaskolan", "kristinebergskolan", "rodsleskolan", "oscarsgymnasiet")
TERMS = (SPRING_TERM, AUTUMN_TERM)


def _speed(times: int, places: tuple[str, ...]) -> Line:
    return Line(
        "traffic_check",
        times,
        places=places,
        focus=("speed",),
        minutes=(20, 20, 30, 40),
        hours=(7, 18),
        counters={"vehicles": (10, 60), "offences": (0, 5)},
        notes=("Lägre fart än förra gången.", "Boende kom fram och tackade."),
    )


def _patrols(times: int, schools: tuple[str, ...]) -> Line:
    return Line(
        "foot_patrol",
        times,
        places=schools,
        focus=("school",),
        minutes=(30, 45),
        hours=(9, 14),
        weekdays=SCHOOL_DAYS,
        seasons=TERMS,
        notes=("Pratade med elever på rasten.",),
    )


def _youth_vehicles(*days: tuple[int, int, int]) -> OnDays:
    line = Line(
        "traffic_check",
        1,
        places=("lilla-torget",),
        focus=("youth_vehicles",),
        minutes=(90,),
        hours=(19, 21),
        people=(2, 3),
        counters={"vehicles": (8, 20), "offences": (0, 3)},
    )
    return OnDays(line, days)


def _survey(focus: str, *days: tuple[int, int, int]) -> OnDays:
    return OnDays(Line("survey", 1, MUNICIPALITY, focus=(focus,), minutes=(120,), hours=(8, 10)), days)


_BESIDE = (
    _speed(9, OTHER_ROADS),
    Line(
        "traffic_check",
        12,
        places=("e22-paskallavik", "hamngatan"),
        focus=("sobriety",),
        minutes=(45, 60),
        hours=(18, 22),
        weekdays=WEEKEND_NIGHTS,
        counters={"vehicles": (20, 80), "breath_tests": (20, 80)},
    ),
    Line(
        "school_visit", 9, places=SCHOOLS, minutes=(60,), hours=(8, 13), weekdays=SCHOOL_DAYS, seasons=TERMS
    ),
    Line(
        "class_visit",
        6,
        places=SCHOOLS[:3],
        minutes=(60,),
        hours=(8, 13),
        weekdays=SCHOOL_DAYS,
        seasons=TERMS,
    ),
    Line("foot_patrol", 18, places=("lilla-torget", "hamngatan"), focus=("centre",), hours=(14, 21)),
    Line("presence", 30, places=("lilla-torget", "resecentrum", None), minutes=(60, 90), hours=(10, 20)),
    Line("social_media_post", 38, minutes=(15,), hours=(8, 16), people=(1, 1)),
    Line(
        "coordination_meeting", 10, BOTH, focus=("situational_picture",), weekdays=SCHOOL_DAYS, people=(2, 3)
    ),
    Line(
        "outreach", 20, MUNICIPALITY, places=("lilla-torget", "fritidsgarden"), minutes=(90,), hours=(16, 20)
    ),
    Line(
        "night_walk", 8, MUNICIPALITY, places=("lilla-torget",), minutes=(120,), hours=(20, 22), people=(2, 4)
    ),
)

_WALK = Line(
    "safety_walk",
    1,
    BOTH,
    places=("rodsleskolan",),
    focus=("youth",),
    minutes=(90,),
    hours=(13, 14),
    people=(3, 5),
)
_TRAINING = Line("training", 1, MUNICIPALITY, minutes=(180,), hours=(9, 12), people=(1, 3))
_PUBLISHED = Line("published_result", 1, BOTH, minutes=(30,), hours=(9, 11))

# As signed: most of it held, foot patrols three short.
THEN = Plan(
    lines=(_speed(55, POINTED_OUT), _patrols(17, SCHOOLS), *_BESIDE),
    days=(
        _youth_vehicles((0, 5, 21), (0, 9, 17)),
        _survey("grade_8", (0, 5, 26)),
        OnDays(_WALK, ((0, 5, 19),)),
        OnDays(_TRAINING, ((0, 2, 9), (0, 3, 16), (0, 10, 6))),
        OnDays(_PUBLISHED, ((0, 6, 30), (1, 1, 20))),
    ),
    marks=(MarkOn("lupp-upper-secondary-2", (0, 11, 15), "Redovisad för lokala BRÅ i november"),),
)

# Now: something of every status, whatever day it is.
NOW = Plan(
    lines=(_speed(46, POINTED_OUT), _patrols(13, SCHOOLS[:2] + SCHOOLS[3:]), *_BESIDE),
    days=(
        _youth_vehicles((0, 5, 22)),
        _survey("grade_8", (0, 5, 20)),
        OnDays(_WALK, ((0, 5, 12),)),
        OnDays(_TRAINING, ((0, 2, 10), (0, 4, 14), (0, 9, 29))),
        OnDays(_PUBLISHED, ((0, 6, 30),)),
    ),
)
