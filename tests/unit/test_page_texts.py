"""Two languages on the pages: no sentence without its English, no English nobody says, none left outside."""

import ast
import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.lexer import TokenStream
from markupsafe import Markup

from logger.domain.drafting.draft_reading import PathFault
from logger.domain.drafting.shapes import SHAPES
from logger.domain.refusing.follow_up_refusals import FollowUpFaulty
from logger.domain.said import Said
from logger.web.activities import activity_tables, bulk_views
from logger.web.english import ENGLISH, ROOMS
from logger.web.pledges import draft_faults
from logger.web.public import open_csv
from logger.web.refused import answer_to
from logger.web.settings import word_views
from logger.web.template_texts import TemplateTexts, sentences
from logger.web.texts import speak, t, template_text

ROOT = Path(__file__).parents[2]
TEMPLATES, WEB = ROOT / "templates", ROOT / "logger" / "web"

# The phone's shell is put into English on the phone; tests/js/texts.test.js reads it.
OF_THE_PHONE = "phone"
# Names of classes that a page gives its frame.
CLASSES = {"plain", "plain api", "public", "desk", "embedded"}
# What the pages say of the rooms below: a "no" with what is wrong by field, what a form or a file holds.
BELOW = (
    "domain/drafting/pledge_differences.py",
    "domain/drafting/shapes.py",
    "domain/entering/body_reader.py",
    "domain/entering/desk_bodies.py",
    "domain/entering/intake.py",
    "domain/old_books/sheet_reading.py",
    "domain/people/new_people.py",
    "domain/people/people.py",
    "domain/people/role_checks.py",
    "domain/place_checks.py",
    "domain/pledge_files/*.py",
    "domain/words/status_words.py",
    "services/activities/*.py",
    "services/desk_operations.py",
    "services/files/pledge_files.py",
    "services/files/sheet_files.py",
    "services/follow_up/*.py",
    "services/people/inviting.py",
    "services/people/people_rights.py",
    "services/places/place_proposals.py",
    "services/places/place_register.py",
    "services/plan/plan_work.py",
    "services/plan/school_terms.py",
    "services/pledges/*.py",
    "services/publishing/publishing.py",
    "services/answers/*.py",
    "services/refusal_answers.py",
    "services/word_list.py",
)
# Of those, what no page says: commands do, and files.
NOT_ON_PAGES = {"activities_transfer.py"}
# What looks like Swedish and is read by nobody on a page: what a command tells, and what is sought in a text.
NOT_SAID = {
    *(each.example for each in SHAPES),  # as signed
    " togs inte emot, ",
    "Det är samma plats som ",  # kept in the ledger, as the reason
    " utan löfte.",
    r"; (?:det första står på rad|the first is on line) \d+$",
    r"([0-9]{1,2})[. ]*(?:/ *([0-9]{1,2})|([a-zåäö]+)\.?)",
}

KNOWN = {*ENGLISH, *NOT_SAID}
SWEDISH = re.compile(
    r"[åäöÅÄÖ]|(?:^|\s)(?:och|att|som|inte|av|till|med|inga|ingen|inget|utan|senast|poster?|aktivitet(?:er)?)(?:[\s,.:]|$)"
)
# A whole sentence, with or without a word that only Swedish has.
SENTENCE = re.compile(r"[A-ZÅÄÖ][^\W\d_]+ .+\.")
# In an expression: other literals are names of fields and classes.
LIKE_WORDS = re.compile(r"[åäöÅÄÖ]|^[A-Z][a-z]|^[a-z]+ [a-z0-9 ,]+$")


def stream_of(source: str) -> TokenStream:
    environment = Environment(autoescape=True)
    return environment._tokenize(source, None)


@cache
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


@cache
def modules() -> dict[str, ast.Module]:
    """The pages' modules, and those below whose sentences they show."""
    pages = sorted(path for path in WEB.rglob("*.py") if path.parent.name != "english")
    below = sorted(path for each in BELOW for path in (ROOT / "logger").glob(each))
    paths = [path for path in (*pages, *below) if path.name not in NOT_ON_PAGES]
    return {f"{path.parent.name}/{path.name}": ast.parse(path.read_text()) for path in paths}


