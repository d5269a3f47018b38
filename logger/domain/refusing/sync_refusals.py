"""Every "no" to a whole batch; it settles nothing, and the phone keeps every item."""

from logger.domain.refusing.refusals import Refusal


class BadBatch(Refusal):
    """The batch is not of the form that this address takes; `fields` says where."""

    code = "bad_batch"


class ForeignStream(Refusal):
    """The stream belongs to another user: this browser profile was someone else's."""

    code = "stream_owner_mismatch"


class DeviceRevoked(Refusal):
    """The device was revoked: what it holds can be exported and brought in by its user on another one."""

    code = "device_revoked"


class OldProtocol(Refusal):
    """The app speaks a protocol that this server does not: it must be updated (or the server)."""

    code = "upgrade_required"


class TooManyBatches(Refusal):
    """More batches in a minute than a phone has reason to send."""

    code = "too_many_batches"
    wait_seconds = 60
