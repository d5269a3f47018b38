"""The blueprint of every JSON door: bodies come by the one reader, and a misshapen one is a named refusal."""

from typing import Any, NoReturn

from flask import Request
from flask_smorest import Blueprint
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser

from logger.api.json_reader import read_json
from logger.domain.refusing.refusals import Malformed, Refusal


class JsonParser(FlaskParser):
    """webargs' parser over the hardened reader; a body of the wrong shape is answered with `refusal`."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "json": RAISE,
        "query": RAISE,
    }

    def __init__(self, refusal: type[Refusal] = Malformed) -> None:
        super().__init__()
        self.refusal = refusal

    def load_json(self, req: Request, schema: Schema) -> Any:  # noqa: ARG002
        """The body's value, for marshmallow to look at."""
        return read_json(req)

    def handle_error(
        self,
        error: ValidationError,
        req: Request,  # noqa: ARG002
        schema: Schema,  # noqa: ARG002
        **_options: Any,
    ) -> NoReturn:
        """Turn marshmallow's faults into the refusal, one sentence a field."""
        raise self.refusal(fields=_sentences(error)) from error


class Doors(Blueprint):
    """A flask-smorest blueprint whose arguments are read by the hardened reader."""

    ARGUMENTS_PARSER = JsonParser()


_SWEDISH = {
    "Missing data for required field.": "Saknas.",
    "Field may not be null.": "Saknas.",
    "Unknown field.": "Okänt fält.",
    "Not a valid string.": "Ska vara text.",
    "Not a valid integer.": "Ska vara ett heltal.",
    "Not a valid date.": "Ska vara ett datum som 2021-06-30.",
    "Not a valid datetime.": "Ska vara en tid med datum, klockslag och tidszon.",
    "Not a valid aware datetime.": "Ska vara en tid med datum, klockslag och tidszon.",
    "Not a valid list.": "Ska vara en lista.",
    "Not a valid mapping type.": "Ska vara namn med värden.",
    "Invalid input type.": "Ska vara ett objekt.",
}

_ENGLISH = ("Not a valid", "Must be", "Longer than", "Shorter than", "Length must be", "Must equal")


def _in_swedish(fault: str) -> str:
    """Marshmallow's own faults in Swedish; ours are so already."""
    return _SWEDISH.get(fault, "Har fel värde." if fault.startswith(_ENGLISH) else fault)


def _sentences(error: ValidationError) -> dict[str, str]:
    """Marshmallow's nested faults as one sentence for each field, named by its way through the body."""
    flat: dict[str, str] = {}
    layer: list[tuple[str, Any]] = [("", error.messages)]
    while layer:
        path, fault = layer.pop()
        if isinstance(fault, dict):
            layer.extend((f"{path}.{key}".lstrip("."), value) for key, value in fault.items())
        else:
            name = path.removeprefix("json.").removeprefix("query.")
            flat[name] = " ".join(_in_swedish(str(each)) for each in fault)
    return dict(sorted(flat.items()))
