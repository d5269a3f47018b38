"""A test of a fault proves that the fault fired."""

import pytest

from tests.faults import Fired, Room, fault


@fault("request lost", room=Room.NETWORK, expect="it is asked for again")
def test_a_fault_is_named_and_shown(fired: Fired, request: pytest.FixtureRequest):
    mark = request.node.get_closest_marker("fault")
    fired(mark, "the mark")
    assert mark.kwargs == {"name": "request lost", "room": "network", "expect": "it is asked for again"}


def test_no_evidence_is_a_failure():
    with pytest.raises(AssertionError, match="the answer never happened"):
        Fired()([], "the answer")
