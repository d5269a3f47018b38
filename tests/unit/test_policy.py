"""Who may do what: the table of rights, said in sentences."""

import pytest

from logger.domain.people.parties import party_of
from logger.domain.people.people import Grant, Principal, Role
from logger.domain.people.policy import (
    RIGHTS,
    Action,
    Circle,
    Reach,
    Resource,
    Sight,
    allowed,
    circle_of,
    may_assign,
    may_invite,
    reach,
    require,
    sight,
)
from logger.domain.refusing.refusals import NotAllowed, NotFound, SignInNeeded

HERE, ELSEWHERE = "1814", "0882"


def somebody(role: Role, *, organisation: str = "police", kind: str = "user") -> Principal:
    grant = Grant(role) if role is Role.ADMINISTRATOR else Grant(role, municipality=HERE)
    reached = () if role is Role.ADMINISTRATOR else (HERE,)
    return Principal("me", "Någon", organisation, (grant,), reached, "token" if kind == "token" else "user")


OFFICER = somebody(Role.OFFICER)
COORDINATOR = somebody(Role.COORDINATOR)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MUNICIPAL_WORKER, Role.COORDINATOR])
def test_those_who_work_in_the_field_log_and_take_back_their_own(role: Role):
    for action in (Action.LOG, Action.AMEND, Action.WITHDRAW):
        assert allowed(somebody(role), action, Resource.ACTIVITY, HERE, author="me")
        assert not allowed(somebody(role), action, Resource.ACTIVITY, HERE, author="another")


@pytest.mark.parametrize("role", [Role.DISTRICT_CHIEF, Role.ADMINISTRATOR])
def test_chiefs_and_administrators_log_nothing(role: Role):
    assert not allowed(somebody(role), Action.LOG, Resource.ACTIVITY, HERE)


def test_an_officer_reads_own_activities_and_a_coordinator_all():
    assert reach(OFFICER, Action.READ, Resource.ACTIVITY, HERE) is Reach.OWN
    assert reach(COORDINATOR, Action.READ, Resource.ACTIVITY, HERE) is Reach.ALL


def test_coordinators_alone_put_right_strike_and_merge():
    for action in (Action.CORRECT, Action.VOID, Action.MERGE):
        may = {role for role in Role if allowed(somebody(role), action, Resource.ACTIVITY, HERE, author="x")}
        assert may == {Role.COORDINATOR}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DISTRICT_CHIEF])
def test_nobody_decides_on_their_own_held_entry(role: Role):
    assert allowed(somebody(role), Action.DECIDE, Resource.HELD, HERE, author="another")
    assert not allowed(somebody(role), Action.DECIDE, Resource.HELD, HERE, author="me")
    with pytest.raises(NotAllowed):
        require(somebody(role), Action.DECIDE, Resource.HELD, HERE, author="me")


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MUNICIPAL_WORKER])
def test_those_in_the_field_do_not_see_what_is_held(role: Role):
    with pytest.raises(NotFound):
        require(somebody(role), Action.DECIDE, Resource.HELD, HERE, author="another")


def test_a_coordinator_writes_pledges_and_a_chief_approves_them():
    def may(action: Action) -> set[Role]:
        return {role for role in Role if allowed(somebody(role), action, Resource.DRAFT, HERE)}

    assert may(Action.READ) == {Role.COORDINATOR, Role.DISTRICT_CHIEF}
    assert may(Action.EDIT) == {Role.COORDINATOR}
    assert may(Action.APPROVE) == {Role.DISTRICT_CHIEF}


def test_the_chief_approves_for_the_police_and_the_municipality_s_own_coordinator_for_it():
    parties = {
        (role, organisation): party_of(somebody(role, organisation=organisation), HERE)
        for role in Role
        for organisation in ("police", "municipality")
    }
    assert {who: party for who, party in parties.items() if party} == {
        (Role.DISTRICT_CHIEF, "police"): "police",
        (Role.COORDINATOR, "municipality"): "municipality",
    }
    assert party_of(somebody(Role.DISTRICT_CHIEF), ELSEWHERE) is None
    assert party_of(somebody(Role.DISTRICT_CHIEF, kind="token"), HERE) is None


@pytest.mark.parametrize("resource", list(Resource))
def test_an_administrator_sees_no_content(resource: Resource):
    administrator = somebody(Role.ADMINISTRATOR)
    assert not any(allowed(administrator, action, resource, HERE) for action in Action)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("resource", list(Resource))
def test_nothing_reaches_into_another_municipality(role: Role, action: Action, resource: Resource):
    assert not allowed(somebody(role), action, resource, ELSEWHERE, author="me")


@pytest.mark.parametrize("role", list(Role))
def test_a_token_reads_and_logs_nothing(role: Role):
    token = somebody(role, kind="token")
    assert not any(
        allowed(token, action, Resource.ACTIVITY, HERE) for action in Action if action is not Action.READ
    )


