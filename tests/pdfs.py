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
    root: Any = opened(pdf).root_object["/StructTreeRoot"]
    return list(_walked(root))


def _walked(node: Any) -> Iterator[tuple[str, str]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _walked(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]).removeprefix("/"), str(node.get("/Alt", ""))
        yield from _walked(node.get("/K", []))
