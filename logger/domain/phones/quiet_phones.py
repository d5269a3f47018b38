"""When a phone has been silent for so long that somebody should ask for it."""

from datetime import datetime, timedelta

from logger.domain.phones.devices import SILENT_AFTER, Device

ASK_FOR_ANY_AFTER = timedelta(days=14)


def is_quiet(device: Device, now: datetime) -> bool:
    """Whether to ask for the phone: silent a week with something missing or waiting, or two without.

    One that was revoked is asked for by nobody: what it holds comes by its rescue file.
    """
    if device.revoked_at is not None:
        return False
    silence = now - device.last_contact
    return silence > ASK_FOR_ANY_AFTER or (silence > SILENT_AFTER and not device.is_whole)
