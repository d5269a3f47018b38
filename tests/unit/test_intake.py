"""Reading and judging entries without a database: nothing that anyone may send breaks them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logger.domain.entering.body_reader import read_body
from logger.domain.entering.chain import Link, first_broken, genesis, link
from logger.domain.entering.entries import Create, Unreadable, Wild, kind_of
from logger.domain.entering.envelopes import Envelope, open_envelope
from logger.domain.entering.intake import judge
from logger.domain.entering.judgements import Circumstances, Held, Known, Rejected, Retry, Stored
from logger.domain.entering.strict_json import NotJsonError, parse
from logger.domain.entering.upcasting import FILE_SCHEMA

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
ID = "0198d7a0-0000-7000-8000-000000000001"
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
GOOD = {
    "kind": "create",
    "activity_id": ID,
    "municipality": "1814",
    "type": "traffic_check",
    "focus": ["speed"],
    "place": None,
    "started_at": "2026-03-09T08:00:00+01:00",
    "ended_at": None,
    "organisations": ["police"],
    "counters": {"vehicles": 5},
    "captured": {},
}
KNOWN = Known(
    types=frozenset({"traffic_check"}),
    focus=frozenset({("traffic_check", "speed")}),
    counters=frozenset({("traffic_check", "vehicles")}),
    organisations=frozenset({"police"}),
)
HERE = Circumstances(
    author=ID, organisation="police", municipalities=frozenset({"1814"}), known=KNOWN, now=NOW
)


def body(**changes: Any) -> bytes:
    return json.dumps(GOOD | changes).encode()


@given(st.binary() | st.text().map(str.encode) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_make_an_entry_of_some_sort(data):
    entry = read_body(data, 1)
    assert isinstance(judge(entry, HERE), Rejected | Held | Stored | Retry)


@given(st.sampled_from(sorted(GOOD)), JSON)
def test_any_value_of_a_field_is_judged_and_a_bad_one_is_named(field, value):
    entry = read_body(body(**{field: value}), 1)

    assert isinstance(judge(entry, HERE), Rejected | Held | Stored | Retry)
    if isinstance(entry, Unreadable) and "body" not in entry.fields:
        assert field in entry.fields


@given(JSON)
def test_any_item_of_a_batch_is_opened(raw):
    open_envelope(raw)


@given(JSON.filter(lambda value: "\\u0000" not in json.dumps(value)))
def test_the_strict_reader_reads_what_everyone_agrees_on(value):
    assert parse(json.dumps(value, ensure_ascii=False).encode()) == json.loads(json.dumps(value))


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"{", b"NaN", b"1e999", b'{"a":1,"a":2}', b'"\\ud800"', b'"\\u0000"', b"9" * 400]
)
def test_the_strict_reader_refuses_what_has_no_one_meaning(data):
    with pytest.raises(NotJsonError):
        parse(data)


@given(st.integers(0, 100_000), st.sampled_from(["[", '{"a":']))
def test_depth_never_breaks_the_reader(depth, opener):
    closer = "]" if opener == "[" else "}"
    text = opener * depth + "1" + closer * depth
    if depth < 12:
        parse(text.encode())
    else:
        with pytest.raises(NotJsonError, match="deep"):
            parse(text.encode())


def test_the_entry_is_what_the_body_says():
    entry = read_body(body(), 1)

    assert isinstance(entry, Create)
    assert kind_of(entry) == "create"
    assert entry.content.started_at == datetime(2026, 3, 9, 7, 0, tzinfo=UTC)
    stored = judge(entry, HERE)
    assert isinstance(stored, Stored)
    assert (stored.rev, stored.content) == (1, entry.content)


@given(st.datetimes(), st.sampled_from(["Z", "+14:00", "-12:00"]))
def test_a_time_of_any_year_is_read_or_set_aside(moment, offset):
    entry = read_body(body(started_at=f"{moment:%Y-%m-%dT%H:%M:%S}".rjust(19, "0") + offset), 1)

    wild = not 1970 <= moment.year <= 2100
    assert isinstance(entry, Wild if wild else Create)
    assert not wild or judge(entry, HERE) == Held("wild_clock")


def test_who_logs_for_others_only_is_told_what_is_missing():
    for_others = replace(HERE, organisation="municipality")

    assert judge(read_body(body(), 1), for_others) == Rejected(
        "not_your_organisation",
        {"organisations": "Din egen organisation ska vara med bland dem som deltog."},
    )


def test_those_without_names_are_two_hundred_at_the_most():
    assert isinstance(read_body(body(others=200), 1), Create)
    entry = read_body(body(others=201), 1)

    assert isinstance(entry, Unreadable)
    assert entry.fields == {"others": "Deltagare utan namn ska vara ett heltal från 0 till 200."}
    assert isinstance(read_body(body(others=5_000), FILE_SCHEMA), Create)


def test_a_day_ahead_may_be_a_slow_clock_and_two_are_not():
    assert isinstance(judge(read_body(body(started_at="2026-03-10T12:00:00Z"), 1), HERE), Stored)
    assert judge(read_body(body(started_at="2026-03-10T12:01:00Z"), 1), HERE) == Held("wild_clock")


def test_the_same_bytes_open_to_the_same_envelope():
    text = body().decode()
    raw = {"op_id": ID, "seq": 1, "schema": 1, "sha256": sha256(text.encode()).hexdigest(), "body": text}

    assert open_envelope(raw) == Envelope(ID, 1, 1, raw["sha256"], text.encode())  # type: ignore[arg-type]


FACTS = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers() | st.text()), min_size=1, max_size=6)


@given(FACTS, st.data())
def test_any_change_to_a_chain_is_found_at_its_row(facts, data):
    start = genesis("1814", ID)
    links, prev = [], start
    for number, said in enumerate(facts, start=1):
        links.append(Link(number, said, prev, link(prev, said)))
        prev = links[-1].hash
    assert first_broken(start, prev, links) is None

    at = data.draw(st.integers(0, len(links) - 1))
    other = data.draw(
        st.dictionaries(st.sampled_from("abc"), st.integers()).filter(lambda said: said != facts[at])
    )
    forged = [*links[:at], Link(at + 1, other, links[at].prev, links[at].hash), *links[at + 1 :]]
    assert first_broken(start, prev, forged) == at + 1
    assert first_broken(start, prev, links[:-1]) == len(links)
