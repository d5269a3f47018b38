"""Whatever the pledge: as a draft it is itself, its form says all of it, and what differs is told."""

from typing import Any

from hypothesis import given
from werkzeug.datastructures import MultiDict

from logger.domain.drafting.draft_reading import Known, read_draft
from logger.domain.drafting.pledge_differences import Words, difference
from logger.domain.places import Place
from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.pledge_files.rule_file import WEEKDAYS
from logger.domain.pledges import Pledge
from logger.domain.words.vocabulary import BUILT_IN
from logger.web.pledges.commitment_fields import commitment_in
from tests.readers.forms import filled
from tests.worlds.pledge_strategies import PLACES, pledge_documents
from tests.years.pledge_typing import typed

KNOWN = Known(BUILT_IN, {each: Place(each, each.upper()) for each in PLACES})
WORDS = Words(BUILT_IN, KNOWN.places)


def pledge_of(document: dict[str, Any]) -> Pledge:
    read = read_draft(document, KNOWN)
    assert read.faults == ()
    assert read.pledge is not None
    return read.pledge


def as_typed(value: Any) -> Any:
    match value:
        case dict():
            kept = {key: as_typed(each) for key, each in value.items()}
            return {key: each for key, each in kept.items() if key not in ("any_of", "except") or each}
        case list() if value and all(each in WEEKDAYS for each in value):
            return sorted(value, key=WEEKDAYS.index)
        case list():
            return [each for each in map(as_typed, value) if each != {}]
        case str():
            return " ".join(value.split())
        case _:
            return value


@given(pledge_documents())
def test_a_pledge_as_plain_data_reads_as_itself(document: dict[str, Any]):
    pledge = pledge_of(document)
    assert pledge_of(pledge_document(pledge)) == pledge


@given(pledge_documents())
def test_what_is_typed_into_the_forms_is_the_pledge(document: dict[str, Any]):
    """A field is one line, days stand in the week's order, and an empty inner rule is none."""
    pledge = pledge_of(as_typed(document))
    entered = pledge_document(pledge)
    for area in entered["focus_areas"]:
        area["commitments"] = [
            commitment_in(filled(MultiDict(), **typed(each))) for each in area["commitments"]
        ]
    assert pledge_of(entered) == pledge


@given(pledge_documents(), pledge_documents())
def test_nothing_differs_exactly_when_they_are_equal(one: dict[str, Any], other: dict[str, Any]):
    first, second = pledge_of(one), pledge_of(other)
    assert bool(difference(first, second, WORDS)) == (first != second)
    assert not difference(first, first, WORDS)
