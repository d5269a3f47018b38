"""How long to wait after failed sign-ins: a growing delay, never a lock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network


@dataclass(frozen=True)
class Throttle:
    """How many failures are free, and the longest wait after them."""

    free: int
    longest: timedelta


# An account's wait is kept short, so that nobody can shut another person out for long; a network's
# first failures are free, because a whole police station may share one address.
ACCOUNT = Throttle(free=5, longest=timedelta(minutes=2))
NETWORK = Throttle(free=30, longest=timedelta(minutes=15))

FORGOTTEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Failures:
    """How often it failed, and when last."""

    count: int
    last_at: datetime


def wait(failures: Failures | None, throttle: Throttle, now: datetime) -> timedelta:
    """What is left of the wait: nothing within the free ones, then 1 s, 2 s, 4 s … up to the longest."""
    if failures is None or failures.count < throttle.free or now - failures.last_at >= FORGOTTEN_AFTER:
        return timedelta(0)
    doublings = min(failures.count - throttle.free, 20)
    delay = min(timedelta(seconds=2**doublings), throttle.longest)
    return max(failures.last_at + delay - now, timedelta(0))


def one_more(before: Failures, now: datetime) -> Failures:
    """With one more counted, from one again where the last was long ago."""
    return Failures(1 if now - before.last_at >= FORGOTTEN_AFTER else before.count + 1, now)


def taken_back(counted: Failures, before: Failures, attempt: Failures) -> Failures:
    """Without the one that made `attempt` out of `before`, whatever others have been counted since.

    Where nobody else was, the wait runs from where it did: a colleague's sign-in must not prolong it.
    """
    if counted == attempt:
        return before
    return Failures(max(counted.count - 1, 0), counted.last_at)


def network_of(address: str | None) -> str:
    """The network an address belongs to: itself for IPv4, its /64 for IPv6 (what one household gets)."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped  # as a socket for both kinds tells it: no household
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, 64), strict=False))
    return str(parsed)
