"""The API's own description: OpenAPI 3.1 made from the doors themselves, and a page to read it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, Response, current_app, render_template
from flask_smorest import Api

from logger.api.answers import answered
from logger.api.schemas import ProblemSchema

blueprint = Blueprint("openapi", __name__, url_prefix="/api/v1")

_METHODS = ("get", "post", "put", "delete")
_SAFE = ("get",)
_HEADER = {
    "name": "X-Faltlogg",
    "in": "header",
    "required": True,
    "description": "Visar att frågan kommer från en egen sida; behövs inte med nyckel.",
    "schema": {"type": "string", "const": "1"},
}
_ABOUT = {
    "info": {
        "description": "Löften, siffror och aktiviteter. Svar är JSON, fel är application/problem+json.",
    },
    "security": [{"session": []}, {"token": []}],
}
_SCHEMES = {
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-faltlogg"},
    "token": {"type": "http", "scheme": "bearer"},
}


class Described(Api):
    """flask-smorest's collection of doors, with our own shape of a "no"."""

    ERROR_SCHEMA = ProblemSchema


def described(app: Flask) -> Described:
    """The collection that the app's JSON doors are registered with."""
    app.config.update(API_TITLE="Fältlogg", API_VERSION="1", OPENAPI_VERSION="3.1.0", API_SPEC_OPTIONS=_ABOUT)
    doors = Described(app)
    for name, scheme in _SCHEMES.items():
        doors.spec.components.security_scheme(name, scheme)
    return doors


@blueprint.get("/openapi.json")
def read_description() -> Response:
    """The description for programs."""
    return answered(description(current_app.config["API_DOORS"]))


@blueprint.get("/")
def read_page() -> str:
    """The description for people."""
    document = description(current_app.config["API_DOORS"])
    return render_template("api.html", operations=list(_operations(document)), shapes=list(_shapes(document)))


def description(doors: Described) -> dict[str, Any]:
    """The OpenAPI document as plain data."""
    document: dict[str, Any] = deepcopy(doors.spec.to_dict())
    for answer in document["components"]["responses"].values():
        content = answer.get("content", {})
        if "application/json" in content:
            answer["content"] = {"application/problem+json": content["application/json"]}
    for path in document["paths"].values():
        for method in set(path) & set(_METHODS) - set(_SAFE):
            path[method].setdefault("parameters", []).append(_HEADER)
    return document


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked for, as the page shows it; `answer` and `body` name shapes."""

    method: str
    path: str
    summary: str
    parameters: tuple[dict[str, Any], ...]
    body: str | None
    answer: str | None


@dataclass(frozen=True)
class Shape:
    """A shape with its fields, each with its type in words and the shape it leads to."""

    name: str
    fields: tuple[tuple[str, str, str | None, bool], ...]


def _operations(document: dict[str, Any]) -> Iterator[Operation]:
    for path, inside in document["paths"].items():
        for method in _METHODS:
            if method in inside:
                each = inside[method]
                parameters = (*inside.get("parameters", ()), *each.get("parameters", ()))
                answer = each["responses"].get("200", {})
                yield Operation(
                    method.upper(),
                    path,
                    each.get("summary", ""),
                    parameters,
                    _shape_in(each.get("requestBody", {})),
                    _shape_in(answer),
                )


def _shape_in(holder: dict[str, Any]) -> str | None:
    content = holder.get("content", {}).get("application/json", {})
    return _named(content.get("schema", {}))


def _shapes(document: dict[str, Any]) -> Iterator[Shape]:
    for name, schema in sorted(document["components"]["schemas"].items()):
        required = schema.get("required", ())
        yield Shape(
            name,
            tuple(
                (field, _in_words(of), _named(of) or _named(of.get("items", {})), field in required)
                for field, of in schema.get("properties", {}).items()
            ),
        )


def _named(schema: dict[str, Any]) -> str | None:
    """The shape that a schema refers to."""
    reference = schema.get("$ref") or next((each.get("$ref") for each in schema.get("allOf", ())), None)
    return reference.rsplit("/", 1)[-1] if reference else None


def _in_words(schema: dict[str, Any]) -> str:
    kind = schema.get("type", "object")
    if kind == "array":
        return f"lista av {_named(schema['items']) or _in_words(schema['items'])}"
    words = " eller ".join(kind) if isinstance(kind, list) else kind
    return f"{words} ({schema['format']})" if "format" in schema else words
