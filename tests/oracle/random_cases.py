"""Random counting cases in the vectors' form, made from a seed, biased towards the edges that hurt."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
ZONE = ZoneInfo("Europe/Stockholm")

TYPES = ["traffic_check", "foot_patrol", "presence", "school_visit", "bathing_site_visit", "site_round"]
FOCUS = ["speed", "sobriety", "school", "centre", "littering", "youth_vehicles"]
ORGANISATIONS = ["police", "municipality", "rescue_service"]
KINDS = ["school", "bathing_site", "road", "square", "station"]
SEASONS = [
    [{"from": "06-01", "to": "08-31"}],
    [{"from": "11-01", "to": "03-31"}],
    [{"from": "08-16", "to": "12-20"}, {"from": "01-10", "to": "06-12"}],
    [{"from": "12-24", "to": "01-02"}],
]
CLOCKS = [("18:00", "03:00"), ("22:00", "06:00"), ("08:00", "16:00"), ("02:00", "03:00"), ("06:00", "06:00")]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
VALIDITIES = [
    ("2021-01-01", 364),
    ("2021-01-15", 364),
    ("2021-05-01", 90),
    ("2020-10-15", 500),
    ("2021-01-01", 729),
    ("2020-02-10", 380),
    ("2021-10-25", 12),
]
PERS = ["day", "iso_week", "month", "quarter", "tertial", "half_year", "year", "pledge_year", "season"]


def some(chance: Random, of: list[str], most: int = 3) -> list[str]:
    return chance.sample(of, chance.randint(1, min(most, len(of))))


def plain_rule(chance: Random) -> Json:
    rule: Json = {}
    if chance.random() < 0.4:
        rule["types"] = some(chance, TYPES)
    if chance.random() < 0.2:
        rule["focus"] = some(chance, FOCUS)
    if chance.random() < 0.25:
        rule["performed_by"] = some(chance, ORGANISATIONS, 2)
    if chance.random() < 0.1:
        rule["jointly"] = some(chance, ORGANISATIONS, 2)
    if chance.random() < 0.1:
        rule["targeted"] = True
    if chance.random() < 0.15:
        rule["min_people"] = chance.randint(1, 3)
    if chance.random() < 0.15:
        rule["min_minutes"] = chance.choice([15, 20, 30])
    if chance.random() < 0.2:
        rule["places"] = [f"place-{n}" for n in chance.sample(range(6), 3)]
    if chance.random() < 0.2:
        rule["place_kinds"] = some(chance, KINDS, 2)
    if chance.random() < 0.2:
        rule["flagged"] = True
    return rule


def whole_rule(chance: Random) -> Json:
    rule = plain_rule(chance)
    if chance.random() < 0.15:
        rule["any_of"] = [plain_rule(chance), plain_rule(chance) | {"types": some(chance, TYPES)}]
    if chance.random() < 0.15:
        rule["except"] = plain_rule(chance) | {"types": some(chance, TYPES, 2)}
    if chance.random() < 0.2:
        rule["weekdays"] = some(chance, WEEKDAYS, 5)
    if chance.random() < 0.2:
        opens, closes = chance.choice(CLOCKS)
        rule["clock"] = {"from": opens, "to": closes}
    if chance.random() < 0.2:
        rule["seasons"] = chance.choice(SEASONS)
    return rule


def target(chance: Random, rule: Json, valid: Json, most_goal: int) -> Json:
    kind = chance.choice(
        ["count"] * 4
        + ["hours"] * 3
        + ["sum", "coverage", "coverage", "milestone"]
        + ["increase", "ongoing", "reported"]
    )
    found: Json = {"kind": kind}
    if kind in ("count", "sum", "hours", "coverage"):
        found["at_least"] = chance.choice([1, 1, 2, 3, 4, 5, 10, most_goal]) if kind != "coverage" else 1
        per_pool = PERS if rule.get("seasons") else PERS[:-1]
        if chance.random() < 0.5:
            found["per"] = chance.choice(per_pool)
            if kind != "coverage" and chance.random() < 0.3:
                found["judged"] = "average"
    if kind == "hours":
        found["at_least"] = chance.choice([1, 1.5, 2, 4, 5, 20])
        if chance.random() < 0.4:
            found["hours_as"] = "person"
    if kind == "sum":
        found |= {
            "counter": chance.choice(["vehicles", "breath_tests"]),
            "at_least": chance.choice([10, 100]),
        }
    if kind == "coverage" and chance.random() < 0.4:
        found["at_least"] = 2
    if kind == "count" and chance.random() < 0.3:
        found["unit"] = chance.choice(["day", "place"])
    if kind == "increase" and chance.random() < 0.8:
        found["baseline"] = chance.randint(0, 12)
    if kind == "reported" and chance.random() < 0.7:
        found["at_least"] = chance.choice([10, 50])
    if kind in ("count", "sum", "hours") and chance.random() < 0.25:
        found["revisions"] = [{"from": a_day(chance, valid), "at_least": chance.randint(1, 8), "reason": "x"}]
    if kind not in ("ongoing", "reported") and chance.random() < 0.25:
        first = date.fromisoformat(a_day(chance, valid))
        last = min(first + timedelta(days=chance.randint(0, 40)), date.fromisoformat(valid["to"]))
        found["pauses"] = [{"from": first.isoformat(), "to": last.isoformat(), "reason": "skogsbrand"}]
    return found


def a_day(chance: Random, valid: Json) -> str:
    first, last = date.fromisoformat(valid["from"]), date.fromisoformat(valid["to"])
    return (first + timedelta(days=chance.randint(0, (last - first).days))).isoformat()


def an_activity(chance: Random, number: int, first: date, span: int) -> Json:
    day = first + timedelta(days=chance.randint(-20, span + 20))
    if chance.random() < 0.05:
        day = chance.choice([date(2021, 3, 28), date(2021, 10, 31), date(2021, 1, 3), date(2021, 12, 31)])
    minute = chance.choice([0, 30, 59, 120, 150, 359, 360, 1080, 1320, 1439, chance.randint(0, 1439)])
    midnight = datetime.combine(day, datetime.min.time(), ZONE).astimezone(UTC)
    began = midnight + timedelta(minutes=minute)
    ended = (
        None
        if chance.random() < 0.1
        else began + timedelta(minutes=chance.choice([0, 10, 20, 30, 60, 60, 120, 480, 1500]))
    )
    return {
        "id": f"00000000-0000-4000-8000-{chance.randint(0, 10**6):06d}{number:06d}",
        "type": chance.choice(TYPES),
        "started_at": began.astimezone(ZONE).isoformat(),
        "ended_at": ended.astimezone(ZONE).isoformat() if ended else None,
        "organisations": some(chance, ORGANISATIONS, 2),
        "participants": chance.sample(["p1", "p2", "p3"], chance.randint(0, 3)),
        "others": chance.choice([0, 0, 1, 2]),
        "focus": some(chance, FOCUS, 2) if chance.random() < 0.7 else [],
        "place": f"place-{chance.randint(0, 5)}" if chance.random() < 0.85 else None,
        "targeted": chance.random() < 0.3,
        "outcome": "interrupted" if chance.random() < 0.1 else "completed",
        "voided": chance.random() < 0.05,
        "counters": {"vehicles": chance.randint(0, 40)} if chance.random() < 0.5 else {},
    }


def a_place(chance: Random, number: int, valid: Json) -> Json:
    place: Json = {"id": f"place-{number}", "name": f"Plats {number}", "kinds": some(chance, KINDS, 2)}
    if chance.random() < 0.6:
        flag: Json = {"from": a_day(chance, valid)}
        if chance.random() < 0.6:
            first = date.fromisoformat(flag["from"])
            flag["to"] = (first + timedelta(days=chance.randint(0, 200))).isoformat()
        place["flagged"] = [flag]
    return place


def random_case(seed: int, activities: int = 60) -> tuple[Json, list[str]]:
    """A case and the dates to answer it for."""
    chance = Random(seed)
    begins, span = chance.choice(VALIDITIES)
    first = date.fromisoformat(begins)
    valid = {"from": begins, "to": (first + timedelta(days=span)).isoformat()}
    commitments: list[Json] = []
    for number in range(5):
        rule = whole_rule(chance)
        own = chance.choice([5, 20, 52])
        commitment = {
            "id": f"c{number}",
            "wording": f"c{number}",
            "counts": rule,
            "target": target(chance, rule, valid, own),
        }
        if chance.random() < 0.15:
            later = date.fromisoformat(valid["to"]) + timedelta(days=chance.randint(1, 60))
            commitment["valid"] = {"from": valid["from"], "to": later.isoformat()}
        commitments.append(commitment)
    commitments.extend(beyond(chance, commitments))
    case: Json = {
        "name": f"seed {seed}",
        "pledge": {
            "format": 1,
            "municipality": "1814",
            "title": f"seed {seed}",
            "valid": valid,
            "focus_areas": [{"name": "Allt", "commitments": commitments}],
        },
        "places": [a_place(chance, n, valid) for n in range(6)],
        "activities": [an_activity(chance, n, first, span) for n in range(activities)],
        "marks": [
            {"commitment": c["id"], "date": a_day(chance, valid), "evidence": "https://example.se/"}
            for c in commitments
            if c["target"]["kind"] == "milestone" and chance.random() < 0.4
        ],
        "reports": [
            {"commitment": c["id"], "month": f"2021-{m:02d}", "value": chance.randint(0, 9)}
            for c in commitments
            if c["target"]["kind"] == "reported"
            for m in range(1, 10)
        ],
    }
    offsets = [-5, 0, span // 7, span // 2, span - 1, span, span + 30]
    return case, [(first + timedelta(days=n)).isoformat() for n in chance.sample(offsets, 4)]


def beyond(chance: Random, commitments: list[Json]) -> list[Json]:
    base = [
        c for c in commitments if c["target"]["kind"] == "count" and not {"per", "unit"} & set(c["target"])
    ]
    if not base:
        return []
    other = chance.choice(base)["id"]
    goal: Json = {"kind": "count", "at_least": chance.choice([1, 5]), "in_addition_to": other}
    if chance.random() < 0.4:
        goal |= {"per": chance.choice(["month", "iso_week"])}
    return [{"id": "extra", "wording": "extra", "counts": plain_rule(chance), "target": goal}]
