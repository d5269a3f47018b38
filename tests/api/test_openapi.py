"""The API's description says what the API is."""

import json
import re

from tests.readers.html import HtmlValidator
from tests.worlds.town import Town


def test_every_address_of_the_api_is_described(sqlite_town: Town):
    document = sqlite_town.client().get("/api/v1/openapi.json").json
    described = {
        (path, method.upper())
        for path, inside in document["paths"].items()
        for method in inside
        if method != "parameters"
    }
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in sqlite_town.app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/v1/") and not rule.endpoint.startswith("openapi.")
    }

    assert document["openapi"] == "3.1.0"
    assert described == routes


def test_every_reference_in_it_leads_somewhere(sqlite_town: Town):
    document = sqlite_town.client().get("/api/v1/openapi.json").json
    references = re.findall(r'"\$ref": ?"([^"]+)"', json.dumps(document))
    assert references
    for reference in references:
        found = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        assert found


def test_every_operation_has_a_summary_an_answer_and_a_no(sqlite_town: Town):
    client = sqlite_town.client()
    document = client.get("/api/v1/openapi.json").json
    assert client.get("/api/v1/openapi.json").json == document
    for path, inside in document["paths"].items():
        named = {each["name"] for each in inside.get("parameters", ())}
        assert named == set(re.findall(r"{(\w+)}", path))
        for method, operation in inside.items():
            if method == "parameters":
                continue
            assert operation["summary"], path
            assert {"200", "204"} & operation["responses"].keys(), path
            assert operation["responses"]["default"] == {"$ref": "#/components/responses/DEFAULT_ERROR"}
            own_header = [each["name"] for each in operation.get("parameters", ()) if each["in"] == "header"]
            assert own_header == ([] if method == "get" else ["X-Faltlogg"])
    no = document["components"]["responses"]["DEFAULT_ERROR"]
    assert list(no["content"]) == ["application/problem+json"]
    assert document["components"]["securitySchemes"].keys() == {"session", "token"}


def test_the_page_for_people_is_sound_html_and_names_every_address(sqlite_town: Town):
    client = sqlite_town.client()
    page = client.get("/api/v1/")
    validator = HtmlValidator()
    try:
        assert validator.faults(page.text) == []
    finally:
        validator.close()
    for path in client.get("/api/v1/openapi.json").json["paths"]:
        assert path in page.text
    assert "<script" not in page.text
    assert " style=" not in page.text
