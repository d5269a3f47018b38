"""In which order the files of a run begin where several processes share it: what is short comes last.

Otherwise one process is left alone with the longest test of all while the others have nothing to do.
"""

_LONGEST_FIRST = (
    "tests/simulation/",
    "tests/sync/test_machine.py",
    "tests/browser/",
    "tests/operation/",
    "tests/laws/",
    "tests/sync/",
    "tests/api/",
)


def turn_of(test: str) -> int:
    """The turn of a test by its name; whatever has none of its own comes last."""
    turns = (turn for turn, name in enumerate(_LONGEST_FIRST) if test.startswith(name))
    return next(turns, len(_LONGEST_FIRST))
