"""A second, deliberately naive reading of the counting rules, for comparing answers.

It works on plain dictionaries (the form of the vectors), enumerates days and seconds, shares no line with
`logger.domain`, and is as slow as it looks.
"""

import json
import math
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
ZONE = ZoneInfo("Europe/Stockholm")
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY = timedelta(days=1)
TIME_KEYS = ("weekdays", "clock", "seasons")


def instant(day: date, clock: str = "00:00") -> datetime:
    hours, minutes = clock.split(":")
    return datetime.combine(day, time(int(hours), int(minutes)), ZONE).astimezone(UTC)


def days(first: date, last: date) -> list[date]:
    return [first + DAY * n for n in range((last - first).days + 1)]


def in_season(rule: Json, day: date) -> bool:
    seasons = rule.get("seasons")
    if not seasons:
        return True
    at = day.strftime("%m-%d")
    return any(
        s["from"] <= at <= s["to"] if s["from"] <= s["to"] else at >= s["from"] or at <= s["to"]
        for s in seasons
    )


def opens(rule: Json, day: date) -> bool:
    return in_season(rule, day) and (not rule.get("weekdays") or WEEKDAYS[day.weekday()] in rule["weekdays"])


def window(rule: Json, day: date) -> tuple[datetime, datetime]:
    if clock := rule.get("clock"):
        ends = day if clock["to"] > clock["from"] else day + DAY
        return instant(day, clock["from"]), instant(ends, clock["to"])
    if rule.get("weekdays"):
        return instant(day, "06:00"), instant(day + DAY, "06:00")
    return instant(day), instant(day + DAY)


def start(activity: Json) -> datetime:
    return datetime.fromisoformat(activity["started_at"]).astimezone(UTC)


def end(activity: Json) -> datetime | None:
    raw = activity.get("ended_at")
    return datetime.fromisoformat(raw).astimezone(UTC) if raw else None


def rule_date(rule: Json, activity: Json) -> date | None:
    at = start(activity)
    local = at.astimezone(ZONE).date()
    if not any(rule.get(key) for key in TIME_KEYS):
        return local
    for day in (local, local - DAY):
        opened, closed = window(rule, day)
        if opens(rule, day) and opened <= at < closed:
            return day
    return None


def flagged_on(place: Json, day: date) -> bool:
    at = day.isoformat()
    return any(f["from"] <= at <= (f.get("to") or "9999-12-31") for f in place.get("flagged", []))


def people(activity: Json) -> int:
    found: int = len(set(activity.get("participants", []))) + activity.get("others", 0)
    return max(1, found)


def matches(rule: Json, activity: Json, places: dict[str, Json]) -> bool:
    place = places.get(activity.get("place") or "")
    organisations = set(activity.get("organisations", []))
    ended = end(activity)
    kinds = set(place["kinds"]) if place else set()
    local = start(activity).astimezone(ZONE).date()
    return all(
        (
            "types" not in rule or activity["type"] in rule["types"],
            "focus" not in rule or bool(set(rule["focus"]) & set(activity.get("focus", []))),
            "performed_by" not in rule or bool(set(rule["performed_by"]) & organisations),
            "jointly" not in rule or set(rule["jointly"]) <= organisations,
            not rule.get("targeted") or activity.get("targeted", False),
            "min_people" not in rule or people(activity) >= rule["min_people"],
            "min_minutes" not in rule
            or (ended is not None and ended - start(activity) >= timedelta(minutes=rule["min_minutes"])),
            "places" not in rule or activity.get("place") in rule["places"],
            "place_kinds" not in rule or bool(kinds & set(rule["place_kinds"])),
            not rule.get("flagged") or (place is not None and flagged_on(place, local)),
            "any_of" not in rule or any(matches(r, activity, places) for r in rule["any_of"]),
            "except" not in rule or not matches(rule["except"], activity, places),
        )
    )


