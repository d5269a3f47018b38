"""A plan approved: by one of its own, as it was read, and once a year."""

from datetime import date

import pytest
from sqlalchemy import select

from logger.domain.periods import local_date
from logger.domain.progress.progress import progress
from logger.services.kept.ledgers import ledger_for
from logger.services.plan import plan_approval
from logger.services.pledges.pledges import PledgeImport, approved_pledge, import_pledge
from logger.store.tables import ActivityRow
from tests.api.planning import CHECK, PLAN, approve, plan, plans_that_count, press
from tests.api.test_desk_pages import seen, text_of
from tests.readers.forms import form_in
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, PLEDGE_FILE, Town


def test_approving_a_performers_plan_counts_once_a_year(town: Town):
    plan(town)
    assert approve(town, "chief").status_code == 303
    assert plans_that_count(town) == 1
    assert "Godkänd 22 november 2026 av Chief" in seen(town, PLAN, "chief")
    assert f'action="{PLAN}/godkann"' not in town.client("chief").get(PLAN).text

    plan(town, title="En till")
    assert "ändrad sedan dess" in seen(town, PLAN, "coordinator")
    assert approve(town, "chief").status_code == 303
    assert plans_that_count(town) == 1

    plan(town, organisation="municipality", type="site_round", title="Rondering")
    assert approve(town, "town coordinator", "municipality").status_code == 303
    assert plans_that_count(town) == 2


NEXT = PLEDGE.replace("2026", "2027")
PLANNED = """\
      - id: plan
        wording: Varje utförare upprättar en aktivitetsplan över året.
        counts: {types: [activity_plan]}
        target: {kind: count, at_least: 1}
"""


def bring_next_year_into_force(town: Town) -> None:
    text = PLEDGE_FILE.format(code=OURS).replace("2026", "2027") + PLANNED
    with town.inside() as session:
        import_pledge(session, PledgeImport(text, approve=True), NOW)


def test_a_plan_is_approved_before_its_year_begins_and_counts_in_it_once(town: Town):
    ahead = f"/plan/{OURS}/{NEXT}"
    bring_next_year_into_force(town)
    next_year = {"first": "2027-01-01", "last": "2027-12-31"}
    assert press(town, "coordinator", ahead, ahead, **{**CHECK, **next_year}).status_code == 303

    assert press(town, "chief", f"{ahead}/godkann", ahead, organisation="police").status_code == 303

    assert "Godkänd 22 november 2026 av Chief" in seen(town, ahead, "chief")
    with town.inside() as session:
        made = session.scalars(select(ActivityRow).where(ActivityRow.type == "activity_plan")).one()
        assert local_date(made.started_at) == date(2027, 1, 1)
        stored = approved_pledge(session, OURS, NEXT)
        of_next_year = ledger_for(session, OURS, stored)
        before, after = (
            progress(stored.pledge, of_next_year, day)["plan"].answer()["value"]
            for day in (date(2026, 12, 31), date(2027, 1, 1))
        )
    assert (before, after) == (0, 1)


def test_a_plan_of_a_year_that_is_over_is_not_approved(sqlite_town: Town, monkeypatch: pytest.MonkeyPatch):
    town = sqlite_town
    plan(town)
    fields = form_in(town.client("chief").get(PLAN).text, f"{PLAN}/godkann")
    other = town.client("chief").post(
        f"{PLAN}/godkann", data={**fields.to_dict(), "ar": "2025"}, headers=OWN_PAGE
    )
    assert other.status_code == 404

    monkeypatch.setattr(plan_approval, "local_date", lambda _: date(2027, 1, 2))
    over = town.client("chief").post(f"{PLAN}/godkann", data=fields, headers=OWN_PAGE)
    assert (over.status_code, "inte efteråt" in text_of(over.text)) == (422, True)
    assert plans_that_count(town) == 0


def test_what_is_approved_is_the_plan_that_was_read_by_one_of_its_own(sqlite_town: Town):
    plan(sqlite_town)
    fields = form_in(sqlite_town.client("chief").get(PLAN).text, f"{PLAN}/godkann")
    assert f'action="{PLAN}/godkann"' not in sqlite_town.client("coordinator").get(PLAN).text
    token = form_in(sqlite_town.client("town coordinator").get(PLAN).text, PLAN)["form_token"]
    foreign = {**fields, "form_token": token}
    refused = sqlite_town.client("town coordinator").post(f"{PLAN}/godkann", data=foreign, headers=OWN_PAGE)
    assert refused.status_code == 403

    plan(sqlite_town, title="En till")
    changed = sqlite_town.client("chief").post(f"{PLAN}/godkann", data=fields, headers=OWN_PAGE)
    assert changed.status_code == 409
    assert plans_that_count(sqlite_town) == 0
