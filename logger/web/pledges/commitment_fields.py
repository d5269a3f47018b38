"""The form of a commitment as the pledge file's plain data: each field's name is its path in the file."""

from collections.abc import Iterator, Mapping
from typing import Any

from logger.domain.personal_data import Level, judge
from logger.domain.pledge_files.pledge_export import Document
from logger.domain.pledge_files.rule_file import WEEKDAYS
from logger.domain.pledge_files.target_keys import KEYS, Kind
from logger.web.pledges.typed import Typed, codes, month_day, number, text
from logger.web.texts import t

CODES = ("types", "focus", "performed_by", "jointly", "places", "place_kinds")
MOST_ROWS = 60
LONGEST = {"wording": 4000, "reason": 200}


def commitment_in(form: Typed) -> Document:
    """The commitment as typed. What is left empty is not there; what cannot be read stays as typed."""
    return _given({
        "id": text(form, "id"),
        "wording": text(form, "wording"),
        "label": text(form, "label"),
        "performers": codes(form, "performers"),
        "responsible": codes(form, "responsible"),
        "valid": _given({bound: text(form, f"valid.{bound}") for bound in ("from", "to")}),
        "counts": _rule(form, "counts"),
    }) | {"target": _target(form)}  # fmt: skip


def unfit(commitment: Document) -> dict[str, str]:
    """Texts that are longer than anybody reads, and public reasons that point out a person, by field."""
    found = {}
    if len(commitment.get("wording", "")) > LONGEST["wording"]:
        found["wording"] = t("Ordalydelsen får vara högst {0} tecken.", LONGEST["wording"])
    for key in ("revisions", "pauses"):
        for index, row in enumerate(commitment.get("target", {}).get(key, ())):
            if said := _unfit_reason(row.get("reason", "")):
                found[f"target.{key}.{index}.reason"] = said
    return found


def _unfit_reason(reason: str) -> str:
    if len(reason) > LONGEST["reason"]:
        return t("Skälet får vara högst {0} tecken.", LONGEST["reason"])
    if judge(reason).level is Level.BLOCK:
        return t("Skälet ser ut att innehålla en personuppgift. Medborgarna läser det.")
    return ""


def _rule(form: Typed, prefix: str, *, inner: bool = False) -> Document:
    rule: Document = {key: codes(form, f"{prefix}.{key}") for key in CODES}
    rule |= {key: f"{prefix}.{key}" in form for key in ("targeted", "flagged")}
    rule |= {key: number(form, f"{prefix}.{key}") for key in ("min_people", "min_minutes")}
    options = [_rule(form, row, inner=True) for row in _rows(form, f"{prefix}.any_of")]
    rule["any_of"] = [each for each in options if each]
    if f"{prefix}.except.min_people" in form:
        rule["except"] = _rule(form, f"{prefix}.except", inner=True)
    return _given(rule if inner else rule | _times(form, prefix))


def _times(form: Typed, prefix: str) -> Document:
    days = [day for day in WEEKDAYS if day in form.getlist(f"{prefix}.weekdays[]")]
    clock = _given({bound: text(form, f"{prefix}.clock.{bound}") for bound in ("from", "to")})
    seasons = [
        _given({bound: month_day(form, f"{row}.{bound}") for bound in ("from", "to")})
        for row in _rows(form, f"{prefix}.seasons")
    ]
    return {"weekdays": days, "clock": clock, "seasons": [each for each in seasons if each]}


def _target(form: Typed) -> Document:
    """Only what belongs to the kind: the fields of the others are in the form, and hidden."""
    typed = text(form, "target.kind")
    kind = next((each for each in Kind if each == typed), None)
    values: Document = {"kind": typed}
    for key in KEYS[kind] if kind else ():
        values[key] = values.get(key) or _value(form, key)
    return {key: value for key, value in values.items() if key == "kind" or value not in _NOTHING}


def _value(form: Typed, key: str) -> Any:
    match key:
        case "at_least" | "baseline":
            return number(form, f"target.{key}")
        case "judged":
            return "average" if "target.judged" in form else ""
        case "revisions" | "pauses":
            return list(_dated_rows(form, f"target.{key}"))
        case _:
            return text(form, f"target.{key}")


def _dated_rows(form: Typed, prefix: str) -> Iterator[Document]:
    for row in _rows(form, prefix):
        values: Mapping[str, Any] = {
            "from": text(form, f"{row}.from"),
            "to": text(form, f"{row}.to"),
            "at_least": number(form, f"{row}.at_least"),
            "reason": text(form, f"{row}.reason"),
        }
        if given := _given(values):
            yield given


def _rows(form: Typed, prefix: str) -> list[str]:
    """The prefixes of a list's rows, as far as the form has any."""
    found = []
    for index in range(MOST_ROWS):
        row = f"{prefix}.{index}"
        if not any(name.startswith(f"{row}.") for name in form):
            break
        found.append(row)
    return found


_NOTHING: tuple[Any, ...] = ("", [], {}, None)


def _given(values: Mapping[str, Any]) -> Document:
    return {key: value for key, value in values.items() if value not in _NOTHING and value is not False}
