"""Every page that a person can open, and as whom: what is checked for access and what is photographed."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from logger.services.letters.letters import signature


class Visitor(StrEnum):
    """Who opens a page: one of the demo's people, by the address that signs in."""

    NOBODY = ""
    OFFICER = "polis.lekeberg@demo.example"
    WORKER = "falt.lekeberg@demo.example"
    CHIEF = "chef.orebro@demo.example"
    CHIEF_OF_TWO = "chef.omradet@demo.example"
    LEKEBERG = "samordnare.lekeberg@demo.example"
    OSKARSHAMN = "samordnare.oskarshamn@demo.example"
    ADMIN = "admin@demo.example"


@dataclass(frozen=True)
class SitePage:
    """One page: a name for its picture, its address with names in braces, and who looks at it."""

    name: str
    address: str
    visitor: Visitor
    status: int = 200


def _phone() -> list[SitePage]:
    screens = {
        "logga": "/",
        "ny": "/ny",
        "flera": "/flera",
        "mina": "/mina",
        "laget": "/laget",
        "mer": "/mer",
        "hjalp": "/hjalp",
    }
    return [SitePage(name, address, Visitor.OFFICER) for name, address in screens.items()]


def _desk(
    town: str, code: str, visitor: Visitor, commitments: list[str], presence: list[str]
) -> list[SitePage]:
    board = f"/oversikt/{code}/{{{town}_now}}"
    addresses = {
        "oversikt": board,
        "oversikt-som-den-skrevs-under": f"/oversikt/{code}/{{{town}_signed}}",
        "oversikt-forsta-dagen": f"/oversikt/{code}/{{{town}_signed}}?as_of=2021-01-01",
        "aktiviteter": f"/aktiviteter/{code}",
        "aktiviteter-inga": f"/aktiviteter/{code}?type=survey",
        "skyltar": f"/skyltar/{code}",
        "skyltar-inga": f"/skyltar/{code}?valda=1",
        "aktivitet": f"/aktiviteter/{code}/{{{town}_activity}}",
        "varfor": f"{board}/{commitments[0]}/{{{town}_activity}}",
        **{f"atagande-{each}": f"{board}/{each}" for each in commitments},
        **{f"narvaro-{each}": f"/narvaro/{code}/{{{town}_now}}/{each}" for each in presence},
    }
    return [SitePage(f"{town}-{name}", address, visitor) for name, address in addresses.items()]


def _public(town: str) -> list[SitePage]:
    addresses = {
        "loften": f"/lofte/{town}",
        "lofte": f"/lofte/{town}/{{{town}_now}}",
        "lofte-som-det-skrevs-under": f"/lofte/{town}/{{{town}_signed}}/2022",
        "lofte-for-utskrift": f"/lofte/{town}/{{{town}_signed}}/2022/utskrift",
        "lofte-inbaddat": f"/lofte/{town}/{{{town}_now}}/inbaddad",
    }
    return [SitePage(f"{town}-{name}", address, Visitor.NOBODY) for name, address in addresses.items()]


