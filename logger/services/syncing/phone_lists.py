"""The phones of an organisation in a municipality, those to ask for first: for finding lost entries."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.phones.devices import SILENT_AFTER, Device
from logger.domain.phones.quiet_phones import is_quiet
from logger.services.syncing import devices
from logger.store.syncing import device_lists


@dataclass(frozen=True, slots=True)
class ListedPhone:
    """A phone, whether to ask for it, and whether it is the reader's own."""

    device: Device
    quiet: bool
    own: bool


def phones_of(session: Session, principal: Principal, municipality: str, now: datetime) -> list[ListedPhone]:
    """The phones that `devices.of_municipality` gives: the quiet first, of those the longest silent.

    Raises NotFound.
    """
    own = {each.stream_id for each in devices.own(session, principal)}
    every = devices.of_municipality(session, principal, municipality, now)
    listed = [ListedPhone(each, is_quiet(each, now), each.stream_id in own) for each in every]
    quiet = sorted((each for each in listed if each.quiet), key=lambda each: each.device.last_contact)
    return quiet + [each for each in listed if not each.quiet]


def count_quiet(session: Session, principal: Principal, municipality: str, now: datetime) -> int:
    """How many phones there are to ask for."""
    silent = device_lists.of_municipality(
        session, municipality, principal.organisation, now.date(), silent_since=now - SILENT_AFTER
    )
    return sum(is_quiet(each, now) for each in silent)
