"""What books kept before say, in words that stand beside a figure: "Därtill ca 190 uppskattade …"."""

from collections.abc import Mapping
from dataclasses import dataclass

from logger.domain.counting.estimates import Estimate, Estimated
from logger.domain.pledges import Commitment, Pledge
from logger.domain.targets import Hours
from logger.services.activities.estimates import Beside
from logger.web.activities.activity_words import ActivityWords
from logger.web.dates import days
from logger.web.texts import spoken, t
from logger.web.words import capital, decimal, hours, listed, whole

MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """A line of a book."""

    days: str
    what: str
    how_many: str


def beside_words(beside: Beside, pledge: Pledge) -> Mapping[str, str]:
    """By commitment, the sentence that stands beside its figure."""
    found = {each.id: beside_sentence(beside.get(each.id), each) for each in pledge.commitments}
    return {name: said for name, said in found.items() if said}


def beside_sentence(estimated: Estimated | None, commitment: Commitment) -> str:
    """The sentence beside one figure; empty where the books say nothing of it."""
    if estimated is None:
        return ""
    if isinstance(commitment.target, Hours):
        return t(
            "Därtill ca\u00a0{0}\u00a0timmar uppskattade enligt tidigare bok",
            decimal(estimated.seconds / 3600),
        )
    return t("Därtill ca\u00a0{0} uppskattade enligt tidigare bok", whole(estimated.number))


def beside_lines(estimated: Estimated, words: ActivityWords) -> tuple[EstimateLine, ...]:
    """The lines that it is made of, the first of them."""
    return tuple(_line(each, words) for each in estimated.lines[:MOST_LINES])


def _line(estimate: Estimate, words: ActivityWords) -> EstimateLine:
    kind = words.vocabulary.types.get(estimate.type)
    focus = (
        listed([each.bare(spoken()) for each in kind.focuses if each.code in estimate.focus]) if kind else ""
    )
    name = capital(kind.bare(spoken())) if kind else estimate.type
    length = hours(estimate.seconds) if estimate.seconds else ""
    return EstimateLine(
        days=days(estimate.days),
        what=", ".join(part for part in (name, focus, words.place(estimate.place)) if part),
        how_many=" · ".join(part for part in (t("ca\u00a0{0}", whole(estimate.number)), length) if part),
    )
