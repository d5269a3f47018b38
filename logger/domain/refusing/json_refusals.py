"""Every "no" to the bytes of a request before anybody asks what they say."""

from logger.domain.refusing.refusals import Refusal


class LengthMissing(Refusal):
    """The request does not say how long its body is: one that is cut off would pass for a whole one."""

    code = "length_required"


class BodyTooLarge(Refusal):
    """The body is larger than this address takes, as sent or once inflated."""

    code = "too_large"


class UnknownEncoding(Refusal):
    """The body is packed in a way that this address does not unpack."""

    code = "unknown_encoding"


class NotJson(Refusal):
    """The body is not JSON with one clear meaning."""

    code = "not_json"
