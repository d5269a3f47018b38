"""What stands around every page of the desk: whose figures, which pages, who is signed in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A municipality's pledge that can be opened instead."""

    municipality: str
    title: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the desk in the list to the left."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page."""

    municipality: str
    pledge_title: str
    choices: tuple[Choice, ...]
    pages: tuple[PageLink, ...]
    person: str
    role: str
