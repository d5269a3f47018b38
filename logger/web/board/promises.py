"""The promise in one short line, under a commitment's name."""

from logger.domain.pledges import Commitment, Pledge
from logger.domain.sentences.sentences import target_sentence
from logger.domain.targets import Count, Coverage, InTotal, Ongoing, Unit
from logger.domain.terms import Vocabulary
from logger.services.boards.board_rows import BoardRow
from logger.web.dates import long_date
from logger.web.figures import name_of
from logger.web.texts import spoken, t
from logger.web.words import PERIODS, decimal, listed


def short_promise(row: BoardRow, pledge: Pledge, words: Vocabulary) -> str:
    """What was promised in short, and until when where that is not the pledge's own time."""
    line = _promise(row, words) + _beyond(row.commitment, pledge)
    if row.commitment.valid.last != pledge.valid.last:
        line = t("{0}, till och med {1}", line, long_date(row.commitment.valid.last))
    return line


def _promise(row: BoardRow, words: Vocabulary) -> str:
    match row.commitment.target:
        case Count(goal=goal, judged=InTotal(), unit=Unit.OCCASION) if row.commitment.counts.flagged:
            return t("Minst {0} där medborgare pekat ut problem", decimal(goal.on(row.pace.as_of), 2))
        case Coverage():
            return _coverage(row)
        case Ongoing():
            return t("Löpande, utan siffra i löftet")
        case _:
            return target_sentence(row.commitment, words, spoken())


def _coverage(row: BoardRow) -> str:
    remaining = [each.place.name for each in row.places if not each.reached]
    if remaining:
        return t("Kvar: {0}", listed(remaining))
    if row.places:
        return t("Alla besökta: {0}", listed([each.place.name for each in row.places]))
    return (
        t("Varje plats besökt")
        if row.per is None
        else t("Varje plats besökt varje {0}", PERIODS[row.per].alone(1))
    )


def _beyond(commitment: Commitment, pledge: Pledge) -> str:
    if commitment.in_addition_to is None:
        return ""
    return t(" utöver {0}", name_of(pledge.commitment(commitment.in_addition_to)))
