"""PDF read back: its words in the order of reading, its tags, and what it says of itself."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

NO_BREAK = "\u00a0"


def opened(pdf: bytes) -> PdfReader:
    """The document."""
    return PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    """All its text in the order of its content, with single spaces and hyphenated words whole."""
    text = " ".join(page.extract_text() for page in opened(pdf).pages)
    return " ".join(text.replace("\u00ad", "").replace(NO_BREAK, " ").replace("-\n", "").split())


def tags_of(pdf: bytes) -> list[tuple[str, str]]:
    """Every element of the structure in the order of reading: its kind, and the words of a picture."""
    return [
        (str(each["/S"]).removeprefix("/"), str(each.get("/Alt", ""))) for each in _walked(_structure(pdf))
    ]


def languages_of(pdf: bytes) -> set[tuple[str, str]]:
    """The elements that are in a language of their own, by kind."""
    told = (each for each in _walked(_structure(pdf)) if "/Lang" in each)
    return {(str(each["/S"]).removeprefix("/"), str(each["/Lang"])) for each in told}


def _structure(pdf: bytes) -> Any:
    return opened(pdf).root_object["/StructTreeRoot"]


def _walked(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _walked(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        yield from _walked(node.get("/K", []))
