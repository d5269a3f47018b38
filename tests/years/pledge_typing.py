"""A pledge as somebody types it into the editor: each commitment as the fields of its form."""

from collections.abc import Iterator
from typing import Any

from logger.web.dates import MONTHS_WHOLE

Document = dict[str, Any]
LISTS = ("types", "focus", "performed_by", "jointly", "places", "place_kinds", "weekdays")


def typed(commitment: Document) -> dict[str, Any]:
    """Field by field what is filled in for the commitment; the values of a name in a list."""
    fields: dict[str, Any] = {
        name: commitment[name] for name in ("id", "wording", "label") if name in commitment
    }
    fields |= {f"{name}[]": list(commitment.get(name, ())) for name in ("performers", "responsible")}
    fields |= dict(_days("valid", commitment.get("valid", {})))
    fields |= dict(_rule("counts", commitment.get("counts", {})))
    fields |= dict(_target(commitment["target"]))
    return fields


def _rule(name: str, rule: Document) -> Iterator[tuple[str, Any]]:
    for key, value in rule.items():
        if key in LISTS:
            yield f"{name}.{key}[]", list(value)
        elif key in ("targeted", "flagged"):
            yield f"{name}.{key}", "1"
        elif key in ("min_people", "min_minutes"):
            yield f"{name}.{key}", str(value)
        elif key == "any_of":
            for index, option in enumerate(value):
                yield f"{name}.any_of.{index}.min_people", ""
                yield from _rule(f"{name}.any_of.{index}", option)
        elif key == "except":
            yield f"{name}.except.min_people", ""
            yield from _rule(f"{name}.except", value)
        elif key == "clock":
            yield from _days(f"{name}.clock", value)
        elif key == "seasons":
            for index, season in enumerate(value):
                for bound, day in season.items():
                    yield f"{name}.seasons.{index}.{bound}", _spoken(day)


def _target(target: Document) -> Iterator[tuple[str, Any]]:
    for key, value in target.items():
        if key in ("revisions", "pauses"):
            for index, row in enumerate(value):
                yield from _days(f"target.{key}.{index}", row)
        elif key == "judged":
            yield "target.judged", "1"
        else:
            yield f"target.{key}", _number(value)


def _days(name: str, row: Document) -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        yield f"{name}.{key}", _number(value)


def _number(value: Any) -> str:
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _spoken(day: str) -> str:
    month, _, number = day.partition("-")
    return f"{int(number)} {MONTHS_WHOLE[int(month) - 1]}"
