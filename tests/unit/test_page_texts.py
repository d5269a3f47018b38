"""Two languages on the pages: no sentence without its English, no English nobody says, none left outside."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.lexer import TokenStream
from markupsafe import Markup

from logger.domain.people import people
from logger.services import refusal_answers
from logger.web.english import ENGLISH, ROOMS
from logger.web.template_texts import TemplateTexts, sentences
from logger.web.texts import speak, t, template_text

ROOT = Path(__file__).parents[2]
TEMPLATES, WEB = ROOT / "templates", ROOT / "logger" / "web"

# The phone's shell is put into English on the phone; tests/js/texts.test.js reads it.
OF_THE_PHONE = "phone"
# Names of classes that a page gives its frame.
CLASSES = {"plain", "plain api", "public", "desk"}
# What says some things in Swedish alone so far. What is taken from here is held to its English.
NOT_YET = {
    "activity_files.py",
    "activity_list_around.py",
    "activity_list_views.py",
    "bulk_views.py",
    "draft_faults.py",
    "letter.py",
    "letter_pages.py",
    "old_book_form.py",
    "open_csv.py",
    "place_form.py",
    "place_list_views.py",
    "pledges.py",
    "twin_views.py",
    "typed.py",
    "word_views.py",
}

SWEDISH = re.compile(
    r"[åäöÅÄÖ]|(?:^|\s)(?:och|att|som|inte|av|till|med|inga|ingen|inget|utan|senast|poster?|aktivitet(?:er)?)(?:[\s,.:]|$)"
)
# In an expression: other literals are names of fields and classes.
LIKE_WORDS = re.compile(r"[åäöÅÄÖ]|^[A-Z][a-z]|^[a-z]+ [a-z0-9 ,]+$")


@pytest.fixture(autouse=True)
def _swedish_again() -> Iterator[None]:
    yield
    speak("sv")


def stream_of(source: str) -> TokenStream:
    environment = Environment(autoescape=True)
    return environment._tokenize(source, None)


def said_by_templates() -> dict[str, set[str]]:
    """The sentences of each template, read out of it or said with `t`."""
    found = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        if not name.startswith(OF_THE_PHONE):
            source = path.read_text()
            read = {*sentences(stream_of(source)), *literals(source)}
            found[name] = read - CLASSES
    return found


def literals(source: str) -> Iterator[str]:
    """The Swedish in a template's expressions: a macro puts into words what it is handed as a label."""
    yield from re.findall(r'\bt\("([^"]+)"', source)
    for token in stream_of(source):
        if token.type == "string" and LIKE_WORDS.search(token.value):
            yield token.value


def modules() -> dict[str, ast.Module]:
    """The pages' modules, and the table of refusals that they put into words."""
    pages = sorted(path for path in WEB.rglob("*.py") if path.parent.name != "english")
    paths = [*pages, Path(refusal_answers.__file__), Path(people.__file__)]
    return {path.name: ast.parse(path.read_text()) for path in paths}


def constants(tree: ast.Module) -> Iterator[str]:
    """Every text of a module but what documents it, and nouns, which stand with their English beside them."""
    documents = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    documents |= {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Noun"
        for part in node.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value


def test_every_sentence_of_a_template_has_its_english():
    lacking = {name: texts - set(ENGLISH) for name, texts in said_by_templates().items()}
    assert {name: texts for name, texts in lacking.items() if texts and name not in NOT_YET} == {}


def test_no_swedish_is_left_outside_the_dictionary():
    left = {
        name: found
        for name, tree in modules().items()
        if (found := [each for each in constants(tree) if SWEDISH.search(each) and each not in ENGLISH])
    }
    assert {name: found for name, found in left.items() if name not in NOT_YET} == {}


def test_every_sentence_said_with_t_has_its_english():
    said = [
        f"{name}: {node.args[0].value!s}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "t"
        if isinstance(node.args[0], ast.Constant) and node.args[0].value not in ENGLISH
    ]
    assert said == []


def test_every_english_sentence_is_said_somewhere_and_stands_once():
    said: set[str] = set().union(*said_by_templates().values())
    said.update(*(constants(tree) for tree in modules().values()))
    assert sorted(set(ENGLISH) - said) == []
    keys = [key for room in ROOMS for key in room.WORDS]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


def test_english_puts_in_nothing_that_the_swedish_does_not_have():
    places = re.compile(r"\{\w*\}")
    for swedish, english in ENGLISH.items():
        assert set(places.findall(english)) <= set(places.findall(swedish)), swedish
        assert not re.search(r'[<>&"]', english), swedish  # it stands in attributes too


def test_english_may_put_the_words_in_another_order():
    assert t("{0} av {1}", 3, 4) == "3 av 4"
    speak("en")
    assert t("Löften i {0}", "Lekeberg") == "Pledges in Lekeberg"
    assert t("Ett ord utan motsvarighet") == "Ett ord utan motsvarighet"


def made(source: str, **given: object) -> str:
    """A template as a page is made of it."""
    environment = Environment(
        loader=DictLoader({"page": source}),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[TemplateTexts],
    )
    environment.globals["t"] = template_text
    return environment.get_template("page").render(given)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>Logga  in\n  igen</p>", ["Logga in igen"]),
        ('<a href="/x" class="{{ c }}">Löften i {{ town }}</a>', ["Löften i {0}"]),
        ('<nav aria-label="Sidor" class="side"></nav>', ["Sidor"]),
        ("<b>{{ number }}</b> · {{ other | length }}", []),
        ("{% if x %}Ja{% else %}Nej, {{ y }}{% endif %}", ["Ja", "Nej, {0}"]),
        ('<a href="/x">Visa{{ icon("right") }}</a>', ["Visa"]),
        ('{% macro m(id) %} aria-invalid="true" aria-describedby="{{ id }}"{% endmacro %}', []),
        ('<p{% if a %} class="b"{% endif %}>Efter {{ a if b else "c" }}.</p>', ["Efter {0}."]),
    ],
)
def test_a_template_is_read_as_sentences(source: str, read: list[str]):
    assert sentences(stream_of(source)) == read


def test_what_is_put_into_a_sentence_is_escaped_unless_it_is_markup():
    source = "<p> Löften i {{ town }}\n</p>"
    assert made(source, town="<b>") == "<p> Löften i &lt;b&gt;\n</p>"
    speak("en")
    assert made(source, town=Markup("<b>L</b>")) == "<p> Pledges in <b>L</b>\n</p>"
