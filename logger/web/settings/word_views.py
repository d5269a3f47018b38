"""The word list as its pages print it: the types with what may be said of each, and the kinds of place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from logger.domain.terms import SOFT_HYPHEN, ActivityType, Term, Vocabulary
from logger.domain.words.word_list import PARTED, Use, Wording, WordKey, WordKind
from logger.services.word_list import OpenedWord, version_of
from logger.web.texts import spoken, t
from logger.web.words import capital

ADDRESS = "/installningar/ordlista"
RETIRE, BRING_BACK = "/installningar/ta-ur-bruk", "/installningar/ta-i-bruk"
WAYS = {
    WordKind.TYPE: "typ",
    WordKind.FOCUS: "fokus",
    WordKind.COUNTER: "antal",
    WordKind.PLACE_KIND: "platsslag",
}
KINDS = {way: kind for kind, way in WAYS.items()}
NAMES = {
    WordKind.TYPE: "Aktivitetstyp",
    WordKind.FOCUS: "Fokus",
    WordKind.COUNTER: "Antal som räknas",
    WordKind.PLACE_KIND: "Slag av plats",
}
IN_TEXT = {
    WordKind.TYPE: "I en mening, i flertal: ”minst 52 …”",
    WordKind.COUNTER: "I en mening, i flertal",
    WordKind.FOCUS: "I en mening",
    WordKind.PLACE_KIND: "I en mening, med förled: ”på skolor”",
}


@dataclass(frozen=True, slots=True)
class WordLink:
    """A word of the list."""

    text: str
    href: str
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class TypeView:
    """A type with its focuses and counters, and where another is added; empty for the product's own."""

    word: WordLink
    focuses: tuple[WordLink, ...]
    counters: tuple[WordLink, ...]
    add_focus: str
    add_counter: str


@dataclass(frozen=True, slots=True)
class WordListPage:
    """The whole list."""

    types: tuple[TypeView, ...]
    place_kinds: tuple[WordLink, ...]
    add_type: str
    add_place_kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a form was answered."""

    status: int = 200
    problem: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class WordPage:
    """One word in its form, or a new one; `retire` and `bring_back` are where that is done, empty if not."""

    title: str
    kind: str
    within: str
    action: str
    wording: Wording
    is_type: bool
    in_text: str
    code: str
    version: str
    retired: bool
    retire: str
    bring_back: str
    uses: tuple[Use, ...]
    told: Told


def word_list_page(words: Vocabulary) -> WordListPage:
    """The list in words."""
    return WordListPage(
        types=tuple(map(_type, words.types.values())),
        place_kinds=_links(WordKind.PLACE_KIND, words.place_kinds.values()),
        add_type=_new(WordKind.TYPE),
        add_place_kind=_new(WordKind.PLACE_KIND),
    )


def word_page(opened: OpenedWord, wording: Wording | None, told: Told) -> WordPage:
    """The form over a word, as it stands or as it was typed."""
    key, term = opened.key, opened.term
    own = isinstance(term, ActivityType) and term.made_by_product
    here = address_of(key)
    return WordPage(
        title=capital(term.bare(spoken())),
        kind=t(NAMES[key.kind]),
        within=capital(opened.words.types[key.of_type].bare(spoken())) if key.of_type else "",
        action=here,
        wording=wording or typed(term),
        is_type=key.kind is WordKind.TYPE,
        in_text=t(IN_TEXT[key.kind]),
        code=key.code,
        version=version_of(term),
        retired=term.retired,
        retire="" if term.retired or own else here.replace(ADDRESS, RETIRE),
        bring_back=here.replace(ADDRESS, BRING_BACK) if term.retired else "",
        uses=opened.uses,
        told=told,
    )


def new_word_page(kind: WordKind, of_type: Term | None, wording: Wording, told: Told) -> WordPage:
    """The form for a word that is not there yet."""
    return WordPage(
        title=t("Lägg till: {0}", t(NAMES[kind]).lower()),
        kind=t(NAMES[kind]),
        within=capital(of_type.bare(spoken())) if of_type else "",
        action=_new(kind, of_type.code if of_type else ""),
        wording=wording,
        is_type=kind is WordKind.TYPE,
        in_text=t(IN_TEXT[kind]),
        code="",
        version="",
        retired=False,
        retire="",
        bring_back="",
        uses=(),
        told=told,
    )


def typed(term: Term) -> Wording:
    """A word as it stands in its form, its soft hyphens as dots that can be seen."""
    return Wording(
        term.sv.replace(SOFT_HYPHEN, PARTED),
        term.en,
        term.sv_text,
        term.en_text,
        sensitive=isinstance(term, ActivityType) and term.sensitive,
    )


def address_of(key: WordKey) -> str:
    """Where a word is: its kind, for a focus or a counter its type, and its code."""
    return "/".join(part for part in (ADDRESS, WAYS[key.kind], key.of_type, key.code) if part)


def _new(kind: WordKind, of_type: str = "") -> str:
    return f"{ADDRESS}/ny/{WAYS[kind]}" + (f"/{of_type}" if of_type else "")


def _type(kind: ActivityType) -> TypeView:
    own = kind.made_by_product
    return TypeView(
        word=_links(WordKind.TYPE, [kind])[0],
        focuses=_links(WordKind.FOCUS, kind.focuses, kind.code),
        counters=_links(WordKind.COUNTER, kind.counters, kind.code),
        add_focus="" if own else _new(WordKind.FOCUS, kind.code),
        add_counter="" if own else _new(WordKind.COUNTER, kind.code),
    )


def _links(kind: WordKind, terms: Iterable[Term], of_type: str = "") -> tuple[WordLink, ...]:
    return tuple(
        WordLink(
            capital(each.bare(spoken())),
            address_of(WordKey(kind, each.code, of_type)),
            each.code,
            _state(each),
        )
        for each in terms
    )


def _state(term: Term) -> str:
    own = isinstance(term, ActivityType) and term.made_by_product
    sensitive = isinstance(term, ActivityType) and term.sensitive
    said = (
        t("ur bruk") if term.retired else "",
        t("känslig") if sensitive else "",
        t("Fältloggs egen") if own else "",
    )
    return " · ".join(filter(None, said))
