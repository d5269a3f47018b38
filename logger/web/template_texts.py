"""Reads the Swedish out of the templates as they are compiled, so that no text needs a mark to be translated.

What stands between two tags, or in an attribute that is read out, is one sentence; an expression in it is a
place: `<a href="…">Löften i {{ municipality }}</a>` becomes `{{ t("Löften i {0}", (municipality)) }}`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

# Attributes that are shown or read out.
SPOKEN_ATTRIBUTES = frozenset({"aria-label", "aria-description", "title", "alt", "placeholder"})

_LETTER = re.compile(r"[^\W\d_]")
_IN_TAG = re.compile(r'([\w:-]+)="|>')


class TemplateTexts(Extension):
    """Puts a call of `t` in the place of every sentence of every template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens with the sentences exchanged."""
        for piece in _pieces(stream):
            yield from piece.called() if isinstance(piece, Sentence) else piece


def sentences(stream: TokenStream) -> list[str]:
    """Every sentence of a template, as the dictionary is asked for it."""
    return [piece.key for piece in _pieces(stream) if isinstance(piece, Sentence)]


@dataclass
class Sentence:
    """A text between two tags, with the expressions in it."""

    line: int
    parts: list[str | list[Token]] = field(default_factory=list)

    @property
    def is_spoken(self) -> bool:
        """Whether there is a word in it; a macro that gives attributes is no sentence."""
        texts = [part for part in self.parts if isinstance(part, str)]
        return any(_LETTER.search(text) for text in texts) and not any('="' in text for text in texts)

    @property
    def key(self) -> str:
        """The sentence with numbered places, and its spaces made single: "Löften i {0}"."""
        return re.sub(r"[ \t\n]+", " ", self._text()).strip()

    def called(self) -> Iterator[Token]:
        """The sentence as a call of `t`, within the spaces it stood in."""
        text = self._text()
        start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        yield from self._tokens(("data", start), ("variable_begin", "{{"), ("name", "t"), ("lparen", "("))
        yield from self._tokens(("string", self.key))
        for place in self._places():
            yield from self._tokens(("comma", ","), ("lparen", "("))
            yield from place
            yield from self._tokens(("rparen", ")"))
        yield from self._tokens(("rparen", ")"), ("variable_end", "}}"), ("data", end))

    def as_it_stood(self) -> list[Token]:
        """The tokens of what is no sentence, unchanged."""
        found: list[Token] = []
        for part in self.parts:
            if isinstance(part, str):
                found += self._tokens(("data", part))
            else:
                found += [
                    *self._tokens(("variable_begin", "{{")),
                    *part,
                    *self._tokens(("variable_end", "}}")),
                ]
        return found

    def _places(self) -> list[list[Token]]:
        return [part for part in self.parts if not isinstance(part, str)]

    def _text(self) -> str:
        numbers = iter(range(len(self.parts)))
        return "".join(part if isinstance(part, str) else f"{{{next(numbers)}}}" for part in self.parts)

    def _tokens(self, *kinds: tuple[str, str]) -> list[Token]:
        return [Token(self.line, kind, value) for kind, value in kinds if kind != "data" or value]


def _pieces(stream: TokenStream) -> Iterator[Sentence | list[Token]]:
    """The template as sentences and as tokens that pass."""
    reader = _Reader()
    tokens = iter(stream)
    for token in tokens:
        if token.type == "data":
            yield from reader.read(token)
        elif token.type == "variable_begin":
            yield from reader.take(token, _until(tokens, "variable_end"))
        elif token.type == "block_begin":
            yield from reader.end()
            yield [token, *_until(tokens, "block_end")]
        else:
            yield [token]
    yield from reader.end()


def _until(tokens: Iterator[Token], end: str) -> list[Token]:
    found = []
    for token in tokens:
        found.append(token)
        if token.type == end:
            break
    return found


class _Reader:
    """Where in the HTML the reading is: in a text, in a tag, or in the value of an attribute."""

    def __init__(self) -> None:
        self.place = "text"
        self.sentence = Sentence(0)

    @property
    def listens(self) -> bool:
        """Whether what comes now is shown or read out."""
        return self.place in ("text", "spoken")

    def read(self, token: Token) -> Iterator[Sentence | list[Token]]:
        rest = token.value
        while rest:
            said, mark, rest, place = self._step(rest)
            if said and self.listens:
                self._add(token.lineno, said)
            elif said:
                yield [Token(token.lineno, "data", said)]
            if mark:
                yield from self.end()
                yield [Token(token.lineno, "data", mark)]
            self.place = place

    def take(self, begin: Token, rest: list[Token]) -> Iterator[Sentence | list[Token]]:
        """An expression: a place in the sentence, unless it calls a macro, which draws by itself."""
        is_call = len(rest) > 1 and rest[0].type == "name" and rest[1].type == "lparen"
        if self.listens and not is_call:
            self._add(begin.lineno, rest[:-1])
        else:
            yield from self.end()
            yield [begin, *rest]

    def end(self) -> Iterator[Sentence | list[Token]]:
        """The sentence so far is whole."""
        sentence, self.sentence = self.sentence, Sentence(0)
        if sentence.is_spoken:
            yield sentence
        elif sentence.parts:
            yield sentence.as_it_stood()

    def _add(self, line: int, part: str | list[Token]) -> None:
        self.sentence.line = self.sentence.line or line
        self.sentence.parts.append(part)

    def _step(self, text: str) -> tuple[str, str, str, str]:
        """What is said up to the next mark, the mark, what follows it, and where that stands."""
        if self.place == "tag":
            found = _IN_TAG.search(text)
            if not found:
                return text, "", "", "tag"
            name = found[1]
            after = "text" if name is None else "spoken" if name in SPOKEN_ATTRIBUTES else "value"
            return text[: found.start()], found[0], text[found.end() :], after
        mark, after = ("<", "tag") if self.place == "text" else ('"', "tag")
        said, found_mark, rest = text.partition(mark)
        return said, found_mark, rest, after if found_mark else self.place
