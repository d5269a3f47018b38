"""Everything a batch is judged by, read in one statement whatever its size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from logger.domain.entering.batches import Cursor
from logger.domain.entering.entries import Amend, Create, Entry, Said, base_rev_of
from logger.domain.entering.envelopes import Envelope
from logger.domain.entering.judgements import Key, Known
from logger.domain.entering.operations import NO_MUNICIPALITY
from logger.domain.places import Place
from logger.domain.planning.sayings import NamedTime, Sayings
from logger.domain.records import StoredActivity
from logger.services.kept.pledges_in_force import StoredPledge, all_in_force
from logger.services.syncing.sayings import sayings_in
from logger.store import together
from logger.store.activities import projection
from logger.store.plan import plan_sayings
from logger.store.syncing import counters, known, operations
from logger.store.syncing.counters import Position
from logger.store.syncing.known import Named
from logger.store.syncing.operations import Earlier, Sent

NO_CURSORS: Mapping[str, Cursor] = {}


@dataclass(frozen=True, slots=True)
class Item:
    """An opened item of a batch: its envelope and the entry that its body makes."""

    envelope: Envelope
    entry: Entry


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the user, whom they work for, where they may log, and the stream they send by.

    `held_as` is the code under which all that would change an activity waits for a person instead; where
    `answers_plans` is false, their word on a plan comes to nothing.
    """

    user_id: str
    organisation: str
    municipalities: frozenset[str]
    stream_id: str
    held_as: str | None = None
    answers_plans: bool = True


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """What the database holds of what the batch names.

    `positions` is where the sender's ledgers stood when it was read, by municipality.
    `standing`, `earlier.unsettled` and `plans` are kept up while the batch is judged, item after item. Of
    `whole_maps` every place is known: where something that stood is changed, it is counted anew with what
    lay beside it.
    """

    positions: Mapping[str, Position]
    earlier: Earlier = field(default_factory=lambda: Earlier({}, {}, {}))
    standing: dict[Key, StoredActivity] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    pledges: Sequence[StoredPledge] = ()
    plans: Sayings = field(default_factory=Sayings)
    whole_maps: frozenset[str] = frozenset()

    @property
    def places(self) -> dict[str, dict[str, Place]]:
        """The places that are named, by municipality and by every id they were named by or go by now."""
        return places_named(self.known)


def facts_of(
    session: Session, sender: Sender, items: Sequence[Item], cursors: Mapping[str, Cursor] = NO_CURSORS
) -> BatchFacts:
    """Read what these items are judged by, and where the sender's ledgers stand; elsewhere nothing is read.

    One statement: who changes what counts moves its ledger's counter, and either both are seen or neither.
    """
    ledgers = {"ledgers": counters.positions({*sender.municipalities, NO_MUNICIPALITY}, cursors)}
    if not items:
        rows = together.read(session, ledgers)
        return BatchFacts(counters.positions_in(rows["ledgers"]))
    whole_maps = sender.municipalities & {
        municipality_of(item.entry) for item in items if base_rev_of(item.entry) is not None
    }
    named = replace(named_in(_made_by(items)), whole_maps=whole_maps)
    times = planned_by(sender, items)
    rows = together.read(
        session,
        {
            **ledgers,
            **known.readings(named, sender.organisation, sender.municipalities & _municipalities(items)),
            **operations.earlier(_sent(sender, items), _activities(sender, items)),
            "standing": projection.as_standing(_activities(sender, items)),
            **plan_sayings.named(sender.organisation, times),
        },
    )
    there = known.existing_in(rows)
    return BatchFacts(
        positions=counters.positions_in(rows["ledgers"]),
        earlier=operations.earlier_in(rows),
        standing=projection.standing_in(rows["standing"]),
        known=there.known,
        pledges=all_in_force(session, there.in_force),
        plans=sayings_in(rows, times, places_named(there.known)),
        whole_maps=whole_maps,
    )


def _sent(sender: Sender, items: Sequence[Item]) -> Sent:
    numbers = {item.envelope.seq for item in items}
    return Sent({item.envelope.op_id for item in items}, sender.stream_id, numbers)


def _municipalities(items: Sequence[Item]) -> set[str]:
    return {municipality_of(item.entry) for item in items}


def _activities(sender: Sender, items: Sequence[Item]) -> set[Key]:
    return {
        (item.entry.municipality, item.entry.activity_id)
        for item in items
        if item.entry.activity_id and item.entry.municipality in sender.municipalities
    }


def _made_by(items: Sequence[Item]) -> list[Create | Amend]:
    return [item.entry for item in items if isinstance(item.entry, Create | Amend)]


def places_named(known: Known) -> dict[str, dict[str, Place]]:
    """The places of what is known, by municipality and by every id they were named by or go by now."""
    found: dict[str, dict[str, Place]] = {}
    for (code, name), place in known.places.items():
        found.setdefault(code, {}).update({name: place, place.id: place})
    return found


def planned_by(sender: Sender, items: Sequence[Item]) -> set[NamedTime]:
    """The planned times that these items answer for, in municipalities where the sender may log."""
    if not sender.answers_plans:
        return set()
    return {
        (item.entry.municipality, item.entry.planned)
        for item in items
        if isinstance(item.entry, Create | Said)
        and item.entry.planned
        and item.entry.municipality in sender.municipalities
    }


def municipality_of(entry: Entry) -> str:
    """The municipality an entry names; empty where it could not be read."""
    return entry.municipality or ""


def named_in(entries: Sequence[Create | Amend]) -> Named:
    """What these entries name, to be looked up."""
    contents = [entry.content for entry in entries]
    return Named(
        codes=frozenset(code for each in contents for code in (each.type, *each.focus, *each.counters)),
        organisations=frozenset(key for each in contents for key in each.organisations),
        people=frozenset(person for each in contents for person in each.participants),
        places=frozenset(
            (entry.municipality, entry.content.place) for entry in entries if entry.content.place is not None
        ),
    )
