"""Every "no" about reminders: to a phone that asks for them, and to an operator."""

from logger.domain.refusing.refusals import Refusal


class PushNotSetUp(Refusal):
    """The installation has no key to sign messages with, or nobody to answer for them."""

    code = "push_not_set_up"


class UnknownPushService(Refusal):
    """The address is of none of the push services that this server speaks to."""

    code = "unknown_push_service"


class PushKeyExists(Refusal):
    """There is a key already; with another one nobody is reached until their phone asks anew."""

    code = "push_key_exists"
