"""Handing a mail to the mail server that the operator named; over TLS wherever the server can."""

import logging
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

PATIENCE = 20
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in: `smtp` turns to TLS where the server offers it, `smtps` begins with it."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def at(cls, address: str) -> "MailServer":
        """From smtp://user:password@host:port. A password is only ever sent over TLS."""
        parts = urlsplit(address)
        port = parts.port or (465 if parts.scheme == "smtps" else 25)
        return cls(
            parts.scheme,
            parts.hostname or "",
            port,
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )

    def hand_in(self, mail: EmailMessage) -> bool:
        """Whether the server took it; why not stands in the log, without the address."""
        try:
            with self._line() as line:
                refused = line.send_message(mail)
        except (OSError, smtplib.SMTPException) as error:
            log.warning("a letter was not taken: %s", type(error).__name__)
            return False
        return not refused

    def _line(self) -> smtplib.SMTP:
        secure = ssl.create_default_context()
        if self.scheme == "smtps":
            line: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=secure)
        else:
            line = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
            line.ehlo()
            if self.user or line.has_extn("starttls"):
                line.starttls(context=secure)
                line.ehlo()
        if self.user:
            line.login(self.user, self.password)
        return line
