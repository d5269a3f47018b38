"""Pages of a year that was lived, for the tour: Lekeberg's 2021, published, corrected and answered for."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from logger.services.demo.people import LEKEBERG
from tests.browser import year_steps as steps
from tests.browser.browsers import LAUNCH, PHONE
from tests.browser.seen_year import screens_of
from tests.years import year_of_lekeberg as its
from tests.years.diary import POLICE, done, on
from tests.years.lived_year import LivedYear, lived_year
from tests.years.reading_lekeberg import PLEDGE


def of_a_lived_year() -> Iterator[tuple[Page, str]]:
    """Each page, open, with the name of its picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        lived_year(Path(folder), LEKEBERG, its.KEY, its.PARTIES, its.FIRST_DAY) as year,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**LAUNCH)
        try:
            with screens_of(year, browser, PHONE) as screens:
                _until_january_is_corrected(year)
                follow_up = f"{steps.follow_up_of(year)}/2021-01"
                yield screens.desk(its.KARIN, follow_up), "levt-ar-uppfoljning"
                yield screens.anybody(f"{steps.public_page(year, '2021-01')}#rattelser"), "levt-ar-rattelse"
                its.the_rest_of_the_year(year)
                yield screens.anybody(steps.public_page(year, "2021")), "levt-ar-offentligt"
                yield screens.desk(its.KARIN, f"{steps.plan_of(year)}?ar=2021"), "levt-ar-plan"
        finally:
            browser.close()


def _until_january_is_corrected(year: LivedYear) -> None:
    """Planned, logged, approved by both parties and published; then a phone that was away comes back."""
    year.bring_in(PLEDGE.name)
    year.move_to(datetime(2020, 12, 14, 9, tzinfo=UTC))
    year.plan(*its.PLANNED)
    year.approve_plans(2021)
    year.move_to(datetime(2021, 2, 4, 8, tzinfo=UTC))
    year.log(done("traffic_check", on(2021, (1, 12)), POLICE, "letstigen", focus=("speed",)))
    year.log(its.in_month(1))
    year.confirm_what_is_proposed(2021)
    said = {"traffic-checks": "Vi fortsätter på Letstigen."}
    year.follow_up("2021-01", said, why="Januari följs upp i februari.")
    year.move_to(datetime(2021, 2, 9, 8, tzinfo=UTC))
    year.publish("2021-01")
    away = datetime(2021, 2, 22, 8, tzinfo=UTC)
    year.move_to(away)
    late = done("traffic_check", on(2021, (1, 26)), POLICE, "vag-204-gropen", focus=("sobriety",))
    year.log(late, came=away)
