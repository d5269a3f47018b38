"""What stands around an opened figure: who signed it, what decides it, how it goes, and why it is behind."""

from logger.domain.progress.answers import TotalProgress
from logger.domain.progress.causes import Course, Remaining, Undone, causes, near_in
from logger.domain.progress.outlook import Rest
from logger.domain.targets import Goal
from logger.services.boards.drilldown import Drilldown
from logger.web.board.cause_words import cause_lines
from logger.web.board.pace_words import expected_how, rest_sentence
from logger.web.dates import days, long_date
from logger.web.figures import expected_in_words, is_still_needed, needed
from logger.web.texts import t
from logger.web.words import capital


def outlook_of(opened: Drilldown) -> str:
    """What was to be expected by the date and what is needed from here: "Väntat 36,6. Behövs 1,3/vecka."."""
    row = opened.row
    expected = expected_in_words(row.progress, row.pace) if isinstance(row.progress, TotalProgress) else ""
    left = needed(row)
    said = [t("Väntat till och med {0}: {1}.", long_date(opened.as_of), expected) if expected else ""]
    if left:
        said.append(t("Behövs {0}.", left) if is_still_needed(row) else f"{capital(left)}.")
    return " ".join(each for each in (*said, rest_sentence(row)) if each)


def late_because(opened: Drilldown) -> tuple[str, ...]:
    """Why it is behind; empty where it is not."""
    row = opened.row
    course = Course(row.last_activity, row.weeks)
    found = causes(row.commitment, row.progress, course, near_in(opened.near), opened.as_of)
    # That it rests is said already, and what remains stands in the grid.
    return cause_lines(
        [each for each in found if not isinstance(each, Rest | Remaining | Undone)], row, opened.ledger.places
    )


def facts_of(opened: Drilldown) -> tuple[tuple[str, str], ...]:
    """The period, the date, and every pause and changed goal with its reason: what decides a figure."""
    commitment = opened.row.commitment
    facts = [(t("Gäller"), days(commitment.valid)), (t("Räknat till och med"), long_date(opened.as_of))]
    facts += [(t("Väntat"), how)] if (how := expected_how(opened.row)) else []
    facts += [("Paus", f"{days(pause.days)}: {pause.reason}") for pause in commitment.pauses]
    goal = getattr(commitment.target, "goal", None)
    if isinstance(goal, Goal):
        facts += [
            (t("Ändrat mål"), t("{0} från {1}: {2}", each.at_least, long_date(each.first), each.reason))
            for each in goal.revisions
        ]
    return tuple(facts)