DRAFT = "/loften/1814/{lekeberg_now}/utkast"
WAITING = "/loften/0882/{oskarshamn_now}"
PHONE_SCREENS = _phone()
PAGES = [
    *PHONE_SCREENS,
    SitePage("logga-utan-inloggning", "/", Visitor.NOBODY),
    SitePage("logga-in", "/logga-in", Visitor.NOBODY),
    SitePage("finns-inte", "/finns-inte", Visitor.NOBODY, status=404),
    SitePage("tillganglighet", "/tillganglighet", Visitor.NOBODY),
    SitePage("api", "/api/v1/", Visitor.NOBODY),
    *_desk(
        "lekeberg",
        "1814",
        Visitor.LEKEBERG,
        commitments=["traffic-checks", "motor-nuisance", "outreach", "presence", "monthly-follow-up"],
        presence=["presence"],
    ),
    *_desk(
        "oskarshamn",
        "0882",
        Visitor.OSKARSHAMN,
        commitments=["speed-checks", "every-school", "lupp-grade-8", "social-media"],
        presence=[],
    ),
    SitePage("omradet", "/omradet", Visitor.CHIEF_OF_TWO),
    SitePage("riket", "/riket", Visitor.CHIEF_OF_TWO),
    SitePage("riket-ingen-sadan", "/riket?q=ingen&visa=efter", Visitor.CHIEF_OF_TWO),
    SitePage("omradet-forsta-dagen", "/omradet?as_of=2021-01-01", Visitor.CHIEF_OF_TWO),
    SitePage(
        "lekeberg-oversikt-period",
        "/oversikt/1814/{lekeberg_signed}?from=2022-06-01&as_of=2022-06-30",
        Visitor.LEKEBERG,
    ),
    SitePage(
        "lekeberg-narvaro-period", "/narvaro/1814/{lekeberg_now}/presence?from=2026-01-05", Visitor.LEKEBERG
    ),
    SitePage("lekeberg-hela-urvalet", "/aktiviteter/1814/flera?type=foot_patrol&alla=1", Visitor.LEKEBERG),
    SitePage("lekeberg-urvalet-for-stort", "/aktiviteter/1814/flera?alla=1", Visitor.LEKEBERG, status=422),
    SitePage("finns-inte-for-inloggad", "/oversikt/1814/inget", Visitor.LEKEBERG, status=404),
    SitePage("inte-tillatet", "/aktiviteter/1814/dubbletter", Visitor.CHIEF_OF_TWO, status=403),
    SitePage("lekeberg-alla-loften", "/loften", Visitor.LEKEBERG),
    SitePage("lekeberg-ett-lofte", "/loften/1814/{lekeberg_signed}", Visitor.LEKEBERG),
    SitePage("lekeberg-nytt-lofte", "/loften/1814/nytt", Visitor.LEKEBERG),
    SitePage("lekeberg-utkast", DRAFT, Visitor.LEKEBERG),
    SitePage("lekeberg-utkast-huvud", f"{DRAFT}/huvud", Visitor.LEKEBERG),
    SitePage(
        "lekeberg-utkast-nytt", "/loften/1814/{lekeberg_now}/utkast/atagande?omrade=0", Visitor.LEKEBERG
    ),
    SitePage(
        "lekeberg-utkast-atagande",
        f"{DRAFT}/atagande/traffic-environment",
        Visitor.LEKEBERG,
    ),
    SitePage("oskarshamn-lofte-vantar", f"{WAITING}?version=2", Visitor.OSKARSHAMN),
    SitePage("oskarshamn-skillnad", f"{WAITING}/skillnad?fran=1&till=2", Visitor.OSKARSHAMN),
    SitePage("lekeberg-att-avgora", "/att-avgora/1814", Visitor.LEKEBERG),
    SitePage("oskarshamn-att-avgora", "/att-avgora/0882", Visitor.OSKARSHAMN),
    SitePage("oskarshamn-platser", "/platser/0882", Visitor.OSKARSHAMN),
    SitePage("lekeberg-platser-for-faltet", "/platser/1814?ordning=slag", Visitor.WORKER),
    SitePage("lekeberg-plats", "/platser/1814/p/lannavagen", Visitor.LEKEBERG),
    SitePage("lekeberg-ny-plats", "/platser/1814/ny", Visitor.LEKEBERG),
    SitePage("lekeberg-foreslagna-platser", "/platser/1814/foreslagna", Visitor.LEKEBERG),
    SitePage("lekeberg-telefoner", "/telefoner/1814", Visitor.LEKEBERG),
    SitePage("oskarshamn-telefoner", "/telefoner/0882", Visitor.OSKARSHAMN),
    SitePage("lekeberg-flera", "/aktiviteter/1814/flera?post[]={lekeberg_twice}", Visitor.LEKEBERG),
    SitePage("ordlista", "/installningar/ordlista", Visitor.ADMIN),
    SitePage("ordlista-ett-ord", "/installningar/ordlista/typ/traffic_check", Visitor.ADMIN),
    SitePage("byt-losenord", "/losenord", Visitor.OFFICER),
    SitePage("kod", "/kod", Visitor.NOBODY),
    SitePage("mitt-konto", "/konto", Visitor.OFFICER),
    SitePage("personer", "/installningar/personer", Visitor.ADMIN),
    SitePage("personer-ingen-sadan", "/installningar/personer?q=ingen", Visitor.ADMIN),
    SitePage("personer-i-egen-kommun", "/installningar/personer", Visitor.LEKEBERG),
    SitePage("personer-bjud-in", "/installningar/personer/ny", Visitor.ADMIN),
    SitePage("personer-en", "/installningar/personer/{person}", Visitor.ADMIN),
    SitePage("mandagsbrevet", "/mandagsbrevet", Visitor.LEKEBERG),
    SitePage("mandagsbrevet-avslutat", "/mandagsbrevet/avsluta/{letter}", Visitor.NOBODY),
    SitePage("mandagsbrevet-i-omradet", "/mandagsbrevet", Visitor.CHIEF_OF_TWO),
    SitePage("lekeberg-tidigare-bok", "/aktiviteter/1814/tidigare", Visitor.LEKEBERG),
    SitePage("lekeberg-dubbletter", "/aktiviteter/1814/dubbletter", Visitor.LEKEBERG),
    SitePage("lekeberg-dubblett", "/aktiviteter/1814/{lekeberg_twice}", Visitor.LEKEBERG),
    SitePage("lekeberg-ratta", "/aktiviteter/1814/{lekeberg_twice}/ratta", Visitor.LEKEBERG),
    # Frozen and waiting for a party; a year that is still written; what is entered by hand.
    SitePage("lekeberg-uppfoljning", "/uppfoljning/1814/{lekeberg_now}", Visitor.LEKEBERG),
    SitePage("lekeberg-uppfoljning-for-faltet", "/uppfoljning/1814/{lekeberg_now}", Visitor.WORKER),
    SitePage("oskarshamn-uppfoljning-godkanna", "/uppfoljning/0882/{oskarshamn_now}", Visitor.OSKARSHAMN),
    SitePage(
        "oskarshamn-uppfoljning-skrivs", "/uppfoljning/0882/{oskarshamn_now}?rytm=year", Visitor.OSKARSHAMN
    ),
    SitePage("oskarshamn-uppfoljning-klar", "/uppfoljning/0882/{oskarshamn_signed}/2022", Visitor.OSKARSHAMN),
    SitePage(
        "oskarshamn-uppgifter",
        "/uppfoljning/0882/{oskarshamn_signed}/2022/uppgifter/safety-walk",
        Visitor.OSKARSHAMN,
    ),
    # A year with its late times, another's plan as the field sees its own, and one to approve.
    SitePage("lekeberg-plan", "/plan/1814/{lekeberg_now}", Visitor.LEKEBERG),
    SitePage("lekeberg-plan-for-faltet", "/plan/1814/{lekeberg_now}", Visitor.WORKER),
    SitePage("oskarshamn-plan", "/plan/0882/{oskarshamn_now}", Visitor.OSKARSHAMN),
    SitePage("oskarshamn-plan-inget", "/plan/0882/{oskarshamn_signed}", Visitor.OSKARSHAMN),
    SitePage("lekeberg-plan-rad", "/plan/1814/{lekeberg_now}/{lekeberg_planned}", Visitor.LEKEBERG),
    SitePage("lekeberg-skolterminer", "/installningar/skolterminer/1814", Visitor.LEKEBERG),
    *_public("lekeberg"),
    *_public("oskarshamn"),
]


