"""The guard's recall and false alarms on generated notes, and one verdict on the phone and on the server."""

from collections import Counter

import pytest

from logger.domain.personal_data import Level, Verdict, judge
from tests.worlds.guard_notes import judged_by_the_phone, odd_notes, ordinary_notes, telling_notes

SEED = 1814
TELLING = list(telling_notes(SEED, of_each=20))
ORDINARY = ordinary_notes(SEED, 10_000)
ODD = odd_notes(SEED, 10_000)


def said(verdict: Verdict) -> tuple[str, list[str]]:
    return verdict.level.name.lower(), list(verdict.kinds)


def test_every_form_that_points_out_a_person_is_found_wherever_it_stands() -> None:
    assert len(TELLING) > 4_000
    missed = [each for each in TELLING if each.kind not in judge(each.note).kinds]
    assert not missed, Counter(each.form for each in missed).most_common(5)


def test_fewer_than_one_in_two_hundred_ordinary_notes_is_stopped() -> None:
    assert len(set(ORDINARY)) > 9_500
    levels = Counter(judge(note).level for note in ORDINARY)
    assert levels[Level.BLOCK] < 50
    assert levels[Level.WARN] < 500


@pytest.mark.parametrize(
    "notes", [[each.note for each in TELLING], ORDINARY, ODD], ids=["telling", "ordinary", "odd"]
)
def test_the_phone_and_the_server_give_every_note_one_verdict(notes: list[str]) -> None:
    on_the_phone = judged_by_the_phone(notes)
    assert len(on_the_phone) == len(notes)
    pairs = zip(notes, on_the_phone, strict=True)
    assert [(note, phone) for note, phone in pairs if phone != said(judge(note))] == []


def test_the_odd_notes_try_every_verdict() -> None:
    kinds = Counter(kind for note in ODD for kind in judge(note).kinds)
    assert len(kinds) == 6
    assert min(kinds.values()) > 20, kinds
