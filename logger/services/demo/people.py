"""The invented people of the demo: who they are, what they may do, and how each first signs in."""

import secrets
from dataclasses import dataclass
from uuid import NAMESPACE_DNS, uuid5

from logger.domain.people.people import Grant, Municipality, Role

LEKEBERG = Municipality("1814", "Lekeberg", "lekeberg", "orebro")
OSKARSHAMN = Municipality("0882", "Oskarshamn", "oskarshamn", "vastervik")
DISTRICTS = {"orebro": "Lokalpolisområde Örebro", "vastervik": "Lokalpolisområde Västervik"}

# One chief for two districts, for a time: somebody with several municipalities.
ALSO = {"chef.omradet": (Grant(Role.DISTRICT_CHIEF, district="vastervik"),)}


@dataclass(frozen=True)
class DemoPerson:
    """One invented person; those without a `login` are colleagues that others name, and never sign in.

    Those who never go out do not log.
    """

    name: str
    title: str
    organisation: str
    grant: Grant
    home: str | None
    login: str | None = None
    goes_out: bool = True

    @property
    def id(self) -> str:
        """The same id in every demo."""
        return str(uuid5(NAMESPACE_DNS, f"{self.login or self.name}.demo.faltlogg.example"))

    @property
    def grants(self) -> tuple[Grant, ...]:
        """All that they may do."""
        return (self.grant, *ALSO.get(self.login or "", ()))

    @property
    def email(self) -> str:
        """An address that nobody has."""
        named = self.login or "-".join(self.name.casefold().split())
        return f"{named}@demo.example"


def _officer(name: str, district: str, home: Municipality, login: str | None = None) -> DemoPerson:
    return DemoPerson(name, "Polis", "police", Grant(Role.OFFICER, district=district), home.code, login)


def _of_municipality(
    name: str, title: str, role: Role, home: Municipality, login: str | None = None
) -> DemoPerson:
    return DemoPerson(name, title, "municipality", Grant(role, municipality=home.code), home.code, login)


PEOPLE = (
    _officer("Elin Sandberg", "orebro", LEKEBERG, "polis.lekeberg"),
    _officer("Johan Ek", "orebro", LEKEBERG),
    _officer("Samira Haddad", "orebro", LEKEBERG),
    DemoPerson(
        "Karin Lund",
        "Kommunpolis",
        "police",
        Grant(Role.COORDINATOR, municipality=LEKEBERG.code),
        LEKEBERG.code,
        "samordnare.lekeberg",
    ),
    _of_municipality("Tove Nyström", "Fältarbetare", Role.MUNICIPAL_WORKER, LEKEBERG, "falt.lekeberg"),
    _of_municipality("Peter Öberg", "Fritidsledare", Role.MUNICIPAL_WORKER, LEKEBERG),
    DemoPerson(
        "Maria Holm",
        "Lokalpolisområdeschef",
        "police",
        Grant(Role.DISTRICT_CHIEF, district="orebro"),
        LEKEBERG.code,
        "chef.orebro",
        goes_out=False,
    ),
    _officer("Oskar Friberg", "vastervik", OSKARSHAMN, "polis.oskarshamn"),
    _officer("Lina Dahl", "vastervik", OSKARSHAMN),
    _officer("Viktor Sjö", "vastervik", OSKARSHAMN),
    _of_municipality(
        "Anna Berg", "Säkerhetssamordnare", Role.COORDINATOR, OSKARSHAMN, "samordnare.oskarshamn"
    ),
    _of_municipality("Amir Karimi", "Fältarbetare", Role.MUNICIPAL_WORKER, OSKARSHAMN),
    DemoPerson(
        "Sofia Lindqvist",
        "Säkerhetssamordnare",
        "municipality",
        Grant(Role.COORDINATOR, municipality=LEKEBERG.code),
        LEKEBERG.code,
        "kommun.lekeberg",
        goes_out=False,
    ),
    DemoPerson(
        "Henrik Strand",
        "Lokalpolisområdeschef",
        "police",
        Grant(Role.DISTRICT_CHIEF, district="vastervik"),
        OSKARSHAMN.code,
        "chef.vastervik",
        goes_out=False,
    ),
    DemoPerson(
        "Astrid Nordin",
        "Tillförordnad chef för två områden",
        "police",
        Grant(Role.DISTRICT_CHIEF, district="orebro"),
        None,
        "chef.omradet",
        goes_out=False,
    ),
    DemoPerson("Ida Frost", "Administratör", "police", Grant(Role.ADMINISTRATOR), None, "admin"),
)

# Asked to come by Lekeberg's own coordinator, and has not come yet.
INVITED = _of_municipality("Nadia Forsell", "Fältarbetare", Role.MUNICIPAL_WORKER, LEKEBERG)
INVITED_BY = "kommun.lekeberg"

_WORDS = """
    gran tall sten kulle dimma vinter mossa torv lingon hjortron kantarell havtorn lodjur bisam
    korp trana orre hare ekorre backe stig brygga fyr kvarn timmer spade lykta kompass
    karta ficka vante stege hammare planka tegel panna kanna kopp ugn bord stol matta
    lampa vind regn hagel sommar blixt damm fors klippa strand sand hav land ladugard
    hage grind staket plog vagn hjul cykel
""".split()  # noqa: SIM905  # a list of words reads as one


def new_password() -> str:
    """A password that can be read aloud and typed on a phone: four words and two digits (30 bits).

    For a demo's invented people only; the growing delay makes guessing it slow.
    """
    words = [secrets.choice(_WORDS) for _ in range(4)]
    return "-".join([*words, f"{secrets.randbelow(90) + 10}"])