def test_a_district_grant_reaches_the_municipalities_it_covers():
    officer = Principal(
        "me", "Någon", "police", (Grant(Role.OFFICER, district="d", covers=frozenset({HERE})),), (HERE,)
    )
    assert allowed(officer, Action.LOG, Resource.ACTIVITY, HERE)
    assert not allowed(officer, Action.LOG, Resource.ACTIVITY, ELSEWHERE)


def test_what_is_not_in_the_table_is_denied():
    assert (Action.LOG, Resource.PLEDGE) not in RIGHTS
    assert not any(allowed(somebody(role), Action.LOG, Resource.PLEDGE, HERE) for role in Role)


def test_a_denied_object_is_answered_like_a_missing_one():
    with pytest.raises(NotFound):
        require(OFFICER, Action.READ, Resource.ACTIVITY, ELSEWHERE)
    with pytest.raises(NotFound):
        require(OFFICER, Action.WITHDRAW, Resource.ACTIVITY, HERE, author="another")


def test_one_who_may_see_is_told_that_changing_is_not_allowed():
    with pytest.raises(NotAllowed):
        require(COORDINATOR, Action.WITHDRAW, Resource.ACTIVITY, HERE, author="another")


def test_nobody_is_asked_to_sign_in():
    with pytest.raises(SignInNeeded):
        require(None, Action.READ, Resource.FIGURES, HERE)


def test_a_coordinator_sees_the_other_organisation_without_people():
    assert sight(COORDINATOR, HERE, author="x", author_organisation="police") is Sight.WHOLE
    assert sight(COORDINATOR, HERE, author="x", author_organisation="municipality") is Sight.BARE
    assert sight(COORDINATOR, ELSEWHERE, author="x", author_organisation="police") is Sight.NONE


def test_an_officer_sees_own_and_no_colleagues():
    assert sight(OFFICER, HERE, author="me", author_organisation="police") is Sight.WHOLE
    assert sight(OFFICER, HERE, author="x", author_organisation="police") is Sight.NONE
    assert sight(OFFICER, HERE, author=None, author_organisation="police") is Sight.NONE


CHIEF = Principal(
    "chief",
    "Chef",
    "police",
    (Grant(Role.DISTRICT_CHIEF, district="orebro", covers=frozenset({HERE})),),
    (HERE,),
)
ADMINISTRATOR = somebody(Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("who", "grant", "organisation", "may"),
    [
        (COORDINATOR, Grant(Role.OFFICER, municipality=HERE), "police", {"invites"}),
        (COORDINATOR, Grant(Role.OFFICER, district="orebro"), "police", set()),
        (COORDINATOR, Grant(Role.OFFICER, municipality=ELSEWHERE), "police", set()),
        (COORDINATOR, Grant(Role.COORDINATOR, municipality=HERE), "police", set()),
        (COORDINATOR, Grant(Role.MUNICIPAL_WORKER, municipality=HERE), "municipality", set()),
        (CHIEF, Grant(Role.OFFICER, district="orebro"), "police", {"assigns"}),
        (CHIEF, Grant(Role.COORDINATOR, municipality=HERE), "police", {"assigns"}),
        (CHIEF, Grant(Role.COORDINATOR, municipality=HERE), "municipality", set()),
        (CHIEF, Grant(Role.COORDINATOR, municipality=ELSEWHERE), "police", set()),
        (CHIEF, Grant(Role.DISTRICT_CHIEF, district="orebro"), "police", set()),
        (CHIEF, Grant(Role.ADMINISTRATOR), "police", set()),
        (ADMINISTRATOR, Grant(Role.ADMINISTRATOR), "municipality", {"invites", "assigns"}),
        (ADMINISTRATOR, Grant(Role.DISTRICT_CHIEF, district="orebro"), "police", {"invites", "assigns"}),
        (ADMINISTRATOR, Grant(Role.DISTRICT_CHIEF, district="orebro"), "municipality", set()),
        (ADMINISTRATOR, Grant(Role.MUNICIPAL_WORKER, municipality=HERE), "police", set()),
        (ADMINISTRATOR, Grant(Role.OFFICER), "police", set()),
        (OFFICER, Grant(Role.OFFICER, municipality=HERE), "police", set()),
        (somebody(Role.ADMINISTRATOR, kind="token"), Grant(Role.OFFICER, municipality=HERE), "police", set()),
    ],
)
def test_nobody_hands_out_more_than_the_table_says(
    who: Principal, grant: Grant, organisation: str, may: set[str]
):
    told = {"invites": may_invite, "assigns": may_assign}
    assert {name for name, asked in told.items() if asked(who, grant, organisation)} == may


def test_names_are_seen_in_ones_own_organisation_and_reach_and_by_administrators():
    assert circle_of(COORDINATOR) == Circle("police", frozenset({HERE}))
    assert circle_of(CHIEF) == Circle("police", frozenset({HERE}))
    assert circle_of(ADMINISTRATOR) == Circle(None)
    for nobody in (OFFICER, somebody(Role.MUNICIPAL_WORKER), somebody(Role.COORDINATOR, kind="token")):
        assert circle_of(nobody) is None
