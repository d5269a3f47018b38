"""The Monday letter in words: what is behind and by how much in each municipality, as text and as HTML."""

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from flask import render_template

from logger import clock
from logger.domain.periods import week_of
from logger.domain.progress.pace import Status
from logger.domain.words.sensitivity import is_sensitive
from logger.services.boards.board_rows import BoardRow
from logger.services.letters.letters import Concern, Letter
from logger.web.board.monday import Phrase, monday_sentence
from logger.web.dates import long_date
from logger.web.desk_frame import board_address
from logger.web.figures import StatusView, figure, name_of, status_view
from logger.web.texts import t
from logger.web.words import PROMISE, listed

WHY = "Du får brevet för att du har bett om det i Fältlogg."
LATE = (Status.BEHIND, Status.WATCH)


@dataclass(frozen=True, slots=True)
class LateLine:
    """A commitment that is behind or to be watched: its name, its figure, and how it stands."""

    name: str
    figure: str
    status: StatusView


@dataclass(frozen=True, slots=True)
class ConcernView:
    """A municipality of the letter."""

    municipality: str
    pledge: str
    sentence: tuple[Phrase, ...]
    late: tuple[LateLine, ...]
    href: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """The whole letter; `end` is the address that ends it."""

    subject: str
    title: str
    day: str
    concerns: tuple[ConcernView, ...]
    end: str


def letter_view(letter: Letter, site: str, end: str) -> LetterView:
    """The letter in words; `site` is where the boards are."""
    week = week_of(letter.day).first.isocalendar().week
    return LetterView(
        subject=t("Måndagsbrevet vecka {0}: {1}", week, _gist(letter)),
        title=t("Måndagsbrevet vecka {0}", week),
        day=long_date(letter.day),
        concerns=tuple(_concern(each, letter, site) for each in letter.concerns if _told(each)),
        end=end,
    )


def mail_of(letter: Letter, view: LetterView, sender: str) -> EmailMessage:
    """The letter as a mail: text first, HTML beside it, and one press to end it in any mail program.

    Raises ValueError where the reader's address is none, or several.
    """
    mail = EmailMessage()
    mail["Subject"] = view.subject
    mail["From"] = Address("Fältlogg", addr_spec=sender)
    mail["To"] = letter.email
    if len(mail["To"].addresses) != 1:
        raise ValueError("a letter goes to one address")
    mail["Date"] = format_datetime(clock.now())
    mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    mail["List-Unsubscribe"] = f"<{view.end}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(text_of(view))
    mail.add_alternative(render_template("mail/monday.html", letter=view), subtype="html")
    return mail


def text_of(view: LetterView) -> str:
    """The letter without any marks: a template's sentences lose their lines when they are put into words."""
    lines = [f"{view.title}, {view.day}", ""]
    for each in view.concerns:
        said = (f"{phrase.strong} {phrase.rest}".strip() for phrase in each.sentence)
        late = (f"- {line.status.word}: {line.name}, {line.figure}" for line in each.late)
        lines += [
            each.municipality.upper(),
            each.pledge,
            "",
            *said,
            *late,
            "",
            t("Se hela läget: {0}", each.href),
            "",
        ]
    return "\n".join([*lines, t(WHY), t("Avsluta: {0}", view.end), ""])


def _gist(letter: Letter) -> str:
    behind = {each.municipality: _number(each, Status.BEHIND) for each in letter.concerns}
    watched = sum(_number(each, Status.WATCH) for each in letter.concerns)
    where = listed([name for name, number in behind.items() if number])
    number = sum(behind.values())
    if number:
        return _plain(t("{0} ligger efter i {1}", PROMISE.of(number), where))
    if watched:
        return _plain(t("{0} behöver bevakas", PROMISE.of(watched)))
    return t("inget löfte ligger efter")


def _told(concern: Concern) -> tuple[BoardRow, ...]:
    """The rows that leave the house: nothing is mailed of what is sensitive."""
    return tuple(row for row in concern.board.rows if not is_sensitive(row.commitment, concern.board.words))


def _number(concern: Concern, status: Status) -> int:
    return sum(row.progress.status is status for row in _told(concern))


def _concern(concern: Concern, letter: Letter, site: str) -> ConcernView:
    board, rows = concern.board, _told(concern)
    late = (row for status in LATE for row in rows if row.progress.status is status)
    return ConcernView(
        municipality=concern.municipality,
        pledge=board.stored.pledge.title,
        sentence=monday_sentence(rows, board.as_of, letter.day),
        late=tuple(
            LateLine(
                name_of(row.commitment),
                f"{figure(row).value} {figure(row).of}".strip(),
                status_view(row.progress.status),
            )
            for row in late
        ),
        href=site + board_address(board.stored),
    )


def _plain(text: str) -> str:
    """A subject line with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