class Naive:
    """One commitment of one case as of one date."""

    def __init__(self, case: Json, commitment: Json, as_of: date) -> None:
        valid = commitment.get("valid") or case["pledge"]["valid"]
        self.case, self.commitment, self.as_of = case, commitment, as_of
        self.first, self.last = date.fromisoformat(valid["from"]), date.fromisoformat(valid["to"])
        self.rule, self.target = commitment.get("counts") or {}, commitment["target"]
        self.kind = self.target["kind"]
        self.places = {p["id"]: p for p in case["places"]}
        self.used = self.used_by_another()
        live = [a for a in case["activities"] if not a.get("voided") and a["id"] not in self.used]
        self.live = [a for a in live if matches(self.rule, a, self.places)]

    def used_by_another(self) -> set[str]:
        other = self.target.get("in_addition_to")
        if other is None:
            return set()
        every = [c for area in self.case["pledge"]["focus_areas"] for c in area["commitments"]]
        naive = Naive(self.case, next(c for c in every if c["id"] == other), self.as_of)
        counted = sorted((a for a, _ in naive.occasions()), key=lambda a: (start(a), a["id"]))
        return {a["id"] for a in counted[: naive.goal_on(self.as_of)]}

    def occasions(self, first: date | None = None, last: date | None = None) -> list[tuple[Json, date]]:
        lo = max(first or self.first, self.first)
        hi = min(last or self.last, self.last, self.as_of)
        found = []
        for activity in self.live:
            day = rule_date(self.rule, activity)
            if activity.get("outcome") != "interrupted" and day is not None and lo <= day <= hi:
                found.append((activity, day))
        return found

    def seconds(self, first: date, last: date) -> int:
        lo, hi = max(first, self.first), min(last, self.last, self.as_of)
        if lo > hi:
            return 0
        named: dict[str, list[tuple[datetime, datetime]]] = {}
        unnamed = timedelta()
        for activity in self.live:
            pieces = list(self.pieces(activity, instant(lo), instant(hi + DAY)))
            if self.target.get("hours_as") != "person":
                named.setdefault("all", []).extend(pieces)
                continue
            members = set(activity.get("participants", []))
            others = activity.get("others", 0) or (0 if members else 1)
            unnamed += sum((b - a for a, b in pieces), timedelta()) * others
            for member in members:
                named.setdefault(member, []).extend(pieces)
        total = unnamed + sum((union(spans) for spans in named.values()), timedelta())
        return round(total.total_seconds())

    def pieces(self, activity: Json, lo: datetime, hi: datetime) -> Iterator[tuple[datetime, datetime]]:
        began, ended = start(activity), end(activity)
        if ended is None:
            return
        if not any(self.rule.get(key) for key in TIME_KEYS):
            spans = [(began, ended)]
        else:
            around = days(began.astimezone(ZONE).date() - DAY, ended.astimezone(ZONE).date())
            spans = [window(self.rule, day) for day in around if opens(self.rule, day)]
        for opened, closed in spans:
            a, b = max(opened, began, lo), min(closed, ended, hi)
            if a < b:
                yield a, b

    def covered(self, first: date | None = None, last: date | None = None) -> list[str]:
        at = [a.get("place") for a, _ in self.occasions(first, last)]
        return [p for p in self.wanted() if at.count(p) >= self.target.get("at_least", 1)]

    def wanted(self) -> list[str]:
        if not any(self.rule.get(key) for key in ("places", "place_kinds", "flagged")):
            return []
        return sorted(
            place["id"]
            for place in self.case["places"]
            if ("places" not in self.rule or place["id"] in self.rule["places"])
            and ("place_kinds" not in self.rule or set(place["kinds"]) & set(self.rule["place_kinds"]))
            and (
                not self.rule.get("flagged")
                or any(flagged_on(place, day) for day in days(self.first, self.last))
            )
        )

    def value(self, first: date, last: date) -> int:
        found = self.occasions(first, last)
        if self.kind == "hours":
            return self.seconds(first, last)
        if self.kind == "sum":
            return sum(a.get("counters", {}).get(self.target["counter"], 0) for a, _ in found)
        if self.kind == "coverage":
            return len(self.covered(first, last))
        if self.target.get("unit") == "day":
            return len({day for _, day in found})
        if self.target.get("unit") == "place":
            return len({a["place"] for a, _ in found if a.get("place")})
        return len(found)

    def goal_on(self, day: date) -> int:
        if self.kind == "coverage":
            return len(self.wanted())
        if self.kind == "increase":
            return int(self.target["baseline"]) + 1
        goal = self.target["at_least"]
        for revision in sorted(self.target.get("revisions", []), key=lambda r: str(r["from"])):
            if date.fromisoformat(revision["from"]) <= day:
                goal = revision["at_least"]
        return round(Fraction(str(goal)) * 3600) if self.kind == "hours" else goal

    def paused(self, day: date) -> bool:
        return any(p["from"] <= day.isoformat() <= p["to"] for p in self.target.get("pauses", []))

    def share(self) -> Fraction | None:
        eligible = [d for d in days(self.first, self.last) if opens(self.rule, d) and not self.paused(d)]
        if not eligible:
            return None
        return Fraction(sum(d <= self.as_of for d in eligible), len(eligible))

    def answer(self) -> Json:
        if self.kind == "ongoing":
            dates = [day for _, day in self.occasions()]
            status = "not_started" if self.as_of < self.first else "no_number"
            last = max(dates).isoformat() if dates else None
            return {"kind": self.kind, "value": len(dates), "status": status, "last_activity": last}
        if self.kind == "reported":
            return self.reported()
        if self.kind == "milestone":
            return self.milestone()
        if "per" in self.target and self.target.get("judged") != "average":
            return self.each_period()
        return self.total()

    def reported(self) -> Json:
        value = 0
        for report in self.case["reports"]:
            day = date.fromisoformat(report["month"] + "-01")
            if report["commitment"] == self.commitment["id"] and self.first <= day <= min(
                self.last, self.as_of
            ):
                value += report["value"]
        answer: Json = {"kind": self.kind, "value": value}
        goal = self.target.get("at_least")
        if goal is not None:
            answer["at_least"] = goal
        if self.as_of < self.first:
            status = "not_started"
        elif goal is None:
            status = "no_number"
        elif value >= goal:
            status = "met"
        else:
            status = "not_met" if self.as_of >= self.last else "in_progress"
        return answer | {"status": status}

    def milestone(self) -> Json:
        marked = any(
            m["commitment"] == self.commitment["id"]
            and self.first <= date.fromisoformat(m["date"]) <= min(self.last, self.as_of)
            for m in self.case["marks"]
        )
        value = int(marked or bool(self.occasions()))
        share = self.share()
        if self.as_of < self.first:
            status = "not_started"
        elif value:
            status = "met"
        elif self.as_of >= self.last:
            status = "not_met"
        else:
            status = "watch" if share is not None and share >= Fraction(3, 4) else "in_progress"
        return {"kind": self.kind, "value": value, "at_least": 1, "status": status}

    def total(self) -> Json:
        answer: Json = {"kind": self.kind}
        average = "per" in self.target
        if average:
            value = sum(self.value(a, b) for a, b in self.periods() if a <= self.as_of)
            goal: int | None = sum(
                self.goal_on(max(a, self.first)) for a, b in self.periods() if self.scorable(a, b)
            )
        else:
            value = self.value(self.first, self.last)
            goal = (
                None
                if self.kind == "increase" and "baseline" not in self.target
                else self.goal_on(self.as_of)
            )
        answer["value"] = value
        if goal is not None:
            answer["at_least"] = goal
        if self.kind == "coverage":
            answer["remaining"] = [p for p in self.wanted() if p not in self.covered()]
        share = self.share()
        if not goal or share is None:
            return answer | {"status": "not_started" if self.as_of < self.first else "not_scored"}
        expected = goal * share
        answer["expected"] = round(float(expected), 3)
        return answer | {
            "status": self.total_status(value, goal, share, small=self.small(goal, average=average))
        }

    def small(self, goal: int, *, average: bool) -> bool:
        if average:
            return False
        if self.kind in ("coverage", "increase"):
            return goal <= 4
        return bool(self.plain_goal() <= 4)

    def plain_goal(self) -> float:
        goal = self.goal_on(self.as_of)
        return goal / 3600 if self.kind == "hours" else goal

    def total_status(self, value: int, goal: int, share: Fraction, *, small: bool) -> str:
        expected = goal * share
        if self.as_of < self.first:
            return "not_started"
        if value >= goal:
            return "met"
        if self.as_of >= self.last:
            return "not_met"
        if share < (Fraction(3, 4) if small else Fraction(15, 100)):
            return "in_progress"
        if value >= (math.ceil(expected) if small else math.floor(expected)):
            return "on_pace"
        return "watch" if value >= Fraction(4, 5) * expected else "behind"

    def scorable(self, first: date, last: date) -> bool:
        if first < self.first or last > self.last:
            return False
        if self.target["per"] == "day" and not opens(self.rule, first):
            return False
        return all(in_season(self.rule, day) for day in days(first, last))

    def periods(self) -> list[tuple[date, date]]:
        """Every calendar period that touches the validity, found by asking each day which it belongs to."""
        found = set()
        for day in days(self.first, self.last):
            found |= set(self.periods_holding(day))
        return sorted(found)

    def periods_holding(self, day: date) -> list[tuple[date, date]]:
        per = self.target["per"]
        if per == "day":
            return [(day, day)]
        if per == "iso_week":
            monday = day - DAY * day.weekday()
            return [(monday, monday + DAY * 6)]
        months = {"month": 1, "quarter": 3, "tertial": 4, "half_year": 6, "year": 12}
        if size := months.get(per):
            first_month = (day.month - 1) // size * size + 1
            year, month = (day.year, first_month + size) if first_month + size < 13 else (day.year + 1, 1)
            return [(date(day.year, first_month, 1), date(year, month, 1) - DAY)]
        if per == "pledge_year":
            years = day.year - self.first.year
            begins = self.first.replace(year=self.first.year + years)
            if begins > day:
                begins = begins.replace(year=begins.year - 1)
            return [(begins, begins.replace(year=begins.year + 1) - DAY)]
        found = []
        for season in self.rule["seasons"]:
            for year in (day.year - 1, day.year):
                a = date.fromisoformat(f"{year}-{season['from']}")
                b = date.fromisoformat(f"{year + (season['to'] < season['from'])}-{season['to']}")
                if a <= day <= b:
                    found.append((a, b))
        return found

    def each_period(self) -> Json:
        rows, can_be_scored = [], False
        for a, b in self.periods():
            scorable = self.scorable(a, b)
            goal = self.goal_on(max(a, self.first))
            can_be_scored = can_be_scored or scorable
            if a > self.as_of:
                continue
            value = self.value(a, b)
            met = value >= goal
            excused = any(self.paused(day) for day in days(a, b)) and not met
            rows.append(
                {
                    "from": a.isoformat(),
                    "to": b.isoformat(),
                    "value": value,
                    "at_least": goal,
                    "scored": scorable and not excused,
                    "closed": self.as_of >= b,
                    "met": met,
                }
            )
        judged = [r for r in rows if r["scored"] and r["closed"]]
        met_count = sum(bool(r["met"]) for r in judged)
        over = self.as_of >= self.last
        if self.as_of < self.first:
            status = "not_started"
        elif not can_be_scored or (over and not judged) or (self.kind == "coverage" and not self.wanted()):
            status = "not_scored"
        elif not judged:
            status = "in_progress"
        elif met_count == len(judged):
            status = "met" if over else "on_pace"
        elif met_count * 5 >= len(judged) * 4:
            status = "partly_met" if over else "watch"
        else:
            status = "not_met" if over else "behind"
        return {
            "kind": self.kind,
            "periods": rows,
            "periods_met": met_count,
            "periods_scored": len(judged),
            "status": status,
        }


def union(spans: list[tuple[datetime, datetime]]) -> timedelta:
    total, reached = timedelta(), datetime.min.replace(tzinfo=UTC)
    for a, b in sorted(spans):
        if b > reached:
            total += b - max(a, reached)
            reached = b
    return total


def answers(case: Json, as_of: str) -> dict[str, Json]:
    """{commitment id: progress answer} of a case in the vectors' form."""
    day = date.fromisoformat(as_of)
    case = under_one_id(case)
    return {
        c["id"]: Naive(case, c, day).answer()
        for area in case["pledge"]["focus_areas"]
        for c in area["commitments"]
    }


def under_one_id(case: Json) -> Json:
    """The case as if nobody had ever used the ids that its places went by formerly."""
    text = json.dumps({name: value for name, value in case.items() if name != "places"})
    for place in case["places"]:
        for old in place.get("former", []):
            text = text.replace(json.dumps(old), json.dumps(place["id"]))
    found: Json = json.loads(text)
    return found | {"places": case["places"]}
