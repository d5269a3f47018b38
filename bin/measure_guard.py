"""Measures the guard for free text on generated notes: what it finds and what it stops in vain.

Usage: python -m bin.measure_guard [seed]. Fails where a form is missed, more than one ordinary note in two
hundred is stopped, or the phone and the server differ.
"""

import sys
from collections import Counter

from logger.domain.personal_data import Level, judge
from tests.worlds.guard_notes import judged_by_the_phone, odd_notes, ordinary_notes, telling_notes

MOST_STOPPED = 0.005


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1814
    telling, ordinary = list(telling_notes(seed, of_each=40)), ordinary_notes(seed, 20_000)
    found = Counter(each.kind for each in telling if each.kind in judge(each.note).kinds)
    for kind, count in Counter(each.kind for each in telling).items():
        print(f"{kind.value:45} {found[kind]:6} of {count} found")
    levels = Counter(judge(note).level for note in ordinary)
    stopped, warned = (levels[level] / len(ordinary) for level in (Level.BLOCK, Level.WARN))
    print(f"{'ordinary notes stopped':45} {stopped:8.3%} of {len(ordinary)} (goal: under {MOST_STOPPED:.1%})")
    print(f"{'ordinary notes warned of':45} {warned:8.3%}")
    differing = differences([*(each.note for each in telling), *ordinary, *odd_notes(seed, 20_000)])
    print(f"{'notes judged otherwise by the phone':45} {differing:6}")
    return int(found.total() < len(telling) or stopped >= MOST_STOPPED or differing > 0)


def differences(notes: list[str]) -> int:
    here = ((verdict.level.name.lower(), list(verdict.kinds)) for verdict in map(judge, notes))
    return sum(one != other for one, other in zip(here, judged_by_the_phone(notes), strict=True))


if __name__ == "__main__":
    sys.exit(main())
