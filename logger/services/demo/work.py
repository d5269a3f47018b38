"""Carrying out a demo plan: the same activities for the same plan and days, up to an instant."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from logger.domain.activities import Activity, Outcome
from logger.domain.periods import Days, Per, calendar_periods, in_season, instant_of, week_of
from logger.services.demo.plans import Line, Plan, Presence


@dataclass(frozen=True)
class Crew:
    """The people who log, by organisation: (user id, …), the first most often."""

    police: tuple[str, ...]
    municipality: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """One activity carried out, with who logged it and what was noted."""

    activity: Activity
    author: str
    author_organisation: str
    note: str


def carry_out(plan: Plan, valid: Days, crew: Crew, until: datetime) -> list[Done]:
    """Everything that was done on the plan before the instant, in order of time."""
    chance = random.Random(f"{plan.lines[0].places} {valid.first}")  # noqa: S311  # the same demo every time
    worker = _Worker(crew, chance)
    done = [each for line in plan.lines for each in worker.spread(line, valid)]
    for fixed in plan.days:
        done += [
            worker.once(fixed.line, on_day(valid.first, day), turn) for turn, day in enumerate(fixed.days)
        ]
    if plan.presence is not None:
        done += worker.top_up(plan.presence, valid, done)
    past = [each for each in done if (each.activity.ended_at or each.activity.started_at) < until]
    return sorted(past, key=lambda each: (each.activity.started_at, each.activity.id))


def on_day(first: date, day: tuple[int, int, int]) -> date:
    """The day that a plan names by years after the first of the validity, month and day of the month."""
    years, month, day_of_month = day
    return date(first.year + years, month, day_of_month)


class _Worker:
    def __init__(self, crew: Crew, chance: random.Random) -> None:
        self._crew = crew
        self._chance = chance

    def spread(self, line: Line, valid: Days) -> Iterator[Done]:
        days = [day for day in valid if day.weekday() in line.weekdays and in_season(day, line.seasons)]
        first, last = (share * len(days) for share in line.within)
        for turn in range(line.times):
            place_in_row = (turn + 0.5 + self._chance.uniform(-0.4, 0.4)) / line.times
            yield self.once(line, days[min(int(first + place_in_row * (last - first)), len(days) - 1)], turn)

    def top_up(self, presence: Presence, valid: Days, done: Sequence[Done]) -> Iterator[Done]:
        """What is lacking of the week's hours, on one or two days; some weeks it stays lacking."""
        worked: Counter[date] = Counter()
        for each in done:
            if "police" in each.activity.organisations and each.activity.duration:
                week = week_of(each.activity.local_date)
                worked[week.first] += int(each.activity.duration.total_seconds() // 60)
        for turn, week in enumerate(calendar_periods(Per.ISO_WEEK, valid)):
            lacking = int(presence.hours * 60) - worked[week.first] + self._chance.choice((0, 15, 30, 60))
            if self._chance.random() < presence.missed or lacking <= 0:
                continue
            day = week.first + timedelta(days=self._chance.randrange(6))
            if day in valid:
                minutes = -(-lacking // 5) * 5
                line = Line("presence", 1, places=presence.places, minutes=(minutes,), hours=(10, 19))
                yield self.once(line, day, turn)

    def once(self, line: Line, day: date, turn: int) -> Done:
        chance = self._chance
        start = instant_of(day, time(chance.randint(*line.hours), chance.choice((0, 10, 15, 30, 40, 45))))
        crew = self._crew.police if line.by == "police" else self._crew.municipality
        number = chance.randint(*line.people)
        named = chance.sample(crew, min(number, len(crew)))
        activity = Activity(
            id=_uuid7(start, chance),
            type=line.type,
            started_at=start,
            ended_at=start + timedelta(minutes=chance.choice(line.minutes)),
            organisations=frozenset(line.organisations),
            focus=frozenset(line.focus),
            participants=tuple(named),
            others=number - len(named),
            place=line.places[turn % len(line.places)],
            targeted=line.targeted,
            outcome=Outcome.INTERRUPTED if line.times > 20 and chance.random() < 0.02 else Outcome.COMPLETED,
            counters={name: chance.randint(*span) for name, span in line.counters.items()},
        )
        note = chance.choice(line.notes) if line.notes and chance.random() < 0.3 else ""
        return Done(activity, named[0], line.by, note)


def _uuid7(instant: datetime, chance: random.Random) -> str:
    """An id as a phone makes it (RFC 9562): milliseconds first, then chance."""
    milliseconds = int(instant.timestamp() * 1000)
    rest = chance.getrandbits(74)
    return str(UUID(int=milliseconds << 80 | 7 << 76 | (rest >> 62) << 64 | 2 << 62 | rest & (1 << 62) - 1))
