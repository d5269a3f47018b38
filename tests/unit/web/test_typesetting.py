"""Whose turn it is to have a paper set: anyone may ask, and those who log must not wait for it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import BoundedSemaphore, Event, Semaphore
from typing import Any

import pytest

from logger.domain.refusing.refusals import Busy
from logger.web.papers import typesetting
from logger.web.papers.typesetting import KEPT, WAITING, typeset

AT = datetime(2026, 10, 12, tzinfo=UTC)


class Places(BoundedSemaphore):
    """The places, which tell when one was taken."""

    def __init__(self) -> None:
        super().__init__(WAITING)
        self.taken = Semaphore(0)

    def acquire(self, *how: Any, **named: Any) -> bool:
        got = super().acquire(*how, **named)
        if got:
            self.taken.release()
        return got


class Setter:
    """Sets papers when it is let."""

    def __init__(self) -> None:
        self.let, self.places = Event(), Places()
        self.said: list[str] = []

    def set(self, order: typesetting._Order) -> bytes:
        assert self.let.wait(30)
        self.said.append(order.facts)
        return order.facts.encode()


@pytest.fixture
def setter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Setter]:
    setter = Setter()
    monkeypatch.setattr(typesetting, "_pdf", setter.set)
    monkeypatch.setattr(typesetting, "_places", setter.places)
    kept = typesetting._set.copy()
    typesetting._set.clear()
    yield setter
    typesetting._set.clear()
    typesetting._set.update(kept)


def paper(name: object) -> bytes:
    return typeset("citizens", {"title": str(name)}, AT)


def test_so_many_wait_and_the_next_is_told_to_come_again(setter: Setter):
    setter.let.set()
    there = paper("kept")
    setter.let.clear()
    with ThreadPoolExecutor(WAITING) as pool:
        waiting = [pool.submit(paper, number) for number in range(WAITING)]
        for _ in range(1 + WAITING):  # the kept one's, and theirs
            assert setter.places.taken.acquire(timeout=30)

        with pytest.raises(Busy):
            paper("one too many")
        assert paper("kept") == there, "what is there is given to everyone meanwhile"
        setter.let.set()
        assert len({each.result(30) for each in waiting}) == WAITING
    assert paper("one too many")


def test_those_who_wait_for_the_same_paper_have_it_set_once(setter: Setter):
    with ThreadPoolExecutor(WAITING) as pool:
        waiting = [pool.submit(paper, "the same") for _ in range(WAITING)]
        for _ in range(WAITING):
            assert setter.places.taken.acquire(timeout=30)
        setter.let.set()
        assert len({each.result(30) for each in waiting}) == 1
    assert len(setter.said) == 1


def test_only_the_papers_set_last_are_kept(setter: Setter):
    setter.let.set()
    for number in range(KEPT + 1):
        paper(number)
    paper(KEPT)
    assert len(setter.said) == KEPT + 1
    paper(0)
    assert len(setter.said) == KEPT + 2


def test_a_paper_that_cannot_be_set_leaves_its_place(setter: Setter, monkeypatch: pytest.MonkeyPatch):
    def broken(_order: object) -> bytes:
        raise ValueError("no letter")

    monkeypatch.setattr(typesetting, "_pdf", broken)
    for _ in range(WAITING + 1):
        with pytest.raises(ValueError, match="no letter"):
            paper("broken")
