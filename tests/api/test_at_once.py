"""Two people at one follow-up at the same moment, or a disk that fills up: nothing is made twice, or half."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logger.domain.people.people import Principal
from logger.domain.refusing.follow_up_refusals import PartyHasApproved, PublishedAlready
from logger.domain.refusing.refusals import Refusal
from logger.extensions import db
from logger.services.follow_up.follow_up_approval import approve
from logger.services.follow_up.follow_up_work import Where
from logger.services.publishing.publishing import publish
from logger.store.people import people
from logger.store.tables import FollowUpStandRow, PublicationRow
from tests.api.test_follow_ups import MONTH, made_by_the_product, proposals, put_forward
from tests.at_once import at_once
from tests.lock_order import held_to_the_order
from tests.readers.forms import form_in
from tests.servers.databases import Mould
from tests.servers.postgresql import PostgresServer
from tests.worlds.town import NOW, OURS, OWN_PAGE, PLEDGE, Town, town_in, user_id

OCTOBER = Where(OURS, PLEDGE, "2026-10")
MOST_PAGES = 60
Deed = Callable[[Session], Any]


def test_a_follow_up_takes_its_ledger_before_the_audit_chain(sqlite_town: Town):
    """In all its life: else one who approves and one who publishes may wait for each other."""
    with held_to_the_order():
        put_forward(sqlite_town)
        both = [principal(sqlite_town, who) for who in ("chief", "town coordinator")]
        assert [done(sqlite_town, approving(sqlite_town, who)) for who in both] == [False, True]
        assert done(sqlite_town, publishing(both[0])).period == "2026-10"


@pytest.fixture
def postgresql_town(towns: Mould[Town], postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Town]:
    """A town on the database where two deeds may be under way at once, with October put forward."""
    with towns.cast(postgres_server) as (address, first), town_in(address, tmp_path, first) as town:
        put_forward(town)
        yield town


def principal(town: Town, who: str) -> Principal:
    with town.inside() as session:
        found = people.principal_of(session, user_id(who), NOW.date())
    assert found
    return found


def done(town: Town, deed: Deed) -> Any:
    """What it came to: its result, or the refusal's kind."""
    with town.inside() as session:
        try:
            return deed(session)
        except Refusal as refusal:
            return type(refusal)


def approving(town: Town, who: Principal) -> Deed:
    [(_, sha256, _)] = proposals(town)
    return lambda session: approve(session, who, OCTOBER, sha256, NOW)


def publishing(who: Principal) -> Deed:
    return lambda session: publish(session, who, OCTOBER, NOW)


def count(town: Town, row: type, **where: str) -> int:
    with town.inside() as session:
        counted: int = session.scalar(select(func.count()).select_from(row).filter_by(**where))
        return counted


def test_two_of_one_party_who_approve_at_once_make_one_approval(postgresql_town: Town):
    chief = principal(postgresql_town, "chief")
    deeds = [approving(postgresql_town, who) for who in (chief, replace(chief, user_id=user_id("colleague")))]

    came_to = at_once([partial(done, postgresql_town, deed) for deed in deeds])

    assert sorted(came_to, key=str) == [PartyHasApproved, False]
    assert count(postgresql_town, FollowUpStandRow, period="2026-10") == 1


def test_both_parties_who_approve_at_once_make_one_follow_up(postgresql_town: Town):
    both = [principal(postgresql_town, who) for who in ("chief", "town coordinator")]

    came_to = at_once([partial(done, postgresql_town, approving(postgresql_town, who)) for who in both])

    assert sorted(came_to) == [False, True]
    assert len(made_by_the_product(postgresql_town, "follow_up")) == 1


def test_two_who_publish_at_once_make_one_publication(postgresql_town: Town):
    both = [principal(postgresql_town, who) for who in ("chief", "town coordinator")]
    for who in both:
        done(postgresql_town, approving(postgresql_town, who))
    before = len(made_by_the_product(postgresql_town, "published_result"))

    came_to = at_once([partial(done, postgresql_town, publishing(who)) for who in both])

    assert came_to.count(PublishedAlready) == 1
    assert count(postgresql_town, PublicationRow, period="2026-10") == 1
    assert len(made_by_the_product(postgresql_town, "published_result")) == before + 1


def test_a_disk_that_fills_up_while_it_is_published_leaves_nothing_half(sqlite_town: Town):
    put_forward(sqlite_town)
    both = [principal(sqlite_town, who) for who in ("chief", "town coordinator")]
    for who in both:
        done(sqlite_town, approving(sqlite_town, who))
    before = sqlite_town.contents()
    form = form_in(sqlite_town.client("chief").get(MONTH).text, f"{MONTH}/publicera")

    answers: list[int] = []
    for room in range(0, MOST_PAGES, 3):  # so that it fills up at one write after the other
        limited_to(sqlite_town, room)
        post = sqlite_town.client("chief").post(f"{MONTH}/publicera", data=form, headers=OWN_PAGE)
        answers.append(post.status_code)
        if post.status_code != 503:
            break
        assert sqlite_town.contents() == before

    assert len(answers) > 1, "the disk was never full"
    assert answers[-1] == 303
    assert count(sqlite_town, PublicationRow, period="2026-10") == 1
    assert len(made_by_the_product(sqlite_town, "published_result")) == 1


def limited_to(town: Town, room: int) -> None:
    """Let the database grow by so many pages and no further, on the connection that deeds write on."""
    with town.app.app_context(), db.engine.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count = {pages + room}")
