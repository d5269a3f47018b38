"""A phone as the server knows it: what it sent, what of it never came, when it was last heard from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

SILENT_AFTER = timedelta(days=7)
CLOCK_IS_OFF = 600  # seconds
MOST_NAMED = 50  # numbers; how many are missing is told besides


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers that were all received, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a stream: where they begin, what was received, what the phone said it still waits for.

    `floor` is the lowest number that the phone waited for when it was last heard from: all below it was
    settled on the phone. 0 where it has not said. `received` are runs in order, apart from each other.
    """

    first: int
    highest: int
    floor: int
    received: Sequence[Run] = ()

    @property
    def received_count(self) -> int:
        """How many numbers from the first on were received."""
        return sum(
            run.last - max(run.first, self.first) + 1 for run in self.received if run.last >= self.first
        )

    @property
    def missing_count(self) -> int:
        """How many numbers the phone holds for settled and the server has never seen."""
        return _length(self._absent(self.first, self.floor - 1))

    @property
    def missing(self) -> tuple[int, ...]:
        """The first of those numbers, MOST_NAMED at the most."""
        every = (number for run in self._absent(self.first, self.floor - 1) for number in _each(run))
        return tuple(islice(every, MOST_NAMED))

    @property
    def waiting_count(self) -> int:
        """How many numbers wait on the phone, as far as the server has heard of them."""
        return _length(self._absent(max(self.first, self.floor), self.highest))

    def _absent(self, first: int, last: int) -> Iterator[Run]:
        """What was not received of [first, last]."""
        following = first
        for run in self.received:
            if run.first > last:
                break
            if run.first > following:
                yield Run(following, run.first - 1)
            following = max(following, run.last + 1)
        if following <= last:
            yield Run(following, last)


@dataclass(frozen=True, slots=True)
class Device:
    """One browser profile of one user.

    `label` is what it calls itself ("Android · Chrome"), `unit` the district or municipality that its user
    works in; whose it is is for no list to say. `clock_offset` is how many seconds its clock was ahead.
    """

    stream_id: str
    organisation: str
    unit: str
    label: str
    app_build: str
    first_contact: datetime
    last_contact: datetime
    numbers: Numbers
    clock_offset: int | None
    revoked_at: datetime | None

    def is_silent(self, now: datetime) -> bool:
        """Whether it has not been heard from for so long that what it holds may be lost with it."""
        return self.revoked_at is None and now - self.last_contact >= SILENT_AFTER

    @property
    def is_whole(self) -> bool:
        """Whether everything it is known to have numbered was received."""
        return not self.numbers.missing_count and not self.numbers.waiting_count


_SYSTEMS = (
    ("iPhone", r"iPhone|iPod"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Chrome OS", r"CrOS"),
    ("Mac", r"Macintosh|Mac OS X"),
    ("Linux", r"Linux|X11"),
)
_BROWSERS = (  # most of them also call themselves those further down
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Opera", r"OPR/|Opera"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
)


def label_of(user_agent: str) -> str:
    """What a browser is called in a list of devices, by its User-Agent: "Android · Chrome"."""
    parts = (_first(_SYSTEMS, user_agent), _first(_BROWSERS, user_agent))
    return " · ".join(part for part in parts if part) or "Okänd enhet"


def _first(names: Sequence[tuple[str, str]], user_agent: str) -> str | None:
    return next((name for name, pattern in names if re.search(pattern, user_agent)), None)


def _length(runs: Iterator[Run]) -> int:
    return sum(run.last - run.first + 1 for run in runs)


def _each(run: Run) -> Iterator[int]:
    return iter(range(run.first, run.last + 1))
