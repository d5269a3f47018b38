"""The commitment that the officer of Oskarshamn logs for, as the server tells it."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.phone_app import read


def speed_checks(page: Page) -> Any:
    """The commitment of 52 speed checks, as the server tells it now."""
    reference = read(page, "/api/v1/reference/0882")
    commitments = [
        commitment
        for pledge in reference["pledges"]
        for area in pledge["focus_areas"]
        for commitment in area["commitments"]
    ]
    return next(each for each in commitments if each["progress"].get("at_least") == 52)
