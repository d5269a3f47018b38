"""A signed pledge read sentence by sentence: to each the test says how the product answers it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import pytest

Answering = Callable[["Answer"], object]
SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass
class Reading:
    """The promise of one signed document, from the words that begin it to those that end it.

    `besides` is what stands between its sentences: headings, and who does what in the document's table.
    """

    name: str
    begins: str
    ends: str
    besides: tuple[str, ...] = ()
    answers: dict[str, Answering] = field(default_factory=dict)

    def says(self, *sentences: str) -> Callable[[Answering], Answering]:
        """The function answers these words of the document; words that it does not have are refused."""

        def answered_by(answer: Answering) -> Answering:
            for sentence in sentences:
                assert sentence in self.promise, f"the pledge does not say: {sentence}"
                self.answers[sentence] = answer
            return answer

        return answered_by

    @property
    def promise(self) -> str:
        """The promise in its own words, one space apart."""
        text = " ".join((SEEDS / f"{self.name}.txt").read_text(encoding="utf-8").split())
        return text[text.index(self.begins) :].partition(self.ends)[0]

    def left_out(self) -> str:
        """What of the promise nothing answers."""
        left = self.promise
        for words in sorted((*self.answers, *self.besides), key=len, reverse=True):
            left = left.replace(words, " ")
        return " ".join(left.split())

    def read(self, answer: "Answer", subtests: pytest.Subtests) -> None:
        """Read it from its first sentence to its last, each held against what was answered."""
        for sentence in sorted(self.answers, key=self.promise.index):
            with subtests.test(sentence):
                self.answers[sentence](answer)


@dataclass(frozen=True)
class Answer:
    """What is read of a pledge: the public page, and the page of its plan, as HTML."""

    public: str
    plan: str = ""

    def promise(self, name: str, *told: str) -> str:
        """What the public page says of the promise of this name; it tells all of these words."""
        return self.within(f'aria-label="{name}"', "</article>", *told)

    def within(self, begins: str, ends: str, *told: str) -> str:
        """What stands on the page from here to there, as a reader sees it."""
        found = self.public.partition(begins)[2].partition(ends)[0]
        return _telling(f"<p {found}", told)

    def planned(self, title: str, *told: str) -> str:
        """What the plan says of the line of this title."""
        lines = re.split(r'<li class="plan-item">|</section>', self.plan)
        return _telling(next(each for each in lines if f">{title}</a>" in each), told)


def read_as_seen(page: str) -> str:
    """The words of a page, one space apart."""
    words = re.sub("[\u00ad\u2060]", "", unescape(re.sub(r"<[^>]+>", " ", page)))
    return re.sub(r"\s+", " ", words)


def _telling(page: str, told: Iterable[str]) -> str:
    seen = read_as_seen(page)
    for words in told:
        assert words in seen, f"{words!r} is not told: {seen}"
    return seen
