"""How a test went, told to the fixtures that it used."""

import pytest

CALL = pytest.StashKey[pytest.TestReport]()


def has_passed(request: pytest.FixtureRequest) -> bool:
    """Whether the test is over and all was well: for the end of a fixture."""
    call = request.node.stash.get(CALL, None)
    return call is not None and call.passed
