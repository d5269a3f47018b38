"""Whether a whole database still is what was entered: every ledger, its projection, and the audit."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from logger.services.running.ledger_checks import damage, first_skipped_version, strays
from logger.store import audit
from logger.store.activities import activities, projection
from logger.store.databases import copying
from logger.store.syncing import counters, operations


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not what was entered: its table, its municipality (none: the audit), which, and what.

    `row` is the number in its chain, or the activity's id.
    """

    table: str
    municipality: str | None
    row: str
    what: str

    @property
    def sentence(self) -> str:
        """It in Swedish, without the table."""
        return f"kommun {self.municipality}: {self.what}" if self.municipality else self.what


@dataclass(frozen=True, slots=True)
class Sound:
    """How much was looked at and found whole."""

    events: int
    ledgers: int
    operations: int
    activities: int


def faults(session: Session) -> Iterator[Fault]:
    """What does not hold together, the first row of each chain named; nothing where all does."""
    broken_event = audit.first_broken(session)
    if broken_event is not None:
        what = f"granskningsloggens kedja håller inte från nr {broken_event}"
        yield Fault("audit", None, str(broken_event), what)
    for municipality in sorted(counters.every(session).keys() | projection.municipalities(session)):
        yield from _read_through(session, municipality)


def verify(session: Session) -> Sound | Fault:
    """The first fault of the database as it is at one moment, or how much was found whole; nobody waits."""
    engine = session.get_bind().engine
    with copying.snapshot(engine) as connection, Session(connection) as moment:
        fault = next(faults(moment), None)
        if fault is not None:
            return fault
        ledgers = counters.every(moment)
        return Sound(
            events=audit.head(moment)[0],
            ledgers=len(ledgers),
            operations=sum(counter.server_seq for counter in ledgers.values()),
            activities=activities.count_all(moment),
        )


def _read_through(session: Session, municipality: str) -> Iterator[Fault]:
    """Its faults; a row that cannot be read at all is one of them."""
    try:
        yield from _faults_of(session, municipality)
    except DBAPIError:
        raise
    except Exception:  # noqa: BLE001 - whatever keeps a row from being read, it is not what was entered
        number = operations.first_unreadable(session, municipality)
        if number is None:
            yield Fault("activity", municipality, "en rad", "en aktivitet går inte att läsa")
        else:
            yield Fault("operation", municipality, str(number), f"nr {number} går inte att läsa")


def _faults_of(session: Session, municipality: str) -> Iterator[Fault]:
    found = damage(session, municipality)
    if found.first_broken_link is not None:
        number = str(found.first_broken_link)
        yield Fault("operation", municipality, number, f"kedjan håller inte från nr {number}")
    if found.spoilt_bodies:
        number = str(found.spoilt_bodies[0])
        yield Fault("operation_body", municipality, number, f"innehållet i nr {number} är ändrat")
    for first, last in found.spoilt_portions[:1]:
        what = f"något av det som gallringen lämnat kvar i nr {first} till {last} är ändrat"
        yield Fault("operation_body", municipality, str(first), what)
    if found:
        return  # what a broken ledger makes of its activities tells nothing
    if (skipped := first_skipped_version(session, municipality)) is not None:
        what = f"nr {skipped} är inte nästa version av sin aktivitet"
        yield Fault("operation", municipality, str(skipped), what)
        return
    for activity_id in strays(session, municipality)[:1]:
        what = f"aktivitet {activity_id} är inte vad dess poster säger"
        yield Fault("activity", municipality, activity_id, what)
