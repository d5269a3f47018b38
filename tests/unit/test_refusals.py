"""Every "no" has a name, a status and a Swedish sentence."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import logger
from logger.domain.refusing.refusals import Refusal
from logger.services.refusal_answers import ANSWERS, answer_to, answer_to_status


def every_refusal() -> list[type[Refusal]]:
    for module in pkgutil.walk_packages(logger.__path__, "logger."):
        import_module(module.name)
    return sorted(set(_below(Refusal)), key=lambda each: each.__name__)


def _below(refusal: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in refusal.__subclasses__():
        yield each
        yield from _below(each)


@pytest.mark.parametrize("refusal", every_refusal())
def test_a_refusal_has_a_status_and_a_sentence(refusal: type[Refusal]):
    status, title, sentence = ANSWERS[refusal.code]
    assert 400 <= status < 600
    assert title[0].isupper()
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_no_two_refusals_share_a_code():
    codes = [refusal.code for refusal in every_refusal()]
    assert len(codes) == len(set(codes))


def test_no_answer_is_left_without_a_refusal():
    assert ANSWERS.keys() == {refusal.code for refusal in every_refusal()} | {Refusal.code}


def test_an_answer_tells_what_the_refusal_knows():
    class Told(Refusal):
        code = "not_found"

    answer = answer_to(Told("Det finns inget löfte här.", fields={"key": "Okänt."}))
    assert (answer.status, answer.detail, dict(answer.fields)) == (
        404,
        "Det finns inget löfte här.",
        {"key": "Okänt."},
    )


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 408, 411, 413, 414, 415, 429, 500, 501, 503])
def test_the_web_s_own_noes_are_in_words_too(status: int):
    answer = answer_to_status(status)
    assert answer.status == status
    assert answer.detail.endswith(".")
