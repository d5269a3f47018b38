"""Places against periods."""

from datetime import date

from logger.domain.counting.accounts import account_of
from logger.domain.periods import Per, Season
from logger.domain.places import Place
from logger.domain.pledges import Commitment, Rule
from logger.domain.progress.place_grid import PlaceGrid, place_grid
from logger.domain.targets import Count, Coverage, EachPeriod, Goal
from tests.worlds.ledgers import activity, commitment, ledger, pledge

SCHOOLS = Rule(places=("b", "a"))
TERMS = (Season((1, 10), (6, 10)), Season((8, 20), (12, 20)))
KNOWN = ledger(
    [activity("2021-03-02 10:00", place="a"), activity("2021-09-02 10:00", place="a")],
    places=[Place("a", "Ekskolan"), Place("b", "Björkskolan")],
)


def grid(of: Commitment, as_of: str = "2021-12-31") -> PlaceGrid | None:
    return place_grid(account_of(pledge(of), of, KNOWN, date.fromisoformat(as_of)))


def test_the_places_stand_in_the_rule_s_order_against_months() -> None:
    shown = grid(commitment(Coverage(), SCHOOLS))
    assert shown is not None
    assert [row.place.name for row in shown.rows] == ["Björkskolan", "Ekskolan"]
    assert (shown.per, len(shown.periods), shown.judged) == (Per.MONTH, 12, False)
    assert [row.total for row in shown.rows] == [0, 2]
    assert shown.rows[1].occasions == (0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0)


def test_a_long_validity_goes_by_quarters_and_seasons_by_themselves() -> None:
    long = grid(commitment(Coverage(), SCHOOLS, valid=("2021-01-01", "2022-12-31")))
    terms = grid(commitment(Coverage(), Rule(places=("a",), seasons=TERMS)), "2021-06-30")
    assert long is not None
    assert terms is not None
    assert (long.per, len(long.periods)) == (Per.QUARTER, 8)
    assert (terms.per, terms.rows[0].occasions) == (Per.SEASON, (1, 0))


def test_its_own_periods_are_judged_and_nothing_else_has_a_grid() -> None:
    quarterly = grid(commitment(Coverage(judged=EachPeriod(Per.QUARTER)), SCHOOLS))
    assert quarterly is not None
    assert (quarterly.per, quarterly.judged) == (Per.QUARTER, True)
    assert grid(commitment(Count(Goal(3)), SCHOOLS)) is None
