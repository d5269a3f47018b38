"""What simulations came to, for people: figures, the faults that fired, and how to play them again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from tests.simulation.plan import Outcome, Plan
from tests.simulation.verdict import Verdict

MOST_TOLD = 15
ENDED_EARLY = Verdict(operations=0, activities=0, lost=0, twice=0, lost_with_phones=0, set_aside=0, figures=0)
_NAMED = re.compile(r"[0-9a-f-]{36}|\d+|\{.*")


@dataclass(frozen=True)
class Figures:
    """Of one simulation, small enough to travel; or of several, added up."""

    commands: tuple[str, ...]  # what plays each again
    counts: Counter[str]
    fired: Counter[str]
    settled: Counter[str]
    violations: tuple[str, ...]
    wire: tuple[float, ...]  # of each
    seconds: float  # all of them together
    is_whole: bool

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        """What one came to."""
        plan, oracle = outcome.plan, outcome.oracle
        verdict = outcome.verdict or ENDED_EARLY
        counts = {
            "operations saved on phones": outcome.saved,
            "operations in the database": verdict.operations,
            "activities standing": verdict.activities,
            "lost": verdict.lost,
            "twice": verdict.twice,
            "violations of anything else": max(0, len(oracle.violations) - verdict.lost - verdict.twice),
            "restores from a backup": outcome.restores,
            "operations they erased": oracle.erased,
            "… of which a phone had the receipt": oracle.erased_acked,
            "figures compared with the log": verdict.figures,
            "operations that died with their phone": verdict.lost_with_phones,
            "… unsent when it died": outcome.lost_with_phones,
            "set aside by their author, then erased": verdict.set_aside,
            "phones": plan.phones,
            "requests": outcome.requests,
            "operations sent, repeats included": outcome.sent,
        }
        return cls(
            (command(plan),),
            Counter(counts),
            Counter(outcome.fired),
            Counter(oracle.statuses),
            tuple(_one_of_each(oracle.violations)[:MOST_TOLD]),
            (outcome.wire,),
            outcome.took,
            outcome.verdict is not None,
        )

    @classmethod
    def added(cls, each: Sequence[Self]) -> Self:
        """Of all of them together."""
        counts, fired, settled = Counter[str](), Counter[str](), Counter[str]()
        for one in each:
            counts.update(one.counts)  # which keeps what is nought
            fired.update(one.fired)
            settled.update(one.settled)
        return cls(
            tuple(command for one in each for command in one.commands),
            counts,
            fired,
            settled,
            tuple(f"{violation}, by {one.commands[0]}" for one in each for violation in one.violations),
            tuple(wire for one in each for wire in one.wire),
            sum(one.seconds for one in each),
            all(one.is_whole for one in each),
        )


def told(outcome: Outcome) -> str:
    """The report of one simulation as text."""
    return text_of(Figures.of(outcome))


def text_of(figures: Figures) -> str:
    """The report as text."""
    least, most = f"{min(figures.wire):.2f}", f"{max(figures.wire):.2f}"
    lines = [
        *figures.commands,
        *([] if figures.is_whole else ["ended early: so much is wrong that nothing was compared"]),
        "",
        *(f"{name:<44}{number:>12,}" for name, number in figures.counts.items()),
        f"{'bytes sent for each byte logged':<44}{least if least == most else f'{least}–{most}':>12}",
        f"{'seconds':<44}{figures.seconds:>12,.0f}",
        f"{'operations a second':<44}{figures.counts['operations saved on phones'] / figures.seconds:>12.0f}",
        "",
        "faults that fired",
        *(f"  {name:<42}{times:>12,}" for name, times in sorted(figures.fired.items())),
        "",
        "how new operations were settled",
        *(f"  {name:<42}{times:>12,}" for name, times in sorted(figures.settled.items())),
        "",
        *(f"VIOLATION {each}" for each in figures.violations),
        "each is replayed by its line above" if figures.violations else "nothing lost, nothing twice",
    ]
    return "\n".join(lines) + "\n"


def command(plan: Plan) -> str:
    """What plays it again."""
    return (
        f"python -m tests.simulation --ops {plan.ops} --devices {plan.phones} --restores {plan.restores}"
        f" --seed {plan.seed}"
    )


def _one_of_each(violations: list[str]) -> list[str]:
    """The first of each kind goes before all others: one fault soon has thousands of consequences."""
    kinds = dict[str, str]()
    for each in violations:
        kinds.setdefault(_NAMED.sub("", each)[:60], each)
    firsts = set(kinds.values())
    return [*kinds.values(), *(each for each in violations if each not in firsts)]
