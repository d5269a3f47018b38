"""The form of a pledge's heading: its name, how long it holds, and between whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from logger.domain.drafting.draft_reading import Known, read_draft
from logger.domain.drafting.pledge_drafts import with_heading
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.terms import Vocabulary, name_of_key
from logger.web.activities.correction_form import Choice
from logger.web.pledges.draft_faults import by_field
from logger.web.pledges.typed import Typed, codes, text
from logger.web.texts import spoken, t
from logger.web.words import capital

LONGEST_TITLE = 200
FIELDS = ("title", "valid", "valid.from", "valid.to", "signed", "parties")


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """The fields as they stand; `faults` by field."""

    title: str
    first: str
    last: str
    signed: str
    parties: tuple[Choice, ...]
    other: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


def heading_in(form: Typed) -> Document:
    """The heading as typed; third parties that nobody has named before get a key of their own."""
    others = [_key(each) for each in form.get("other_parties", "").split(",")]
    return {
        "title": text(form, "title"),
        "valid": {"from": text(form, "valid.from"), "to": text(form, "valid.to")},
        "signed": text(form, "signed"),
        "parties": list(dict.fromkeys([*codes(form, "parties"), *filter(None, others)])),
    }


def faults_in(draft: Document, heading: Document, known: Known) -> dict[str, str]:
    """What is wrong with the heading, by field; what is wrong further down is another form's."""
    faults = by_field(read_draft(with_heading(draft, heading), known).faults)
    found = {name: said for name, said in faults.items() if name in FIELDS}
    if len(heading["title"]) > LONGEST_TITLE:
        found["title"] = t("Namnet får vara högst {0} tecken.", LONGEST_TITLE)
    if not heading["title"]:
        found["title"] = t("Skriv vad löftet heter.")
    return found


def heading_form(
    heading: Document, words: Vocabulary, faults: Mapping[str, str] | None = None
) -> HeadingForm:
    """The form over a heading."""
    valid: Mapping[str, Any] = heading.get("valid", {})
    chosen = list(heading.get("parties", ()))
    return HeadingForm(
        str(heading.get("title", "")),
        str(valid.get("from", "")),
        str(valid.get("to", "")),
        str(heading.get("signed") or ""),
        organisation_choices(words, chosen, chosen),
        faults=faults or {},
    )


def organisation_choices(words: Vocabulary, chosen: list[str], parties: list[str]) -> tuple[Choice, ...]:
    """Every organisation that is known, and the pledge's own parties besides."""
    names = {code: capital(term.in_text(spoken())) for code, term in words.organisations.items()}
    names |= {code: name_of_key(code) for code in parties if code not in names}
    return tuple(Choice(code, name, code in chosen) for code, name in names.items())


def _key(name: str) -> str:
    words = "".join(each if each.isalnum() else " " for each in name.lower())
    return "-".join(words.split())[:40]
