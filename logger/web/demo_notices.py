"""What a page says of demo content, so that nobody takes it for somebody's figures."""

from collections.abc import Sequence

from logger.domain.periods import Days
from logger.services.pledges.pledges import StoredPledge
from logger.web.texts import t


def demo_notice(stored: StoredPledge, others: Sequence[StoredPledge]) -> str:
    """Which of the demo's pledges this is: as signed, or re-dated so that it runs. Empty for real ones.

    `others` are the municipality's pledges; the first of them in time is the one that was signed.
    """
    if not stored.demo:
        return ""
    signed = min(
        (each for each in others if each.demo), key=lambda each: each.pledge.valid.first, default=stored
    )
    if signed.key == stored.key:
        return t("Demo: löftena står som de undertecknades, men alla aktiviteter är påhittade.")
    return t(
        "Demo: löftena är de som undertecknades för {0}, omdaterade till {1}. Alla aktiviteter är påhittade.",
        years(signed.pledge.valid),
        years(stored.pledge.valid),
    )


def years(valid: Days) -> str:
    """The years of a pledge: "2021", "2021–2022"."""
    first, last = valid.first.year, valid.last.year
    return str(first) if first == last else f"{first}–{last}"
