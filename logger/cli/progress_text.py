"""A pledge's progress as lines of text: one commitment a line, figure, status and the rule's sentence."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import assert_never

from logger.domain.places import Places
from logger.domain.pledges import Pledge
from logger.domain.progress.answers import (
    MilestoneProgress,
    OngoingProgress,
    PeriodsProgress,
    Progress,
    ReportedProgress,
    TotalProgress,
)
from logger.domain.sentences.sentences import rule_sentence, target_sentence
from logger.domain.words.status_words import STATUS_WORDS
from logger.domain.words.vocabulary import BUILT_IN


def progress_lines(pledge: Pledge, answers: Mapping[str, Progress], places: Places) -> Iterator[str]:
    """Two lines a commitment: where it stands, and what it promised and counts."""
    for commitment in pledge.commitments:
        answer = answers[commitment.id]
        figure, status = figure_text(answer), STATUS_WORDS["sv"][answer.status]
        yield f"{commitment.label or commitment.id:40} {figure:>22}  {status}"
        rule = rule_sentence(commitment, BUILT_IN, places, pledge=pledge)
        yield f"    {target_sentence(commitment, BUILT_IN)}. {rule}."


def figure_text(answer: Progress) -> str:
    """What it has come to, in as few characters as tell it."""
    match answer:
        case TotalProgress(kind="hours", value=value, at_least=at_least):
            return _of(_hours(value), _hours(at_least or 0))
        case TotalProgress(value=value, at_least=at_least) | ReportedProgress(value=value, at_least=at_least):
            return _of(str(value), "" if at_least is None else str(at_least))
        case PeriodsProgress(periods_met=met, periods_scored=scored):
            return f"{met} av {scored} perioder"
        case MilestoneProgress(value=value):
            return "genomfört" if value else "inte genomfört"
        case OngoingProgress(value=value, last_activity=last):
            return f"{value}, senast {last}" if last else str(value)
        case _:
            assert_never(answer)


def _of(value: str, goal: str) -> str:
    return f"{value} av {goal}" if goal else value


def _hours(seconds: int) -> str:
    minutes = timedelta(seconds=seconds) // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02} h"
