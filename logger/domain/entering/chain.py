"""The audit chain: each row of a municipality's ledger carries the hash of the one before it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

SALT_BYTES = 16
_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Link:
    """A row as the chain sees it: its number, the facts it vouches for, and the two hashes it carries."""

    server_seq: int
    facts: Mapping[str, Any]
    prev: str
    hash: str


def genesis(municipality: str, epoch: str) -> str:
    """What the first row of a ledger follows on: no two histories of a database begin alike."""
    return _sha256(f"{municipality}\n{epoch}".encode())


def link(prev: str, facts: Mapping[str, Any]) -> str:
    """The hash of a row, in hex: over the hash before it and the row's facts in one canonical form."""
    return _sha256(f"{prev}\n{_canonical(facts)}".encode())


def salted(salt: bytes, body: bytes) -> str:
    """The digest that vouches for a body, in hex: without the salt a short note cannot be guessed from it."""
    return _sha256(salt + body)


def first_broken(start: str, head: str, links: Iterable[Link]) -> int | None:
    """The number of the first row that does not follow from the rows before it; None where the chain holds.

    `start` is the ledger's genesis, `head` the hash that its counter vouches for: rows cut off at the end are
    named by the number after the last one there.
    """
    prev, number = start, 0
    for each in links:
        number += 1
        if each.server_seq != number or each.prev != prev or each.hash != link(prev, each.facts):
            return number
        prev = each.hash
    return None if prev == head else number + 1


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()
