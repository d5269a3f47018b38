"""An operation as the ledger keeps it: what was sent, its receipt, and what the audit chain vouches for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from logger.domain.records import Kind, Status

NO_MUNICIPALITY = "0000"  # the ledger of receipts for what names no municipality its author may log in
PHONE, DESK = "phone", "desk"  # doors that operations come by, beside "import" and "demo"
_SAID = ("errors", "current", "counted_towards", "plan")


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of a ledger; `municipality` is the ledger's code, `digest` the salted one of the body.

    `facts` is what neither the other fields nor the body tell: what else the receipt says (`errors`,
    `current`, `counted_towards`, what a word on a `plan` came to), whom the author worked for
    (`author_organisation`), by which door the operation came (`origin`), and the id of the held operation
    that it decided on (`settles`). One that is stored and of no kind is a word on a plan.
    """

    municipality: str
    server_seq: int
    op_id: str
    stream_id: str
    seq: int
    kind: Kind | None
    activity_id: str | None
    base_rev: int | None
    rev: int | None
    author: str | None
    received_at: datetime
    status: Status
    code: str | None
    schema: int
    digest: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def vouched(self) -> dict[str, Any]:
        """Everything of the row that the chain vouches for, as JSON values."""
        return {
            "municipality": self.municipality,
            "server_seq": self.server_seq,
            "op_id": self.op_id,
            "stream_id": self.stream_id,
            "seq": self.seq,
            "kind": self.kind,
            "activity_id": self.activity_id,
            "base_rev": self.base_rev,
            "rev": self.rev,
            "author": self.author,
            "received_at": _written(self.received_at),
            "status": self.status,
            "code": self.code,
            "schema": self.schema,
            "digest": self.digest,
            "facts": dict(self.facts),
        }

    def unsigned(self) -> "Operation":
        """It as it is told once disposal has reduced its body: nobody's. Only the chain vouches for more."""
        return replace(self, author=None)

    def receipt(self, sha256: str, *, duplicate: bool = False) -> dict[str, Any]:
        """What its sender is told, now and for ever, as JSON values; it echoes the digest that was sent."""
        receipt: dict[str, Any] = {
            "op_id": self.op_id,
            "sha256": sha256,
            "status": self.status.value,
            "ledger": self.municipality,
            "server_seq": self.server_seq,
            "received_at": _written(self.received_at),
        }
        if self.code is not None:
            receipt["code"] = self.code
        if self.rev is not None:
            receipt["rev"] = self.rev
        receipt |= {name: self.facts[name] for name in _SAID if name in self.facts}
        if duplicate:
            receipt["duplicate"] = True
        return receipt


def _written(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
