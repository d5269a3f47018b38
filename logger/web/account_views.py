"""One's own account as its page prints it: roles, sign-ins and phones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from logger.domain.periods import local_date
from logger.domain.phones.devices import Device
from logger.services.people.own_sign_ins import OwnAccount, OwnSignIn
from logger.web.dates import clock, weekday_date
from logger.web.settings.role_words import role_in_words
from logger.web.texts import t


@dataclass(frozen=True, slots=True)
class SignInLine:
    """A sign-in: the browser, since when, and whether it is this one."""

    name: str
    since: str
    here: bool


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A phone; `revoke` is where it is shut out, empty for one that is."""

    name: str
    heard: str
    revoke: str


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The whole page."""

    name: str
    email: str
    roles: tuple[str, ...]
    sign_ins: tuple[SignInLine, ...]
    phones: tuple[PhoneLine, ...]


def account_page(account: OwnAccount, phones: Sequence[Device], now: datetime) -> AccountPage:
    """One's own account in words."""
    return AccountPage(
        name=account.principal.name,
        email=account.email,
        roles=tuple(role_in_words(each, account.where) for each in account.principal.grants),
        sign_ins=tuple(_sign_in(each, now) for each in account.sign_ins),
        phones=tuple(phone_line(each, now) for each in phones),
    )


def phone_line(phone: Device, now: datetime) -> PhoneLine:
    """A phone in words."""
    revoked = phone.revoked_at is not None
    heard = t("Spärrad") if revoked else t("Skickade senast {0}", _when(phone.last_contact, now))
    revoke = "" if revoked else f"/konto/telefon/{phone.stream_id}/sparra"
    return PhoneLine(phone.label or t("Okänd telefon"), heard, revoke)


def _sign_in(each: OwnSignIn, now: datetime) -> SignInLine:
    name = each.browser or t("Okänd webbläsare")
    return SignInLine(name, t("Sedan {0}", _when(each.begun_at, now)), each.here)


def _when(instant: datetime, now: datetime) -> str:
    day, today = local_date(instant), local_date(now)
    said = t("i dag") if day == today else weekday_date(day, today)
    return t("{0} kl. {1}", said, clock(instant))
