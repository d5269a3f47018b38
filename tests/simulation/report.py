"""What a simulation came to, for people: figures, the faults that fired, and how to play it again."""

import re

from tests.simulation.plan import Outcome
from tests.simulation.verdict import Verdict

MOST_TOLD = 15
ENDED_EARLY = Verdict(operations=0, activities=0, lost=0, twice=0, lost_with_phones=0, set_aside=0, figures=0)
_NAMED = re.compile(r"[0-9a-f-]{36}|\d+|\{.*")


def told(outcome: Outcome) -> str:
    """The report as text."""
    plan, oracle = outcome.plan, outcome.oracle
    verdict = outcome.verdict or ENDED_EARLY
    rate = outcome.saved / outcome.took
    lines = [
        f"seed {plan.seed}: {command(outcome)}",
        *([] if outcome.verdict else ["ended early: so much is wrong that nothing was compared"]),
        "",
        *_row("operations saved on phones", outcome.saved),
        *_row("operations in the database", verdict.operations),
        *_row("activities standing", verdict.activities),
        *_row("lost", verdict.lost),
        *_row("twice", verdict.twice),
        *_row("violations of anything else", max(0, len(oracle.violations) - verdict.lost - verdict.twice)),
        "",
        *_row("restores from a backup", outcome.restores),
        *_row("operations they erased", oracle.erased),
        *_row("… of which a phone had the receipt", oracle.erased_acked),
        *_row("figures compared with the log", verdict.figures),
        *_row("operations that died with their phone", verdict.lost_with_phones),
        *_row("… unsent when it died", outcome.lost_with_phones),
        *_row("set aside by their author, then erased", verdict.set_aside),
        "",
        *_row("phones", plan.phones),
        *_row("requests", outcome.requests),
        *_row("operations sent, repeats included", outcome.sent),
        f"{'bytes sent for each byte logged':<44}{outcome.wire:>12.2f}",
        f"{'seconds':<44}{outcome.took:>12.0f}",
        f"{'operations a second':<44}{rate:>12.0f}",
        "",
        "faults that fired",
        *(f"  {name:<42}{times:>12,}" for name, times in sorted(outcome.fired.items())),
        "",
        "how new operations were settled",
        *(f"  {name:<42}{times:>12,}" for name, times in sorted(oracle.statuses.items())),
        "",
        *(f"VIOLATION {each}" for each in _one_of_each(oracle.violations)[:MOST_TOLD]),
        "nothing lost, nothing twice" if not oracle.violations else f"replay: {command(outcome)}",
    ]
    return "\n".join(lines) + "\n"


def command(outcome: Outcome) -> str:
    """What plays it again."""
    plan = outcome.plan
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


def _row(name: str, number: int) -> list[str]:
    return [f"{name:<44}{number:>12,}"]
