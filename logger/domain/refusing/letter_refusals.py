"""Every "no" about the Monday letter."""

from logger.domain.refusing.refusals import Refusal


class MailNotSetUp(Refusal):
    """The operator has named no mail server, no sender or no address of the site."""

    code = "mail_not_set_up"
