"""No sentence of a signed pledge is left without what answers it; the answers are read in a browser."""

import pytest

from tests.years.pledge_reading import Reading
from tests.years.reading_lekeberg import PLEDGE as LEKEBERG
from tests.years.reading_oskarshamn import PLEDGE as OSKARSHAMN


@pytest.mark.parametrize("pledge", [LEKEBERG, OSKARSHAMN], ids=lambda pledge: pledge.name)
def test_every_sentence_of_the_promise_is_answered(pledge: Reading) -> None:
    assert pledge.left_out() == ""
