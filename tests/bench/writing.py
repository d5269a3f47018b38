"""The sync door over a country, with what is kept of figures and without."""

import random
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from types import ModuleType
from typing import Any

from logger import clock
from logger.services.kept.keeping import touched_by
from logger.services.syncing import settling, sync
from tests.bench.country import CODES, SECRETS, TYPES, id_of
from tests.bench.standing import Country, Spent
from tests.worlds.phones import Person, Phone


class Writing:
    """The sync door over a country, with what is kept of figures or without."""

    def __init__(self, country: Country) -> None:
        self.chance = random.Random(1)
        self.country = country
        self.phone = Phone(country.app.test_client(), Person(id_of("officer"), SECRETS["officer"]))
        self.taken: list[Spent] = []
        self._patched(sync, "in_a_deed", self._timed(settling.in_a_deed))

    def _timed(self, deed: Callable[..., Any]) -> Callable[..., Any]:

        def timed(*given: Any) -> Any:
            servers, own = self.country.processor(), time.thread_time()
            began = time.perf_counter()
            answer = deed(*given)
            taken = (time.perf_counter() - began) * 1000
            own = (time.thread_time() - own) * 1000
            self.taken.append(Spent(taken, own + self.country.processor() - servers))
            return answer

        return timed

    @staticmethod
    def _patched(module: ModuleType, name: str, by: Callable[..., Any]) -> None:
        setattr(module, name, by)

    def deeds(self, size: int, times: int, *, keeping: bool) -> Spent:
        """The medians of the deeds that take batches of this size, the database's share included."""
        self._patched(settling, "touched_by", touched_by if keeping else lambda *_: [])
        self.taken.clear()
        for _ in range(times):
            self.phone.pull(*[self._create() for _ in range(size)])
        return Spent(*(statistics.median(each) for each in zip(*self.taken, strict=True)))

    def _create(self) -> dict[str, Any]:
        """An entry of these days, as a phone hands them in."""
        began = clock.now() - timedelta(minutes=self.chance.randint(120, 3 * 24 * 60))
        ended = began + timedelta(minutes=self.chance.randint(10, 120))
        return self.phone.create(
            municipality=CODES[1],
            type=self.chance.choice(TYPES),
            focus=[],
            counters={},
            place=f"plats-{self.chance.randrange(12)}",
            started_at=began.isoformat(),
            ended_at=ended.isoformat(),
            participants=[],
        )
