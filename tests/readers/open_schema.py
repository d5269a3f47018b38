"""Holds a document to the part of JSON Schema that the open data's own schema uses."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
UNDERSTOOD = {
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "pattern", "minimum",
    "minItems", "required", "properties", "additionalProperties", "items",
}  # fmt: skip


def faults_of(document: Any, schema: Mapping[str, Any]) -> list[str]:
    """Everything about the document that the schema does not allow."""
    return list(_faults("$", document, schema, schema["$defs"]))


def _faults(at: str, value: Any, schema: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    assert schema.keys() <= UNDERSTOOD, schema.keys() - UNDERSTOOD
    if "$ref" in schema:
        yield from _faults(at, value, known[schema["$ref"].rpartition("/")[2]], known)
    if not _is_of(value, schema.get("type")):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if ("const" in schema and value != schema["const"]) or value not in schema.get("enum", [value]):
        yield f"{at}: {value!r} is not among those allowed"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{at}: {value!r} is not of the pattern"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{at}: {value} is too small"
    if isinstance(value, list):
        yield from _of_list(at, value, schema, known)
    if isinstance(value, dict):
        yield from _of_object(at, value, schema, known)


def _is_of(value: Any, named: Any) -> bool:
    names = [named] if isinstance(named, str) else named or TYPES
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, TYPES[name]) for name in names)


def _of_list(at: str, value: list[Any], schema: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{at}: too few"
    for number, each in enumerate(value):
        yield from _faults(f"{at}[{number}]", each, schema.get("items", {}), known)


def _of_object(
    at: str, value: dict[str, Any], schema: Mapping[str, Any], known: Mapping[str, Any]
) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        if name in properties:
            yield from _faults(f"{at}.{name}", each, properties[name], known)
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {name} is unknown"
