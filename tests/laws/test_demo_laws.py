"""The demo's law: whatever day it is, a re-dated pledge is running."""

from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from logger.domain.words.vocabulary import BUILT_IN
from logger.services.demo.redating import redated
from logger.services.files.pledge_files import read_pledge_text

SEEDS = Path(__file__).parents[2] / "seeds"
LEKEBERG, OSKARSHAMN = (
    read_pledge_text((SEEDS / f"{name}.yaml").read_text("utf-8"), BUILT_IN)
    for name in ("lekeberg-2021-2022", "oskarshamn-2021")
)
# Writing and reading two signed pledges costs as much as hundreds of small things.
fewer = settings(max_examples=settings().max_examples // 4)


@fewer
@given(st.dates(date(2021, 1, 1), date(2059, 12, 31)))
@example(date(2024, 2, 29))
@example(date(2026, 12, 31))
@example(date(2027, 1, 1))
def test_a_redated_pledge_holds_today(today: date):
    for pledge in (LEKEBERG, OSKARSHAMN):
        running = read_pledge_text(redated(pledge, today, BUILT_IN), BUILT_IN)
        assert today in running.valid
        assert len(running.valid) - len(pledge.valid) in (-1, 0, 1)
