"""Telefoner as its page prints it: which to ask for, what of each is missing, and nothing of anybody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from logger.domain.periods import local_date
from logger.domain.phones.devices import CLOCK_IS_OFF, Device
from logger.services.syncing.phone_lists import ListedPhone
from logger.web.dates import clock, short_date, weekday_date
from logger.web.texts import t
from logger.web.words import DAY, Noun, listed, whole

PAGE = 50
MOST_NUMBERS = 5
PHONE = Noun("telefon", "telefoner", "phone", "phones")
MINUTE = Noun("minut", "minuter", "minute", "minutes")


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One phone. `news` are the sentences that somebody should read; `state` a word where there are none."""

    name: str
    unit: str
    heard: str
    ago: str
    news: tuple[str, ...]
    state: str
    quiet: bool
    revoke: str


@dataclass(frozen=True, slots=True)
class PhoneListPage:
    """The whole page. `next` and `earlier` are empty where there is no such page."""

    count: str
    quiet: tuple[PhoneLine, ...]
    others: tuple[PhoneLine, ...]
    next: str
    earlier: str


def phone_list_page(phones: Sequence[ListedPhone], address: str, number: int, now: datetime) -> PhoneListPage:
    """One page of them in words; `number` is the page's, 1 at first."""
    first = (number - 1) * PAGE
    lines = [_line(each, address, now) for each in phones[first : first + PAGE]]
    return PhoneListPage(
        count=PHONE.of(len(phones)),
        quiet=tuple(each for each in lines if each.quiet),
        others=tuple(each for each in lines if not each.quiet),
        next=f"{address}?sida={number + 1}" if len(phones) > first + PAGE else "",
        earlier=f"{address}?sida={number - 1}" if number > 1 else "",
    )


def phone_name(device: Device) -> str:
    """What tells one phone from another, without saying whose it is."""
    return device.label or t("Okänd telefon")


def _line(phone: ListedPhone, address: str, now: datetime) -> PhoneLine:
    device = phone.device
    news = tuple(_news(device))
    return PhoneLine(
        name=phone_name(device),
        unit=t("{0} · sedan {1}", device.unit, short_date(local_date(device.first_contact))),
        heard=f"{weekday_date(local_date(device.last_contact))} {clock(device.last_contact)}",
        ago=_ago(device.last_contact, now),
        news=news,
        state=_state(device, news),
        quiet=phone.quiet,
        revoke=f"{address}/{device.stream_id}/sparra" if phone.own and not device.revoked_at else "",
    )


def _news(device: Device) -> Iterator[str]:
    numbers = device.numbers
    if numbers.missing_count:
        yield t("{0} från den här telefonen saknas", _numbers(numbers.missing, numbers.missing_count))
    if numbers.waiting_count:
        yield t("{0} väntar på telefonen", whole(numbers.waiting_count))
    if device.clock_offset is not None and abs(device.clock_offset) > CLOCK_IS_OFF:
        way = t("före") if device.clock_offset > 0 else t("efter")
        yield t("klockan går {0} {1}", MINUTE.of(abs(device.clock_offset) // 60), way)


def _numbers(named: Sequence[int], count: int) -> str:
    shown = [str(number) for number in named[:MOST_NUMBERS]]
    return t("nr {0}", listed([*shown, t("{0} till", count - len(shown))] if count > len(shown) else shown))


def _state(device: Device, news: Sequence[str]) -> str:
    if device.revoked_at is not None:
        return t("spärrad {0}", short_date(local_date(device.revoked_at)))
    if news:
        return ""
    received = device.numbers.received_count
    if received < 2:
        return t("{0} mottagen", received) if received else ""
    return t("alla {0} mottagna", whole(received))


def _ago(then: datetime, now: datetime) -> str:
    days = (local_date(now) - local_date(then)).days
    return t("i dag") if days <= 0 else t("i går") if days == 1 else t("för {0} sedan", DAY.of(days))
