"""Random pledge files that hold together, in the form of the file, and random ledgers to count."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from logger.domain.activities import Activity, Outcome
from logger.domain.pledge_files.rule_file import WEEKDAYS
from logger.domain.words.vocabulary import BUILT_IN

Document = dict[str, Any]
PLACES = ("a", "b", "c")
TERMS = [{"from": "01-10", "to": "06-12"}, {"from": "08-16", "to": "12-20"}]
SEASONS = st.sampled_from([[{"from": "06-01", "to": "08-31"}], [{"from": "11-01", "to": "03-31"}], TERMS])
PERIODS = ("day", "iso_week", "month", "quarter", "tertial", "half_year", "year", "pledge_year")
CLOCK = st.times().map(lambda at: f"{at:%H:%M}")
FIRST_DAYS = st.dates(date(2020, 1, 1), date(2022, 12, 31)).filter(
    lambda day: (day.month, day.day) != (2, 29)
)


def some(of: Any) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(of)), min_size=1, max_size=3, unique=True)


def simple_rules() -> st.SearchStrategy[Document]:
    return st.fixed_dictionaries(
        {},
        optional={
            "types": some(BUILT_IN.types),
            "focus": some(BUILT_IN.focuses),
            "performed_by": some(BUILT_IN.organisations),
            "jointly": some(BUILT_IN.organisations),
            "targeted": st.just(value=True),
            "min_people": st.integers(1, 3),
            "min_minutes": st.integers(1, 90),
            "places": some(PLACES),
            "place_kinds": some(BUILT_IN.place_kinds),
            "flagged": st.just(value=True),
        },
    )


def rules() -> st.SearchStrategy[Document]:
    windows = st.fixed_dictionaries(
        {},
        optional={
            "any_of": st.lists(simple_rules(), min_size=1, max_size=2),
            "except": simple_rules(),
            "weekdays": some(WEEKDAYS),
            "clock": st.fixed_dictionaries({"from": CLOCK, "to": CLOCK}),
            "seasons": SEASONS,
        },
    )
    return st.tuples(simple_rules(), windows).map(lambda parts: parts[0] | parts[1])


@st.composite
def pledge_documents(draw: st.DrawFn, most: int = 3) -> Document:
    """A pledge file as plain data, with every kind of target and key."""
    first = draw(FIRST_DAYS)
    last = first + timedelta(days=draw(st.integers(0, 800)))
    number = draw(st.integers(1, most))
    commitments = [draw(commitments_(f"c{at}", first, last)) for at in range(number)]
    return {
        "format": 1,
        "municipality": draw(st.from_regex(r"[0-9]{4}", fullmatch=True).filter(str.isascii)),
        "title": draw(words()),
        "valid": {"from": str(first), "to": str(last)},
        "focus_areas": [{"name": draw(words()), "commitments": commitments}],
        **draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "local_police_district": words(),
                    "signed": FIRST_DAYS.map(str),
                    "parties": some(BUILT_IN.organisations),
                },
            )
        ),
    }


@st.composite
def commitments_(draw: st.DrawFn, name: str, first: date, last: date) -> Document:
    counts = draw(rules())
    return {
        "id": name,
        "wording": draw(words()),
        "counts": counts,
        "target": draw(targets(counts, first, last)),
        **draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "label": words().filter(lambda text: len(text) <= 40),
                    "performers": some(BUILT_IN.organisations),
                    "responsible": some(BUILT_IN.organisations),
                },
            )
        ),
    }


@st.composite
def targets(draw: st.DrawFn, counts: Document, first: date, last: date) -> Document:
    kind = draw(st.sampled_from(sorted(_OF_KIND)))
    target: Document = {"kind": kind} | draw(_OF_KIND[kind])
    if kind in ("count", "sum", "hours", "coverage") and draw(st.booleans()):
        target["per"] = draw(st.sampled_from((*PERIODS, "season") if "seasons" in counts else PERIODS))
        if kind != "coverage" and draw(st.booleans()):
            target["judged"] = "average"
    if kind in ("count", "sum", "hours") and draw(st.booleans()):
        changes = draw(st.lists(st.dates(first, last), min_size=1, max_size=2, unique=True))
        target["revisions"] = [
            {"from": str(day), "at_least": draw(st.integers(1, 9)), "reason": draw(words())}
            for day in changes
        ]
    if draw(st.booleans()):
        begins = first + timedelta(days=draw(st.integers(-40, 400)))
        ends = begins + timedelta(days=draw(st.integers(0, 40)))
        target["pauses"] = [{"from": str(begins), "to": str(ends), "reason": draw(words())}]
    return target


def words() -> st.SearchStrategy[str]:
    """Text as people write it, with YAML's own characters in it."""
    characters = st.sampled_from("abcåäöÅ 0123456789:#-,'\"[]{}&*!|>%@`\n?=~")
    return st.text(characters, min_size=1, max_size=60).filter(lambda text: text.strip() == text)


_OF_KIND: dict[str, st.SearchStrategy[Document]] = {
    "count": st.fixed_dictionaries(
        {"at_least": st.integers(1, 60)}, optional={"unit": st.sampled_from(["day", "place"])}
    ),
    "sum": st.fixed_dictionaries(
        {"at_least": st.integers(1, 1000), "counter": st.sampled_from(sorted(BUILT_IN.counters))}
    ),
    "hours": st.fixed_dictionaries(
        {"at_least": st.one_of(st.integers(1, 60), st.integers(11, 90).map(lambda tenths: tenths / 10))},
        optional={"hours_as": st.just("person")},
    ),
    "coverage": st.fixed_dictionaries({}, optional={"at_least": st.integers(1, 3)}),
    "milestone": st.just({}),
    "increase": st.fixed_dictionaries({}, optional={"baseline": st.integers(0, 60)}),
    "ongoing": st.just({}),
    "reported": st.fixed_dictionaries({}, optional={"at_least": st.integers(1, 60)}),
}


@st.composite
def activities(draw: st.DrawFn, first: date = date(2021, 1, 1), last: date = date(2021, 4, 30)) -> Activity:
    """An activity that starts on one of the days, or within a day of them."""
    minutes = st.integers(-1440, (last - first).days * 1440 + 1440)
    started_at = datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(minutes=draw(minutes))
    length = draw(st.one_of(st.none(), st.integers(0, 600)))
    return Activity(
        id=f"a{draw(st.integers(0, 999_999)):06}",
        type=draw(st.sampled_from(["foot_patrol", "traffic_check", "presence"])),
        started_at=started_at,
        ended_at=None if length is None else started_at + timedelta(minutes=length),
        organisations=frozenset(draw(some(["police", "municipality"]))),
        focus=draw(st.frozensets(st.sampled_from(["speed", "school"]))),
        participants=tuple(draw(st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=2))),
        others=draw(st.integers(0, 2)),
        place=draw(st.sampled_from([None, *PLACES])),
        targeted=draw(st.booleans()),
        outcome=draw(st.sampled_from(Outcome)),
        counters=draw(st.dictionaries(st.sampled_from(["vehicles"]), st.integers(0, 50))),
        voided=draw(st.integers(0, 9)) == 0,
    )
