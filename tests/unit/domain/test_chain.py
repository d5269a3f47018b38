"""The audit chain: what a row's hash vouches for, and what a body's digest keeps to itself."""

from hashlib import sha256

from logger.domain.entering.chain import Link, first_broken, genesis, link, salted

START = genesis("1814", "an epoch")


def chain(*told: str) -> list[Link]:
    links: list[Link] = []
    for number, what in enumerate(told, start=1):
        prev = links[-1].hash if links else START
        facts = {"what": what}
        links.append(Link(number, facts, prev, link(prev, facts)))
    return links


def test_the_same_row_after_another_one_has_another_hash():
    assert link("a" * 64, {"what": "a walk"}) != link("b" * 64, {"what": "a walk"})


def test_a_row_that_was_exchanged_for_one_of_another_history_breaks_the_chain():
    ours, theirs = chain("a walk", "a check"), chain("a visit", "a check")

    # Told alike and at the same place, but vouching for another beginning.
    assert first_broken(START, theirs[1].hash, [ours[0], theirs[1]]) == 2
    assert ours[1].hash != theirs[1].hash


def test_a_body_cannot_be_guessed_from_its_digest():
    body = b"Lugnt"

    assert len({salted(b"1" * 16, body), salted(b"2" * 16, body), sha256(body).hexdigest()}) == 3
