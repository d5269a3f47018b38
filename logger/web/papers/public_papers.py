"""The papers of a publication: the sheet to hand out to citizens, and the account to the municipal council.

Both say what the public page says and nothing more, before it is published too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date

from logger.services.publishing.public_pages import PublicBoard
from logger.web.dates import long_date
from logger.web.followup.follow_up_words import PARTY_WORDS
from logger.web.languages import in_language
from logger.web.papers.paper_promises import PaperArea, of_the_public_page
from logger.web.places.qr_codes import qr_code
from logger.web.public.public_views import PublicPage, public_page
from logger.web.texts import spoken, t

Facts = Mapping[str, object]
NOT_PUBLISHED = "Förhandsvisning: inte publicerad än."


def sheet(board: PublicBoard, root: str, *, published: bool) -> Facts:
    """One page: every promise, how it went, and why where it was not kept. `root` is our own address."""
    page = public_page(board)
    address = f"{root}{in_language(f'/lofte/{board.municipality.slug}/{board.stored.key}')}"
    return {
        **_common(page, {}, published=published),
        "kind": t("Så håller vi löftet"),
        "address": address,
        "shown_address": address.partition("//")[2],
        "code": asdict(qr_code(address)),
        "words": {
            **_words(),
            "what": t(
                "Ett medborgarlöfte är vad Polisen och kommunen lovar dem som bor i kommunen. "
                "Siffrorna räknas ur aktiviteter som loggas när de är gjorda."
            ),
            "more": t("Läs mer, och hur vi räknar:"),
            "code": t("QR-kod till löftets sida"),
        },
    }


def account(board: PublicBoard, root: str, beside: Mapping[str, str], *, published: bool) -> Facts:
    """The account to the municipal council: how it stands in short, then each promise with its rule.

    `beside` is what old books estimate, by commitment.
    """
    page = public_page(board)
    address = f"{root}{page.data}"
    return {
        **_common(page, beside, published=published),
        "kind": t("Redovisning till kommunfullmäktige"),
        "approved": " ".join(_approved(board)),
        "corrections": [asdict(each) for each in page.corrections],
        "address": address,
        "shown_address": address.partition("//")[2],
        "words": {
            **_words(),
            **_words_of_tables(),
            "made": t("Så är siffrorna gjorda"),
            "how": t(
                "Varje siffra är räknad ur aktiviteter som Polisen och kommunen loggar när de är gjorda, "
                "efter regeln som står vid löftet. Siffrorna frystes när uppföljningen lades fram. Det som "
                "blir känt senare ändrar dem inte, utan står som en rättelse."
            ),
            "check": t("Uppgifterna finns som öppna data, för den som vill räkna själv:"),
        },
    }


def _common(page: PublicPage, beside: Mapping[str, str], *, published: bool) -> Facts:
    return {
        "lang": spoken(),
        "author": "Fältlogg",
        "title": page.title,
        "parties": page.parties,
        "sentence": [asdict(each) for each in page.sentence],
        "as_of": f"{page.as_of} {page.published if published else t(NOT_PUBLISHED)}",
        "demo": page.demo,
        "areas": [
            asdict(
                PaperArea(
                    area.name,
                    tuple(of_the_public_page(each, beside.get(each.id, "")) for each in area.promises),
                )
            )
            for area in page.areas
        ],
    }


def _approved(board: PublicBoard) -> Iterator[str]:
    """Who approved and when, by party: never a person."""
    for party, on in board.approved:
        yield approved_on(party, on)


def approved_on(party: str, on: date) -> str:
    """That a party approved: "Godkänd av Polisen 5 november 2026."."""
    return t("Godkänd av {0} {1}.", t(PARTY_WORDS[party]), long_date(on))


def _words() -> dict[str, str]:
    return {"of": t("av"), "because": t("Inte genomfört – därför"), "rule": t("Så räknar vi")}


def _words_of_tables() -> dict[str, str]:
    """What stands over the tables of papers with several pages."""
    return {
        "short": t("Läget i korthet"),
        "promise": t("Löfte"),
        "standing": t("Läge"),
        "result": t("Utfall"),
        "pointed_out": t("Platser som medborgare har pekat ut"),
        "corrections": t("Rättelser"),
        "unchanged": t("Det som är publicerat ändras inte. Det här har blivit känt efteråt."),
    }
