"""A "no" as a page says it: the answer to a refusal, in the language that the page is in."""

from dataclasses import replace

from logger.domain.refusing.refusals import Refusal
from logger.services import refusal_answers
from logger.services.refusal_answers import Answer
from logger.web.texts import t


def answer_to(refusal: Refusal) -> Answer:
    """The answer to a refusal in words."""
    return in_words(refusal_answers.answer_to(refusal))


def in_words(answer: Answer) -> Answer:
    """An answer in the language spoken."""
    return replace(
        answer,
        title=t(answer.title),
        detail=t(answer.detail),
        fields={name: t(fault) for name, fault in answer.fields.items()},
    )
