"""Terms: a code, its Swedish and English words, and the vocabulary that they make up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

Lang = Literal["sv", "en"]
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Term:
    """A code and its words.

    `sv` may carry soft hyphens, for narrow phones. `sv_text` and `en_text` are how it stands inside a
    sentence: an activity type in the plural ("trafikkontroller"), a kind of place with its preposition ("på
    vägar"), an organisation as written mid-sentence; where empty, the label serves. One that is `retired` is
    offered no more; what names it goes on to be read, and its code is never another's.
    """

    code: str
    sv: str
    en: str
    sv_text: str = ""
    en_text: str = ""
    retired: bool = field(default=False, kw_only=True)

    def label(self, lang: Lang = "sv") -> str:
        """The word by itself, as on a button, in lower case; Swedish with soft hyphens."""
        return self.sv if lang == "sv" else self.en

    def title(self, lang: Lang = "sv") -> str:
        """The label with a capital first letter."""
        label = self.label(lang)
        return label[:1].upper() + label[1:]

    def bare(self, lang: Lang = "sv") -> str:
        """The label without soft hyphens."""
        return self.label(lang).replace(SOFT_HYPHEN, "")

    def in_text(self, lang: Lang = "sv") -> str:
        """The word inside a sentence, without soft hyphens."""
        text = self.sv_text if lang == "sv" else self.en_text
        return text or self.bare(lang)


@dataclass(frozen=True, slots=True)
class ActivityType(Term):
    """A type of activity, with the focuses and counters offered for it.

    `sensitive` types appear in counts only: never in feeds, public lists, or plans outside the own
    organisation. Those `made_by_product` are logged by the product itself and offered to nobody.
    """

    focuses: tuple[Term, ...] = ()
    counters: tuple[Term, ...] = ()
    sensitive: bool = False
    made_by_product: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether anybody may log it from now on."""
        return not (self.made_by_product or self.retired)


def name_of_key(key: str) -> str:
    """A key as a name, for one that nobody has named yet: "bostads-ab" is Bostads ab."""
    words = key.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


AnyTerm = TypeVar("AnyTerm", bound=Term)


@dataclass(frozen=True)
class Vocabulary:
    """Every word by its code. Codes that are not here are unknown to pledge files."""

    types: Mapping[str, ActivityType]
    place_kinds: Mapping[str, Term]
    organisations: Mapping[str, Term]

    @classmethod
    def of(
        cls, types: Iterable[ActivityType], place_kinds: Iterable[Term], organisations: Iterable[Term]
    ) -> "Vocabulary":
        """A vocabulary of these terms, in this order."""
        return cls(_by_code(types), _by_code(place_kinds), _by_code(organisations))

    @cached_property
    def focuses(self) -> Mapping[str, Term]:
        """The focuses of all types."""
        return _by_code(focus for each in self.types.values() for focus in each.focuses)

    @cached_property
    def counters(self) -> Mapping[str, Term]:
        """The counters of all types."""
        return _by_code(counter for each in self.types.values() for counter in each.counters)


def _by_code(terms: Iterable[AnyTerm]) -> dict[str, AnyTerm]:
    return {term.code: term for term in terms}
