"""What the server must tell a phone of itself, and no other: the answers are held against it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from logger.domain.phones.devices import CLOCK_IS_OFF
from tests.simulation.kept import Item
from tests.simulation.server import Server

TOLD = {
    "stream_cloned": "told: the profile was cloned",
    "storage_lost": "told: the storage was lost",
    "clock_off": "told: the clock is off",
}


@dataclass(frozen=True, slots=True)
class Post:
    """A request as it was once made, to be made again; `knows_nothing`: by a phone that has just begun."""

    path: str
    body: bytes
    secret: str
    batch: list[Item]
    stream_id: str
    clock: float
    knows_nothing: bool


class Notices:
    """Remembers who sent in which session, and the numbers of streams that more than one phone uses."""

    def __init__(
        self, server: Server, must: Callable[[object, str], None], count: Callable[[str], None]
    ) -> None:
        self.server = server
        self.must = must
        self.count = count
        self._senders: dict[str, str] = {}  # the stream that sent last, by the session's secret
        self._numbered: dict[str, dict[int, set[str]]] = {}

    def signed_in(self, secret: str) -> None:
        """A session begins in which nobody has sent."""
        self._senders.pop(secret, None)

    def cloned(self, stream_id: str) -> None:
        """From now on two phones number what they save in this stream."""
        self._numbered[stream_id] = self._there(stream_id)

    def restored(self) -> None:
        """The database is what it was, and everybody has to sign in anew."""
        self._senders.clear()
        for stream_id in self._numbered:
            self._numbered[stream_id] = self._there(stream_id)

    def answered(self, post: Post, answer: dict[str, Any]) -> None:
        """A batch was answered, whether or not anybody gets to hear it."""
        due = {
            "stream_cloned": self._is_taken(post),
            "storage_lost": self._is_cleared(post),
            "clock_off": abs(round(int(post.clock) - self.server.now)) > CLOCK_IS_OFF,
        }
        told = {notice["code"]: notice for notice in answer["notices"]}
        for code, is_due in due.items():
            self.must((code in told) == is_due, f"{code} was {'not ' * is_due}told to {post.stream_id}")
            if code in told:
                self.count(TOLD[code])
        if due["storage_lost"] and "storage_lost" in told:
            named = told["storage_lost"]["stream_id"]
            self.must(named == self._senders[post.secret], f"storage_lost names {named}")
        self._note(post)
        self.entered(post.stream_id, post.batch, answer["results"])

    def entered(self, stream_id: str, batch: Iterable[Item], results: Iterable[dict[str, Any]]) -> None:
        """What of the batch has its numbers in the stream from now on."""
        numbers = self._numbered.get(stream_id)
        if numbers is not None:
            for item, result in zip(batch, results, strict=False):  # that all are there is seen elsewhere
                if "server_seq" in result and "duplicate" not in result:
                    numbers[item.seq].add(item.op_id)

    def unanswered(self, post: Post) -> None:
        """The server died, before its commit or after: it remembers what of the batch is in its database."""
        if (stream_id := self.server.last_stream_of(post.secret)) is None:
            self._senders.pop(post.secret, None)
        else:
            self._senders[post.secret] = stream_id
        if post.stream_id in self._numbered:
            self.cloned(post.stream_id)

    def _note(self, post: Post) -> None:
        if not self._is_cleared(post):  # one that was is told until an answer has come through
            self._senders[post.secret] = post.stream_id

    def _is_taken(self, post: Post) -> bool:
        numbers = self._numbered.get(post.stream_id)
        return numbers is not None and any(numbers[item.seq] - {item.op_id} for item in post.batch)

    def _is_cleared(self, post: Post) -> bool:
        before = self._senders.get(post.secret)
        return before is not None and before != post.stream_id and post.knows_nothing

    def _there(self, stream_id: str) -> dict[int, set[str]]:
        numbers: dict[int, set[str]] = defaultdict(set)
        for seq, op_id in self.server.numbered(stream_id):
            numbers[seq].add(op_id)
        return numbers
