"""Power cuts: what was called stored or saved is there when the power is back, and a control shows it."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.faults import Room, fault
from tests.power import browser, databases
from tests.power.conftest import CUTS, SEED, Trial
from tests.power.results import Result

FEW = max(CUTS // 5, 3)  # of the controls, which show at once that the cut drops what no flush has reached
Tried = Callable[[Trial, int], Result]
WEAKER = {"SQLite": "synchronous=NORMAL", "PostgreSQL": "synchronous_commit=off"}
KINDS: dict[str, Callable[..., databases.Database]] = {
    "SQLite": databases.Sqlite,
    "PostgreSQL": databases.Postgresql,
}


@fault("power cut", room=Room.DATABASE, expect="every receipt holds; chains and figures as before")
@pytest.mark.parametrize("kind", KINDS)
def test_a_receipt_outlives_a_power_cut(tried: Tried, fired, kind: str):
    def trial(name: str, app: str) -> Trial:
        return lambda folder, cuts: databases.cut_power(name, folder, KINDS[kind], cuts, SEED, app=app)

    control = tried(trial(f"{kind}, {WEAKER[kind]}", databases.WEAK), FEW)
    fired(control.lost, "the loss of what was answered before it was on the disk")

    claim = tried(trial(kind, databases.DURABLE), CUTS)
    assert claim.holds, claim
    assert claim.cuts == CUTS


@fault('power cut after "Sparad"', room=Room.DEVICE, expect="the entry is in the outbox at the next start")
def test_what_a_phone_called_saved_outlives_a_power_cut(tried: Tried, fired):
    relaxed = partial(browser.cut_power, 'A phone at "Sparad", durability: relaxed', relaxed=True)
    control = tried(relaxed, FEW)
    fired(control.lost, "the loss of what was called saved before it was on the disk")

    claim = tried(partial(browser.cut_power, 'A phone at "Sparad", or soon after', seed=SEED), CUTS)
    assert claim.holds, claim
    assert claim.cuts == CUTS