TWICE = """
    select one.id from activity one join activity other on other.municipality = one.municipality
        and other.type = one.type and other.place = one.place and other.author <> one.author
        and abs(julianday(other.started_at) - julianday(one.started_at)) * 24 * 60 between 1 and 15
    where one.municipality = ? and one.author_organisation = 'police' order by one.started_at desc limit 1
"""


def names_of(instance: Path) -> dict[str, str]:
    """What stands in braces: the keys of the demo's pledges, an activity, and one that two people logged."""
    nonce = "0" * 32
    key = (instance / "secret-key").read_text().strip()
    names = {"letter": f"{nonce}/{signature(key, nonce)}"}
    with closing(sqlite3.connect(instance / "faltlogg.db")) as database:
        officer = "select id from user where email = 'polis.lekeberg@demo.example'"
        names["person"] = str(UUID(database.execute(officer).fetchone()[0]))
        for code, town in database.execute("select code, slug from municipality").fetchall():
            keys = database.execute(
                'select "key" from pledge where municipality = ? order by 1', [code]
            ).fetchall()
            names[f"{town}_signed"], names[f"{town}_now"] = keys[0][0], keys[-1][0]
            newest = "select id from activity where municipality = ? order by started_at desc limit 1"
            names[f"{town}_activity"] = str(UUID(database.execute(newest, [code]).fetchone()[0]))
            planned = "select id from plan_item where municipality = ? and recurs = 'month:3' limit 1"
            item = database.execute(planned, [code]).fetchone()
            if item:
                names[f"{town}_planned"] = str(UUID(item[0]))
            found = database.execute(TWICE, [code]).fetchone()
            if found:
                names[f"{town}_twice"] = str(UUID(found[0]))
    return names
