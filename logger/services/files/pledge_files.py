"""Pledge files as text: YAML (or JSON, which is YAML too) to a pledge and back."""

import re
from collections.abc import Container
from typing import Any

import yaml

from logger.domain.pledge_files.faults import Fault, PledgeFileFaults
from logger.domain.pledge_files.nodes import Entry, Listing, Nature, Node, Scalar, Table
from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.pledge_files.pledge_file import read_pledge
from logger.domain.pledges import Pledge
from logger.domain.terms import Vocabulary

LARGEST = 1_000_000
DEEPEST = 20

_NOT_IN_A_FILE = "ett tecken får inte finnas i filen"
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
# What a raw character may not be, an escape such as \u0000 must not be either: XML, and so the feed, can hold
# none of them, and what turns the line would show another promise than the one that is approved.
_UNSHOWN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_TAG = "tag:yaml.org,2002:"
_NATURES = {
    f"{_TAG}int": Nature.NUMBER,
    f"{_TAG}float": Nature.NUMBER,
    f"{_TAG}bool": Nature.TRUTH,
    f"{_TAG}null": Nature.NOTHING,
}


def read_pledge_text(text: str, vocabulary: Vocabulary, places: Container[str] | None = None) -> Pledge:
    """The pledge written in the text.

    `places` are the ids of the municipality's places; where they are not given, places are not checked.
    Raises PledgeFileFaults with every fault by line.
    """
    return read_pledge(_nodes(text), vocabulary, places)


def pledge_text(pledge: Pledge) -> str:
    """The pledge as YAML; reading it again gives the same pledge."""
    return yaml.dump(pledge_document(pledge), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


class _Unfit(Exception):
    """The text cannot be made into nodes at all."""

    def __init__(self, mark: yaml.Mark | None, message: str) -> None:
        self.fault = Fault(mark.line + 1 if mark else 1, message)
        super().__init__(message)


class _Loader(yaml.SafeLoader):
    """Composes nodes only: no objects are made, no alias is followed, no depth is bottomless."""

    depth = 0

    def only_node(self) -> yaml.Node:
        """The root of the one document in the text."""
        root = self.get_single_node()
        if root is None:
            raise _Unfit(None, "filen är tom")
        return root

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unfit(event.start_mark, "hänvisningar med & och * går inte att använda här")
        if self.depth > DEEPEST:
            raise _Unfit(event.start_mark, "för många nivåer i varandra")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their key, as people do."""

    def increase_indent(self, flow: bool = False, *_: Any, **__: Any) -> None:  # noqa: FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _nodes(text: str) -> Node:
    if len(text) > LARGEST:
        raise PledgeFileFaults([Fault(1, "filen är för stor för att vara ett löfte")])
    try:
        return _node(_Loader(_without_tabs_before_json(text)).only_node())
    except _Unfit as unfit:
        raise PledgeFileFaults([unfit.fault]) from None
    except yaml.MarkedYAMLError as error:
        raise PledgeFileFaults([_syntax_fault(error)]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise PledgeFileFaults([Fault(line, _NOT_IN_A_FILE)]) from error


def _without_tabs_before_json(text: str) -> str:
    """JSON may be indented by tabs, YAML not; no JSON string goes over a line break."""
    return _INDENT.sub(lambda indent: " " * len(indent[0]), text) if text.lstrip().startswith("{") else text


def _node(node: yaml.Node) -> Node:
    line = node.start_mark.line + 1
    match node:
        case yaml.MappingNode():
            return Table(line, tuple(_entry(key, value) for key, value in node.value))
        case yaml.SequenceNode():
            return Listing(line, tuple(_node(item) for item in node.value))
        case _:
            return Scalar(line, _whole_characters(node), _NATURES.get(node.tag, Nature.TEXT))


def _entry(key: yaml.Node, value: yaml.Node) -> Entry:
    if not isinstance(key, yaml.ScalarNode):
        raise _Unfit(key.start_mark, "en nyckel ska vara ett ord")
    return Entry(key.start_mark.line + 1, _whole_characters(key), _node(value))


def _whole_characters(node: yaml.Node) -> str:
    r"""The scalar's text; JSON writes characters beyond the first plane as pairs (\ud83d\ude00)."""
    text: str = node.value
    try:
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise _Unfit(node.start_mark, "ett tecken är trasigt") from None
    if _UNSHOWN.search(whole):
        raise _Unfit(node.start_mark, _NOT_IN_A_FILE)
    return whole


def _syntax_fault(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    if error.context == "expected a single document in the stream":
        return Fault(line, "filen ska innehålla ett enda löfte")
    if "\\t" in (error.problem or ""):
        return Fault(line, "tabbtecken går inte att använda för indrag; använd mellanslag")
    return Fault(line, "raden går inte att läsa som YAML; se över indrag, kolon och citattecken")
