"""Reading JSON that anyone may have sent: one meaning or none.

`json.loads` takes the last of two equal keys, NaN, lone surrogates, integers of any length and nesting down
to the interpreter's own limit; each of them ended in a crash further in.
"""

import json
import math
from typing import Any

MAX_DEPTH = 12
_SAFE_INTEGER = 2**53 - 1  # what every reader of JSON agrees on (RFC 8259 § 6)
_LONGEST_NUMBER = 32


class NotJsonError(ValueError):
    """The text is not JSON with one clear meaning; the message says why, without quoting it."""


def parse(data: bytes) -> Any:
    """The value of a JSON text in UTF-8; raises NotJsonError."""
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_once_each,
            parse_int=_safe_integer,
            parse_float=_finite,
            parse_constant=_no_constant,
        )
    except NotJsonError:
        raise
    except UnicodeDecodeError as error:
        raise NotJsonError("not UTF-8") from error
    except RecursionError as error:
        raise NotJsonError("nested too deep") from error
    except ValueError as error:
        raise NotJsonError("not JSON") from error
    if text.count("[") + text.count("{") > MAX_DEPTH:
        _check_depth(value)
    if "\\u" in text:  # the only way in for what is no character
        _check_strings(value)
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotJsonError("a key is given twice")
    return value


def _safe_integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER or abs(value := int(digits)) > _SAFE_INTEGER:
        raise NotJsonError("a number is too large")
    return value


def _finite(digits: str) -> float:
    value = float(digits)
    if len(digits) > _LONGEST_NUMBER or not math.isfinite(value):
        raise NotJsonError("a number is too large")
    return value


def _no_constant(_name: str) -> None:
    raise NotJsonError("NaN and Infinity are no JSON")


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _check_depth(value: Any) -> None:
    layer, depth = [value], 0
    while layer:
        depth += 1
        if depth > MAX_DEPTH:
            raise NotJsonError("nested too deep")
        layer = [child for each in layer for child in _children(each) if isinstance(child, dict | list)]


def _check_strings(value: Any) -> None:
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
            raise NotJsonError("a text holds what is no character")
        return
    if isinstance(value, dict):
        for key in value:
            _check_strings(key)
    for child in _children(value):
        _check_strings(child)
