"""What people do with their phones: they log, amend, take back, and see to what the server could not take."""

import random

from tests.simulation.entries import KINDS, Entry, body, but, facts
from tests.simulation.kept import Item
from tests.simulation.map import TownMap
from tests.simulation.oracle import Oracle
from tests.simulation.phone import Phone
from tests.simulation.town import Resident

MINUTE, HOUR, DAY = 60, 3600, 86_400
_NOTES = ("", "", "", "", "Lugnt.", "Två skyltar saknas.", "Åäö – “citat” \\ och 🚓", "Regn hela passet.")
_PERSONAL = "Stoppade 19121212-1212."


class Person:
    """Somebody with a phone, and what they do with it."""

    def __init__(
        self, resident: Resident, phone: Phone, oracle: Oracle, town_map: TownMap, chance: random.Random
    ) -> None:
        self.resident = resident
        self.map = town_map
        self.phone = phone
        self.oracle = oracle
        self.chance = chance
        self.gone = False  # with the phone
        self.entries: dict[str, Entry] = {}  # what was told last of own activities, the newest last

    def work(self, most: int) -> int:
        """Some field work since the phone was last in the hand; how many operations it came to."""
        done = 0
        while done < most:
            luck = self.chance.random()
            if luck < 0.86 or not self.entries:
                self._log()
            elif luck < 0.95:
                done += self._amend() - 1
            else:
                done += self._take_back() - 1
            done += 1
        return done

    def see_to_needs(self) -> int:
        """Deal with everything that the server refused, holds, or has another version of."""
        done = 0
        seen: set[str] = set()
        for item in self.phone.disk.needing():
            if item.activity_id in seen or item.state not in ("needs_fix", "conflict", "held"):
                continue
            seen.add(item.activity_id)
            done += self._see_to(item)
        return done

    # --- deeds -------------------------------------------------------

    def _log(self) -> None:
        chance = self.chance
        began = int(self.phone.now) - chance.randrange(10, 600) * MINUTE
        began -= began % 60
        entry = Entry(
            chance.randrange(len(KINDS)),
            began,
            began + chance.randrange(5, 240) * MINUTE,
            others=chance.randrange(4),
            count=chance.randrange(60),
            note=chance.choice(_NOTES),
            municipality=chance.choice(self.resident.municipalities),
        )
        self._tell("create", self.phone.new_id(), self._odd(entry), None)

    def _odd(self, entry: Entry) -> Entry:
        """Now and then something is wrong with it."""
        luck = self.chance.random()
        if luck < 0.006:
            return but(entry, note=_PERSONAL)
        if luck < 0.009:
            years = self.chance.choice((-80, 100, 200, 2))
            return but(
                entry, started=entry.started + years * 365 * DAY, ended=entry.ended + years * 365 * DAY
            )
        if luck < 0.012:
            return but(entry, ended=entry.started + 2000 * HOUR)
        if luck < 0.018:
            return but(entry, place=self.map.lacking)
        if luck < 0.019:
            return but(entry, municipality="0114")
        return entry

    def _amend(self) -> int:
        activity_id, entry = self._some_entry()
        if activity_id is None or entry is None or (rev := self._rev(activity_id)) is None:
            return 0
        changed = but(entry, count=self.chance.randrange(60), others=self.chance.randrange(5))
        self._tell("amend", activity_id, changed, rev)
        return 1

    def _take_back(self) -> int:
        activity_id, entry = self._some_entry()
        if activity_id is None or entry is None or (rev := self._rev(activity_id)) is None:
            return 0
        self._take_away("withdraw", activity_id, entry.municipality, rev)
        return 1

    def _see_to(self, item: Item) -> int:
        activity_id, entry = item.activity_id, self.entries.get(item.activity_id)
        rev = self._rev(activity_id)
        if entry is None or self.chance.random() < 0.2:
            self._let_be(item, rev)
            return int(rev is None)
        if (item.receipt or {}).get("code") == "not_your_municipality":
            self._let_be(item, None)
            return 1
        stands = (item.receipt or {}).get("current") or {}
        if stands and stands["state"] != "current":
            self._let_be(item, rev)
            return 0
        self._tell("amend" if rev is not None else "create", activity_id, self._righted(entry), rev)
        return 1

    def _righted(self, entry: Entry) -> Entry:
        righted = but(entry, note="", place="")
        if abs(entry.started - self.phone.now) > 300 * DAY or entry.ended - entry.started > DAY:
            began = int(self.phone.now) // 60 * 60 - 5 * HOUR
            righted = but(righted, started=began, ended=began + HOUR)
        return righted

    def _let_be(self, item: Item, rev: int | None) -> None:
        """Thrown away where nothing of it was stored; else what stands stands."""
        if rev is None:
            self._take_away("void", item.activity_id, item.municipality, None)
            self.oracle.stories[item.activity_id].vain = True
        else:
            for other in self.phone.disk.needing():
                if other.activity_id == item.activity_id:
                    self.phone.close(other)
                    self.oracle.put_aside(other)
            self.oracle.stories[item.activity_id].contested = True

    def _some_entry(self) -> tuple[str | None, Entry | None]:
        if not self.entries:
            return None, None
        newest = list(self.entries)[-20:]
        activity_id = self.chance.choice(newest)
        return activity_id, self.entries[activity_id]

    def _rev(self, activity_id: str) -> int | None:
        """The version that the next edit builds on, as `core/entries.js` reckons it."""
        rev = 0
        for item in self.phone.disk.items.values():
            if item.activity_id != activity_id:
                continue
            receipt = item.receipt or {}
            told = (receipt.get("current") or {}).get("rev", receipt.get("rev", 0)) or 0
            if item.state in ("queued", "sending") and not item.receipt:
                rev += 1
            rev = max(rev, told)
        pulled = self.phone.disk.pulled.get(activity_id)
        return max(rev, pulled["rev"] if pulled else 0) or None

    # --- saving ------------------------------------------------------

    def _tell(self, kind: str, activity_id: str, entry: Entry, rev: int | None) -> None:
        for other in self.phone.disk.needing():
            if other.activity_id == activity_id:
                self.oracle.put_aside(other)
        text = body(kind, activity_id, entry, rev, self.resident.organisation, self.phone.clock)
        item = self.phone.save(kind, activity_id, entry.municipality, text)
        self.oracle.saved(self.phone, item, hash(facts(entry, self.resident.organisation)))
        self.entries.pop(activity_id, None)
        self.entries[activity_id] = entry

    def _take_away(self, kind: str, activity_id: str, municipality: str, rev: int | None) -> None:
        for other in self.phone.disk.needing():
            if other.activity_id == activity_id:
                self.oracle.put_aside(other)
        base = "" if rev is None else f'"base_rev":{rev},'
        text = (
            f'{{"kind":"{kind}","activity_id":"{activity_id}",{base}"municipality":"{municipality}",'
            f'"captured":{{"wall":{self.phone.clock:.0f},"boot_id":"a"}}}}'
        )
        item = self.phone.save(kind, activity_id, municipality, text)
        self.oracle.saved(self.phone, item, None)
        self.entries.pop(activity_id, None)
