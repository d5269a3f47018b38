"""When the schools of a municipality are open: its spring and its autumn term, the same days every year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from logger.domain.periods import Season, is_leap_day


@dataclass(frozen=True, slots=True)
class SchoolTerms:
    """The two terms of a year."""

    spring: Season
    autumn: Season

    @property
    def by_name(self) -> Mapping[str, Season]:
        """Each by the name that what is planned for it is known by for ever."""
        return {"spring": self.spring, "autumn": self.autumn}


USUAL = SchoolTerms(Season((1, 8), (6, 15)), Season((8, 15), (12, 20)))
"""Near enough to plan by, until a municipality gives its own."""


def faults_of(terms: SchoolTerms) -> Mapping[str, str]:
    """What is wrong with them, by the day: it is "no_day", or comes "too_early"; empty where they hold."""
    days = {
        "spring_opens": terms.spring.opens,
        "spring_closes": terms.spring.closes,
        "autumn_opens": terms.autumn.opens,
        "autumn_closes": terms.autumn.closes,
    }
    faults = {name: "no_day" for name, day in days.items() if not is_every_year(day)}
    before = (0, 0)
    for name, day in days.items():
        if name not in faults:
            if day <= before:
                faults[name] = "too_early"
            before = max(before, day)
    return faults


def is_every_year(month_day: tuple[int, int]) -> bool:
    """Whether the day is there each year: not 31 April, and not 29 February."""
    try:
        return not is_leap_day(date(2024, *month_day))
    except ValueError:
        return False


def written_season(season: Season) -> str:
    """As it is kept: "06-01..08-31"."""
    (month, day), (last_month, last_day) = season.opens, season.closes
    return f"{month:02}-{day:02}..{last_month:02}-{last_day:02}"


def season_in(text: str) -> Season:
    """What was kept. Raises ValueError for anything else."""
    opens, _, closes = text.partition("..")
    return Season(_month_day(opens), _month_day(closes))


def _month_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)
