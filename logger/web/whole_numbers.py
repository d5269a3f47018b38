"""A whole number out of a form or an address, where anything may stand instead."""


def whole(text: str, digits: int) -> int | None:
    """The number that the text says in at most so many digits; None where it says none.

    "²" is a digit that `int` does not read, and of five thousand digits it reads none.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
