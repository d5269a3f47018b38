"""A plan as somebody at a desk writes it: the page, one item, and the forms that send it."""

from typing import Any

from sqlalchemy import select

from logger.store.tables import ActivityRow, PlanItemRow
from tests.api.test_desk_pages import text_of
from tests.readers.forms import filled, form_in
from tests.worlds.town import OURS, OWN_PAGE, PLEDGE, Town

PLAN = f"/plan/{OURS}/{PLEDGE}"
CHECK = {
    "organisation": "police",
    "type": "traffic_check",
    "title": "Kontroll på Skolvägen",
    "place": "skolvagen",
    "commitment": "speed",
    "recurs": "month",
    "times": "1",
    "first": "2026-01-01",
    "last": "2026-12-31",
}


def press(town: Town, who: str, action: str, page: str = PLAN, **typed: Any) -> Any:
    """Send a form of the page as this somebody's browser would."""
    fields = filled(form_in(town.client(who).get(page).text, action), **typed)
    return town.client(who).post(action, data=fields.to_dict(flat=False), headers=OWN_PAGE)


def plan(town: Town, who: str = "coordinator", **typed: Any) -> str:
    """Add an item; its id."""
    answer = press(town, who, PLAN, **{**CHECK, **typed})
    assert answer.status_code == 303, text_of(answer.text)
    with town.inside() as session:
        newest = select(PlanItemRow.id).where(PlanItemRow.title == {**CHECK, **typed}["title"])
        return str(session.scalars(newest).one())


def approve(town: Town, who: str, organisation: str = "police", **typed: Any) -> Any:
    return press(town, who, f"{PLAN}/godkann", organisation=organisation, **typed)


def plans_that_count(town: Town) -> int:
    with town.inside() as session:
        return len(session.scalars(select(ActivityRow.id).where(ActivityRow.type == "activity_plan")).all())