@cache
def said_below() -> frozenset[str]:
    """Every sentence of any room that remembers what was put into it."""
    sources = (path.read_text() for path in (ROOT / "logger").rglob("*.py"))
    found = set()
    for source in (each for each in sources if "Said(" in each):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Said":
                first = node.args[0]
                if (
                    isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                    and re.search(r"[^\W\d_]{2}", first.value)
                ):
                    found.add(first.value)
    return frozenset(found)


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
    assert {name: texts for name, texts in lacking.items() if texts} == {}


def test_no_swedish_is_left_outside_the_dictionary():
    left = {
        name: found
        for name, tree in modules().items()
        if (found := [each for each in constants(tree) if SWEDISH.search(each) and each not in KNOWN])
    }
    assert left == {}


def test_no_sentence_of_the_rooms_below_is_without_its_english():
    """What is wrong with a field is said there, often in words that have no letter of their own."""
    left = {
        name: found
        for name, tree in modules().items()
        if not name.startswith("web/")
        if (found := [each for each in constants(tree) if SENTENCE.fullmatch(each) and each not in KNOWN])
    }
    assert left == {}


def test_every_sentence_said_with_t_has_its_english():
    said = [
        f"{name}: {node.args[0].value!s}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "t"
        if isinstance(node.args[0], ast.Constant) and node.args[0].value not in ENGLISH
    ]
    assert said == []


def test_every_sentence_with_something_put_into_it_has_its_english():
    assert sorted(said_below() - set(ENGLISH)) == []


def test_every_english_sentence_is_said_somewhere_and_stands_once():
    said: set[str] = set().union(*said_by_templates().values())
    said.update(said_below(), *(constants(tree) for tree in modules().values()))
    assert sorted(set(ENGLISH) - said) == []
    keys = [key for room in ROOMS for key in room.WORDS]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


def test_english_puts_in_nothing_that_the_swedish_does_not_have():
    places = re.compile(r"\{\w*\}")
    for swedish, english in ENGLISH.items():
        assert set(places.findall(english)) <= set(places.findall(swedish)), swedish
        # It stands in attributes too, and what a file holds is only ever said by Python.
        assert set(re.findall(r'[<>&"]', english)) <= set(re.findall(r'[<>&"]', swedish)), swedish


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


TABLES = (
    activity_tables.HEADS,
    bulk_views.DEEDS.values(),
    draft_faults.WORDS.values(),
    itertools.chain.from_iterable(draft_faults.SAID_OTHERWISE),
    open_csv.FIGURES,
    open_csv.UNITS.values(),
    word_views.NAMES.values(),
    (each.name for each in SHAPES),
    word_views.IN_TEXT.values(),
)


def test_every_word_of_a_table_has_its_english():
    assert sorted({each for table in TABLES for each in table} - set(ENGLISH)) == []


def test_a_no_is_said_with_what_was_put_into_it():
    refusal = FollowUpFaulty(
        Said("Högst {0} tecken.", 200), fields={"name": Said('okänd {0} "{1}"{2}', Said("fokus"), "fart", "")}
    )
    assert (refusal.detail, answer_to(refusal).detail) == ("Högst 200 tecken.", "Högst 200 tecken.")
    speak("en")
    answer = answer_to(refusal)
    assert answer.detail == "At most 200 characters."
    assert answer.fields == {"name": 'unknown focus "fart"'}


@pytest.mark.parametrize(
    ("message", "swedish", "english"),
    [
        (Said('"{0}" saknas', "wording"), "Ordalydelsen saknas.", "The wording is missing."),
        (
            Said('"{0}" ska vara ett datum som 2021-06-30, inte "{1}"', "to", ""),
            "Slutet saknas.",
            "The end is missing.",
        ),
        (
            Said('"{0}" ska vara månad och dag som 06-01, inte "{1}"', "from", "midsommar"),
            "Början ska vara en dag som 1 juni, inte ”midsommar”.",
            "The start must be a day such as 1 June, not ”midsommar”.",
        ),
        (
            Said('"judged" behöver "per": i snitt per vad?'),
            "I snitt behöver en period: i snitt per vad?",
            "On average needs a period: on average over what?",
        ),
        (
            Said('två åtaganden har id "{0}"; det första står på rad {1}', "kontroller", 7),
            "Två åtaganden har id ”kontroller”.",
            "Two commitments have the id ”kontroller”.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_draft_is_said_without_the_files_words(
    message: Said, swedish: str, english: str
):
    fault = PathFault(("target",), message)
    assert draft_faults.sentence_of(fault) == swedish
    speak("en")
    assert draft_faults.sentence_of(fault) == english
