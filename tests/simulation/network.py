"""The way between a phone and the server, with every fault that may happen on it, each counted."""

import random
from collections import Counter
from collections.abc import Callable

import msgspec

from tests.simulation.answers import Raw
from tests.simulation.calling import Reply
from tests.simulation.kept import Item
from tests.simulation.mix import ON_THE_WAY
from tests.simulation.notices import Notices, Post
from tests.simulation.oracle import Oracle
from tests.simulation.phone import Phone, encode, written
from tests.simulation.server import Server

_NAMES, _WEIGHTS = list(ON_THE_WAY), list(ON_THE_WAY.values())
_TOTAL = sum(_WEIGHTS) / 1000
SYNC = "/api/v1/sync"


class FaultyNetwork:
    """Carries what phones send to the server, or does not."""

    def __init__(self, server: Server, oracle: Oracle, notices: Notices, chance: random.Random) -> None:
        self.server = server
        self.oracle = oracle
        self.notices = notices
        self.chance = chance
        self.fired: Counter[str] = Counter()
        self.owed: list[str] = []
        self.calm = False
        self.requests = 0
        self.sent = self.wire = 0
        self.late: list[Post] = []
        self._deeds: dict[str, Callable[[Phone, Post], Raw | None]] = {
            "request lost": lambda _phone, _post: None,
            "answer lost after commit": self._lose_answer,
            "server killed before commit": lambda _phone, post: self._kill("before", post),
            "server killed after commit": lambda _phone, post: self._kill("after", post),
            "phone dies before the receipt is stored": self._kill_phone("before the receipt is stored"),
            "phone dies after the receipt is stored": self._kill_phone("after the receipt is stored"),
            "replayed POST": self._replay,
            "reordered": self._delay,
            "truncated JSON": self._truncate,
            "corrupt JSON": self._corrupt,
            "captive portal 200": self._portal,
            "502 HTML": lambda _phone, _post: Raw(502, None),
            "413": lambda _phone, _post: Raw(413, None),
            "503": lambda _phone, _post: Raw(503, {"code": "busy"}, 30.0),
            "one-way partition": self._deafen,
            "stalled": self._stall,
            "out of reach": self._take_away,
            "other user's session": self._send_as_another,
        }

    def post(self, phone: Phone, path: str, body: bytes, batch: list[Item]) -> Raw | None:
        """Send, and wait for what comes back."""
        stream_id, secret = phone.disk.stream_id, phone.handset.secret
        post = Post(path, body, secret, batch, stream_id, phone.clock, phone.disk.knows_nothing())
        if self.calm:
            return self._arrive(post)
        handset = phone.handset
        if phone.now < handset.offline_until:
            return None
        if phone.now < handset.deaf_until:
            self._lose_answer(phone, post)
            return None
        if self.late and self.chance.random() < 0.5:
            self._arrive(self.late.pop())
        if self.owed:
            return self._pay(phone, post)
        if self.chance.random() >= _TOTAL:
            return self._arrive(post)
        return self._go_wrong(self.chance.choices(_NAMES, _WEIGHTS)[0], phone, post)

    def owe(self) -> None:
        """What has not happened by now happens next."""
        self.owed = [name for name in ON_THE_WAY if not self.fired[name]]

    def post_late(self) -> None:
        """What was long given up arrives."""
        self._reply(self.late.pop())

    def bring_in(self, stream_id: str, items: list[Item], secret: str, phone: Phone) -> None:
        """A rescue file of another phone; everything in it is settled, and nothing of it counts at once."""
        numbers = {"protocol": 1, "batch_id": phone.new_id(4), "stream_id": stream_id}
        file = {**numbers, "made_at": written(phone.now), "ops": [item.sent() for item in items]}
        reply = self.server.request("POST", "/api/v1/sync/rescue", encode(file), secret)
        self.oracle.must(reply.status == 200, f"a rescue file was answered {reply.status}: {reply.data!r}")
        if reply.status == 200:
            results = msgspec.json.decode(reply.data)["results"]
            self.notices.entered(stream_id, items, results)
            self.oracle.brought_in(items, results)

    def _pay(self, phone: Phone, post: Post) -> Raw | None:
        raw = self._go_wrong(self.owed[0], phone, post)
        self.owed = [name for name in self.owed if not self.fired[name]]
        return raw

    def _go_wrong(self, fault: str, phone: Phone, post: Post) -> Raw | None:
        self.fired[fault] += 1
        return self._deeds[fault](phone, post)

    def _arrive(self, post: Post) -> Raw:
        reply = self._reply(post)
        return _read(reply)

    def _reply(self, post: Post) -> Reply:
        self.requests += 1
        self.wire += len(post.body)
        self.sent += len(post.batch)
        reply = self.server.request("POST", post.path, post.body, post.secret)
        if reply.status >= 500:
            self.oracle.must(self.server.died, f"the server answered {reply.status} to {post.path} by itself")
        if post.path == SYNC and reply.status == 200:
            answer = msgspec.json.decode(reply.data)
            self.notices.answered(post, answer)
            self.oracle.answered(post.batch, answer)
        elif post.path == SYNC and self.server.died:
            self.notices.unanswered(post)
        return reply

    def _lose_answer(self, _phone: Phone, post: Post) -> None:
        self._reply(post)

    def _kill(self, where: str, post: Post) -> Raw | None:
        self.server.dies = where
        reply = self._reply(post)
        if not self.server.died:  # there was nothing to commit: the session had ended
            self.fired[f"server killed {where} commit"] -= 1
        return _read(reply)

    def _kill_phone(self, where: str) -> Callable[[Phone, Post], Raw | None]:
        def kill(phone: Phone, post: Post) -> Raw | None:
            raw = self._arrive(post)
            if raw.status == 200:
                phone.dies = where
            else:
                self.fired[f"phone dies {where}"] -= 1
            return raw

        return kill

    def _replay(self, _phone: Phone, post: Post) -> Raw:
        self._reply(post)
        if self.chance.random() < 0.5:
            self.late.append(post)
        return self._arrive(post)

    def _delay(self, _phone: Phone, post: Post) -> None:
        """It arrives when others have arrived that were sent after it; the phone has long given up."""
        self.late.append(post)

    def _truncate(self, _phone: Phone, post: Post) -> Raw:
        reply = self._reply(post)
        return _read(Reply(reply.status, reply.data[: self.chance.randrange(len(reply.data) - 1)]))

    def _corrupt(self, _phone: Phone, post: Post) -> Raw:
        """One bit of a digest or of the batch's id, or of a bracket: a phone can tell all of these."""
        reply = self._reply(post)
        at = reply.data.find(self.chance.choice((b'"sha256":"', b'"batch_id":"', b'{"')))
        spoilt = bytearray(reply.data)
        spoilt[at + 12 if at >= 0 else 0] ^= 1
        return _read(Reply(reply.status, bytes(spoilt)))

    def _portal(self, _phone: Phone, _post: Post) -> Raw:
        page = self.chance.choice((b"<html>Logga in</html>", b'{"ok":true}', b'{"protocol":1,"results":[]}'))
        return _read(Reply(200, page))

    def _deafen(self, phone: Phone, post: Post) -> None:
        phone.handset.deaf_until = phone.now + self.chance.uniform(60, 7200)
        self._reply(post)

    def _stall(self, _phone: Phone, post: Post) -> None:
        if self.chance.random() < 0.5:
            self._reply(post)

    def _take_away(self, phone: Phone, _post: Post) -> None:
        phone.handset.offline_until = phone.now + self.chance.uniform(600, 2 * 86_400)

    def _send_as_another(self, phone: Phone, post: Post) -> Raw | None:
        """Against its own rules the phone sends under somebody else's session: the server must see it."""
        ids = {each.id for each in self.server.town.people} - {phone.user_id, *self.server.shut_out()}
        other = self.chance.choice(sorted(ids))
        self.server.begin_session("stolen", other)
        reply = self.server.request("POST", post.path, post.body, "stolen")
        self.oracle.must(reply.status == 403, f"I8 another's stream was answered {reply.status}")
        return None


def _read(reply: Reply) -> Raw:
    after = reply.retry_after
    try:
        return Raw(reply.status, msgspec.json.decode(reply.data), float(after) if after else None)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Raw(reply.status, None, float(after) if after else None)
