"""What a log may tell of a fault: its type and where it came up, never its message.

A message may quote what somebody wrote: a note, a name, a row with its values.
"""

import logging
import traceback

NEAREST = 12


def kind_of_fault(fault: BaseException) -> str:
    """The name of the exception's type."""
    return type(fault).__qualname__


def frames_of_fault(fault: BaseException) -> list[str]:
    """Where it came up, the innermost last: file, line and function."""
    frames = traceback.extract_tb(fault.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames][-NEAREST:]


def log_fault(log: logging.Logger, what: str, fault: BaseException) -> None:
    """Write what went wrong as one line of an error, the innermost frame first."""
    log.error("%s: %s at %s", what, kind_of_fault(fault), " < ".join(reversed(frames_of_fault(fault))))
