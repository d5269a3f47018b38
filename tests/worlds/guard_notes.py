"""Notes that the guard for free text is measured on: made by seeded chance, the same in every run.

`telling_notes` hold a number or an address that points out a person, in every form that people write;
`ordinary_notes` are what officers and field workers note down, full of figures, with no person in them;
`odd_notes` are digits, letters and gaps thrown together, on which two guards must agree, whatever they say.
"""

import json
import random
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from logger.domain.personal_data import Kind

ROOT = Path(__file__).parents[2]
PLATE_LETTERS = "ABCDEFGHJKLMNOPRSTUWXYZ"
LONGEST = 140


@dataclass(frozen=True, slots=True)
class Telling:
    """A note, what it gives away, and in which form that is written."""

    note: str
    kind: Kind
    form: str


Chance = random.Random
Form = Callable[[Chance], str]


def check_digit(nine: str) -> int:
    """By the book (SKV 704): weights 2, 1, 2 …, digits of the products added up, the rest to the next ten."""
    total = 0
    for at, digit in enumerate(nine):
        product = int(digit) * (2 if at % 2 == 0 else 1)
        total += product if product < 10 else product - 9
    return -total % 10


def telling_notes(seed: int, of_each: int) -> Iterator[Telling]:
    """`of_each` notes for every form there is."""
    chance = Chance(seed)
    for kind, forms in _FORMS.items():
        for name, form in forms.items():
            for _ in range(of_each):
                yield Telling(_embedded(chance, form(chance)), kind, name)


def ordinary_notes(seed: int, count: int) -> list[str]:
    """`count` notes without a person in them."""
    chance = Chance(seed)
    return [_ordinary(chance) for _ in range(count)]


def odd_notes(seed: int, count: int) -> list[str]:
    """`count` heaps of what numbers are written with, and pieces of forms cut off anywhere."""
    chance = Chance(seed)
    forms = [form for group in _FORMS.values() for form in group.values()]
    heap = [
        *"00112234567789",
        *"  -+./():",
        "07",
        "19",
        "20",
        "46",
        "ABC",
        "abc",
        "@",
        "–",
        "\u00ad",
        "å",
        "٣",
    ]
    made = []
    for _ in range(count):
        pieces = ["".join(chance.choices(heap, k=chance.randint(1, 24)))]
        if chance.random() < 0.5:
            whole = chance.choice(forms)(chance)
            pieces.append(whole[chance.randint(0, 3) : len(whole) - chance.randint(0, 3)])
        chance.shuffle(pieces)
        made.append("".join(pieces)[:LONGEST])
    return made


def judged_by_the_phone(notes: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The level and the kinds that the phone's own guard gives each note, run by Node."""
    answers = subprocess.run(
        [ROOT / "bin" / "with-node", "node", ROOT / "tests" / "js" / "judge-notes.js"],
        input="".join(json.dumps(note) + "\n" for note in notes),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    verdicts = (json.loads(line) for line in answers.stdout.splitlines())
    return [(each["level"], each["kinds"]) for each in verdicts]


# What points out a person.


def _identity(chance: Chance, *, century: bool, coordination: bool) -> tuple[str, str, str, str]:
    """Year (with or without century), month, day (+ 60) and the last four of a valid number."""
    born = date(1915, 1, 1) + timedelta(days=chance.randrange(40_500))
    day = born.day + 60 * coordination
    nine = f"{born.year % 100:02}{born.month:02}{day:02}{chance.randint(1, 999):03}"
    year = f"{born.year}" if century else nine[:2]
    return year, nine[2:4], nine[4:6], nine[6:] + str(check_digit(nine))


_IDENTITY_SHAPES: dict[str, str] = {
    "joined": "{y}{m}{d}{n}",
    "-": "{y}{m}{d}-{n}",
    "+": "{y}{m}{d}+{n}",
    "space": "{y}{m}{d} {n}",
    "spaced -": "{y}{m}{d} - {n}",
    "- and space": "{y}{m}{d}- {n}",
    "two spaces": "{y}{m}{d}  {n}",
    "en dash": "{y}{m}{d}–{n}",
    "minus": "{y}{m}{d}−{n}",
    "no-break hyphen": "{y}{m}{d}\u2011{n}",
    "soft hyphen": "{y}{m}{d}\u00ad-{n}",
    ".": "{y}{m}{d}.{n}",
    "/": "{y}{m}{d}/{n}",
    "pairs": "{y} {m} {d} {n1} {n2}",
    "pairs, four": "{y} {m} {d} {n}",
    "pairs, -": "{y} {m} {d}-{n}",
    "pairs, spaced -": "{y} {m} {d} - {n1} {n2}",
    "joined, pairs last": "{y}{m}{d} {n1} {n2}",
    "-, pairs last": "{y}{m}{d}-{n1} {n2}",
    "-, check digit apart": "{y}{m}{d}-{n3} {check}",
    "dashed": "{y}-{m}-{d}-{n}",
    "dashed, space": "{y}-{m}-{d} {n}",
    "dotted": "{y}.{m}.{d}-{n}",
    "dotted, space": "{y}.{m}.{d} {n}",
    "slashed": "{y}/{m}/{d}-{n}",
    "wide digits": "{y}{m}{d}-{n}",
}


def _identity_form(name: str, shape: str, *, century: bool, coordination: bool) -> Form:
    def form(chance: Chance) -> str:
        year, month, day, last = _identity(chance, century=century, coordination=coordination)
        cut = {"n1": last[:2], "n2": last[2:], "n3": last[:3], "check": last[3]}
        text = shape.format(y=year, m=month, d=day, n=last, **cut)
        return text.translate(_WIDE) if name == "wide digits" else text

    return form


_WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}


def _digits(chance: Chance, count: int, first: str = "0123456789") -> str:
    return chance.choice(first) + "".join(chance.choices("0123456789", k=count - 1))


def _shaped(shape: str, areas: Iterable[str] = ("70", "72", "73", "76", "79")) -> Form:
    """`A` is an area code without its zero, `X` a digit that is not 0 or 1, `#` any digit."""
    choices = tuple(areas)

    def form(chance: Chance) -> str:
        made = shape.replace("A", chance.choice(choices))
        return "".join(
            _digits(chance, 1, "23456789") if each == "X" else _digits(chance, 1) if each == "#" else each
            for each in made
        )

    return form


_TWO = (
    "11",
    "13",
    "16",
    "18",
    "19",
    "21",
    "23",
    "26",
    "31",
    "33",
    "35",
    "36",
    "40",
    "42",
    "44",
    "46",
    "54",
    "60",
    "63",
    "90",
)
_THREE = (
    "142",
    "155",
    "240",
    "293",
    "380",
    "413",
    "431",
    "491",
    "511",
    "582",
    "585",
    "589",
    "611",
    "702",
    "650",
    "910",
    "980",
)
_MOBILE = (
    *(
        "0A#######",
        "0A-#######",
        "0A #######",
        "0A/#######",
        "0A-### ## ##",
        "0A ### ## ##",
        "0A - ### ## ##",
    ),
    *(
        "0A-###-##-##",
        "0A.###.##.##",
        "0A-## ## ###",
        "0A ## ## ###",
        "0A-### ####",
        "0A ### ####",
        "0A #### ###",
    ),
    *(
        "0A# ######",
        "0A#-######",
        "0A# ## ## ##",
        "0A#-## ## ##",
        "0A# ### ###",
        "0A#-### ###",
        "0A#/## ## ##",
    ),
    *(
        "(0A) ### ## ##",
        "(0A)-### ## ##",
        "(0A)#######",
        "0A\u00a0###\u00a0##\u00a0##",
        "0A–### ## ##",
        "0A  ### ## ##",
    ),
    *(
        "+46A#######",
        "+46 A ### ## ##",
        "+46 A#######",
        "+46 A-### ## ##",
        "+46-A-### ## ##",
        "+46(0)A#######",
    ),
    *("+46 (0)A ### ## ##", "+46 (0) A-### ## ##", "+46 (0)A-#######", "+46A ### ## ##", "+46 A# ## ## ##"),
    *(
        "0046A#######",
        "0046 A ### ## ##",
        "0046 A-### ## ##",
        "00 46 A ### ## ##",
        "46A#######",
        "46 A ### ## ##",
    ),
)
_MOBILE_PAIRS = ("07 0# ## ## ##", "07 2# ## ## ##", "07-3#-##-##-##", "07.6#.##.##.##", "07 9# ## ## ##")
_STOCKHOLM = (
    *(
        "08X#####",
        "08X######",
        "08X#######",
        "08-X#####",
        "08-X######",
        "08-X#######",
        "08-X# ## ##",
        "08-X## ## ##",
    ),
    *(
        "08-X## ### ##",
        "08 X## ## ##",
        "08 X# ## ##",
        "08/X## ## ##",
        "(08) X## ## ##",
        "08-X## ####",
        "08 - X## ## ##",
    ),
    *(
        "+468X######",
        "+46 8 X## ## ##",
        "+46 (0)8 X## ## ##",
        "+46 (0)8-X## ### ##",
        "00468X######",
        "08.X##.##.##",
    ),
)
_LANDLINE = (
    *(
        "0AX######",
        "0A-X######",
        "0A-X#####",
        "0A-X####",
        "0A-X# ## ##",
        "0A-X## ## ##",
        "0A X# ## ##",
        "0A X## ## ##",
    ),
    *(
        "0A/X# ## ##",
        "(0A) X# ## ##",
        "0A - X# ## ##",
        "0A-X## ####",
        "0A-X# ###",
        "+46 A-X# ## ##",
        "+46 AX#####",
    ),
    *("+46 (0)A-X# ## ##", "0046 A X# ## ##"),
)
_LANDLINE_LONG = (
    *(
        "0AX####",
        "0AX#####",
        "0A-X####",
        "0A-X#####",
        "0A X####",
        "0A-X## ##",
        "0A-X# ## ##",
        "0A X# ## ##",
        "0A X## ##",
    ),
    *(
        "0A/X## ##",
        "(0A) X## ##",
        "0A - X## ##",
        "0A-X# ###",
        "+46 A-X## ##",
        "+46 A X####",
        "+46 (0)A-X## ##",
    ),
)
_OTHER = (
    "010-X## ## ##",
    "010X######",
    "010 X## ## ##",
    "0771-X## ###",
    "0771-X# ## ##",
    "0200-X## ###",
    "020-X# ## ##",
)
_ABROAD = (
    "+47 ## ## ## ##",
    "+45 ########",
    "+358 40 ### ####",
    "+48 ### ### ###",
    "0049 30 ######",
    "+44 20 #### ####",
)


def _phone_forms() -> dict[str, Form]:
    shapes = {shape: _shaped(shape) for shape in (*_MOBILE, *_MOBILE_PAIRS)}
    shapes |= {f"{shape} (08)": _shaped(shape) for shape in _STOCKHOLM}
    shapes |= {f"{shape} (two digits)": _shaped(shape, _TWO) for shape in _LANDLINE}
    shapes |= {f"{shape} (three digits)": _shaped(shape, _THREE) for shape in _LANDLINE_LONG}
    return shapes | {shape: _shaped(shape) for shape in (*_OTHER, *_ABROAD)}


def _plate(chance: Chance) -> str:
    letters = "".join(chance.choices(PLATE_LETTERS, k=3))
    return letters + _digits(chance, 2) + chance.choice(PLATE_LETTERS + "0123456789")


_PEOPLE = ("anna", "erik.svensson", "o_nilsson", "sara-lind", "kalle99", "b.ek+jobb", "åsa.öberg", "info")
_DOMAINS = (
    "example.se",
    "skola.lekeberg.se",
    "mail.example.com",
    "ex-ample.nu",
    "polisen.example.org",
    "åby.se",
)


def _email(chance: Chance) -> str:
    return f"{chance.choice(_PEOPLE)}@{chance.choice(_DOMAINS)}"


def _identity_forms() -> dict[str, Form]:
    return {
        f"{name}, {'12' if century else '10'} digits{', coordination' * coordination}": _identity_form(
            name, shape, century=century, coordination=coordination
        )
        for name, shape in _IDENTITY_SHAPES.items()
        for century in (False, True)
        for coordination in (False, True)
    }


_FORMS: dict[Kind, dict[str, Form]] = {
    Kind.PERSONAL_NUMBER: _identity_forms(),
    Kind.NUMBER_PLATE: {
        "joined": _plate,
        "in brackets": lambda chance: f"({_plate(chance)})",
        "two": lambda chance: f"{_plate(chance)}/{_plate(chance)}",
        "of its own": lambda chance: f"{_plate(chance)}:s",
        "zero-width": lambda chance: "\u200b".join(_plate(chance)),
    },
    Kind.PHONE_NUMBER: _phone_forms(),
    Kind.EMAIL: {
        "plain": _email,
        "capital": lambda chance: _email(chance).upper(),
        "pointed": lambda chance: f"<{_email(chance)}>",
        "link": lambda chance: f"mailto:{_email(chance)}",
    },
}
_BEFORE = (
    *(
        "",
        "",
        "Talade med ",
        "Kontaktperson: ",
        "(",
        "Föraren ",
        "Ring ",
        "tel ",
        "tfn: ",
        "Förare 2, ",
        "kl 14 ",
    ),
    *(
        "kl 08-16 ",
        "12 fordon, ",
        "Skolgatan 4: ",
        "v 14 ",
        "rv 50, ",
        "3 st, ",
        "Vittne - ",
        "2026-05-14, ",
        "se ",
    ),
)
_AFTER = (
    "",
    "",
    ".",
    ", gick hem",
    ")",
    " kl 18",
    " vill bli uppringd",
    "; 2 rapporter",
    "!",
    " (mamma)",
    " / 3 st",
    "\nvid 19",
)


def _embedded(chance: Chance, text: str) -> str:
    return f"{chance.choice(_BEFORE)}{text}{chance.choice(_AFTER)}"


# What is noted down on an ordinary shift. A word in braces is drawn anew each time.

_WORDS: dict[str, tuple[str, ...]] = {
    "road": (
        "väg 204",
        "riksväg 50",
        "rv 50",
        "E18",
        "E20",
        "E18/E20",
        "Rv 68",
        "länsväg 529",
        "väg 691",
        "E4",
        "rv 37/47",
    ),
    "town": (
        "Lekeberg",
        "Fjugesta",
        "Mullhyttan",
        "Lanna",
        "Oskarshamn",
        "Figeholm",
        "Kristdala",
        "Gropen",
        "Hidinge",
    ),
    "street": (
        "Storgatan",
        "Bergsvägen",
        "Skolgatan",
        "Letstigen",
        "Hamngatan",
        "Kyrkvägen",
        "Bruksgatan",
        "Åvägen",
    ),
    "spot": (
        "skolan",
        "badplatsen",
        "torget",
        "stationen",
        "ishallen",
        "ICA",
        "macken",
        "fritidsgården",
        "hamnen",
        "Resecentrum",
    ),
    "sign": (
        "32-9110",
        "21-4220",
        "4-2110",
        "LPO 4",
        "yttre befäl 9010",
        "patrull 7-3320",
        "RLC",
        "IG 12",
        "10-9280",
        "63-1510",
    ),
    "way": ("norrut", "söderut", "mot centrum", "båda hållen", "österut", "i rondellen", "vid avfarten"),
    "weather": (
        "sol",
        "regn",
        "halt väglag",
        "snöblandat",
        "dimma",
        "uppehåll",
        "blåst 12 m/s",
        "-4 grader",
        "+18 grader",
    ),
    "who": (
        "fältarna",
        "grannstöd",
        "skolvaktmästaren",
        "Lions",
        "nattvandrarna",
        "kommunens väktare",
        "räddningstjänsten",
    ),
    "weekday": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "month": (
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
    ),
    "class": ("4A", "5B", "6C", "7A", "8B", "9A", "åk 7", "åk 8", "NA21", "EK23", "SA22b", "IMV1"),
    "calm": (
        "Lugnt",
        "Mycket folk",
        "God stämning",
        "Ingen på plats",
        "Skräp vid bryggan",
        "Allt lugnt",
        "Stökigt",
        "Tomt",
    ),
}
_TEMPLATES = (
    *(
        "{n} fordon, {few} rapporterade",
        "{n} fordon {few} för fort, högsta {fast} på {speed}",
        "{n} kontrollerade, {few} böter",
    ),
    *(
        "{speed}-väg, medel {slow} km/h, max {fast}",
        "{fast} km/h på {speed}-sträcka, {few} körkort",
        "{n} utandningsprov, 0 positiva",
    ),
    *(
        "{n} prov {few} över 0,2",
        "{few} OL {few} rapport {n} blås",
        "laser {n} mätningar {road} {way}",
        "DSM {n}/{few}, {road}",
    ),
    *(
        "{road} {way}, {n} bilar",
        "{road} vid {town}",
        "{road} km {km}",
        "avfart {few} på {road}",
        "trafikplats {n} {road}",
    ),
    *(
        "kl {hh}-{hh}",
        "kl {hhmm}-{hhmm}",
        "kl {h.mm}-{h.mm}",
        "kl {h:mm}–{h:mm}",
        "{h:mm} till {h:mm} {spot}",
        "från {hhmm} till {hhmm}",
    ),
    *(
        "{hhmm} - {hhmm} {n} fordon",
        "kl {hh}-{hh} {n} fordon",
        "{hh}-{hh} {n} utandningsprov",
        "{h.mm} {calm}",
        "kl {h.mm}: {few} ungdomar",
    ),
    *(
        "kl {hhmm} {few} moped",
        "vid {hhmm}, {hhmm} och {hhmm}",
        "{hhmm}/{hhmm}/{hhmm} rondering",
        "{h.mm} {h.mm} {h.mm} tre varv",
    ),
    *(
        "{iso}",
        "{iso} kl {h:mm}",
        "{iso} {h:mm}",
        "{iso} {h.mm}-{h.mm}",
        "{compact} kl {hhmm}",
        "{compact} {hhmm}",
        "{iso} {hhmm}-{hhmm}",
        "{short} {few} st",
        "{d}/{m}",
        "{d}/{m} kl {hh}",
    ),
    *(
        "{d}/{m}-{d}/{m}",
        "{d}.{m}.{year}",
        "den {d} {month} {year}",
        "{weekday} {d} {month} kl {h.mm}",
        "{weekday} v {week}",
    ),
    *(
        "v {week}",
        "v. {week}-{week}",
        "vecka {week}, {few} pass",
        "v{week} {year}",
        "vv {week}, {week} och {week}",
        "{year}/{year}",
    ),
    *(
        "{street} {house}",
        "{street} {house}{letter}",
        "{street} {house}-{house}",
        "vid {street} {house}, {few} trappor",
        "hus {house}",
    ),
    *(
        "{sign} {calm}",
        "{sign} och {sign} på plats",
        "patrull {sign} {hhmm}-{hhmm}",
        "anrop {sign} kl {hhmm}",
        "{sign} åter {h.mm}",
    ),
    *(
        "{class}, {kids} elever",
        "klass {class} kl {h.mm}",
        "{kids} elever {class} och {kids} i {class}",
        "föräldramöte {class} {kids} st",
    ),
    *(
        "{n} besökare, {few} samtal",
        "{few} varv, {n} personer",
        "{n} i publiken, {few} avvisade",
        "{kids} ungdomar 15–17 år",
        "{few} st 16 år",
    ),
    *(
        "{n} m från {spot}",
        "{km} km {road}",
        "{n},{few} km",
        "{n}x{few} m",
        "{km} mil",
        "yta {n} kvm",
        "{n} meter kö",
        "ca {n}-{n} m",
    ),
    *(
        "{n} kr",
        "{few} {nnn} kr",
        "{few} 500 kr i böter",
        "{n} 000 kr",
        "budget {few} {nnn} {nnn} kr",
        "{few},5 tim",
        "{n}:-",
    ),
    *(
        "dnr 5000-K{case}-{yy}",
        "K{case}-{yy}",
        "ärende {case}",
        "ärende {year}-{nnn}",
        "BRÅ-möte {d}/{m} § {few}",
        "dnr KS {year}/{nnn}",
    ),
    *(
        "{weather}",
        "{weather}, {n} fordon",
        "{calm} vid {spot}",
        "{calm} {h.mm}",
        "{calm}, {few} samtal med {who}",
        "tillsammans med {who}",
    ),
    *(
        "{who} {few} pers, {h:mm}–{h:mm}",
        "{spot} {hhmm} och {hhmm}",
        "{spot}, {spot} och {spot}, {few} varv",
        "buss {nnn} kl {h.mm}",
    ),
    *(
        "tåg {case} {few} min sent",
        "hållplats {few}",
        "linje {nnn} {way}",
        "lykta {nnn} trasig",
        "belysningsstolpe {nnn}/{few} släckt",
    ),
    *(
        "RAKEL ur funktion {few} min",
        "114 14 delades ut",
        "ring 112 vid brand",
        "1177-affisch upp",
        "SOS 112 testat",
        "113 13 på skylten",
    ),
    *(
        "{n} cyklar, {few} utan lyse",
        "{few} EPA, {few} moped klass 1",
        "{few} av {n} utan bälte",
        "{few} mobil {few} bälte {few} övrigt",
    ),
    *(
        "{n} {n} {few} {few}",
        "{few}+{few} st",
        "{few}/{n}",
        "{n} – {few} – {few}",
        "1: {n}, 2: {n}, 3: {few}",
        "{few}-{few} i antal",
    ),
    *(
        "temp {few}, {n} pers, {few} tält",
        "zon {few}{letter}",
        "skåp {n}",
        "p-plats {n}, {few} felparkerade",
        "container {n}",
        "nr {nnn}",
    ),
    *(
        "lux {n}",
        "{n} dB vid {spot}",
        "{n} %",
        "ca {n} %",
        "{few} av 10",
        "betyg {few},{few}",
        "+{few} mot v {week}",
        "-{few} mot {year}",
    ),
    *(
        "mellan {hhmm} och {hhmm} {road} {n} fordon",
        "{hhmm}-{hhmm} {road} {n} fordon {few} rapport",
        "pass {few} {hhmm}-{hhmm}",
    ),
    *(
        "nya {few} skyltar {road} {way}",
        "klotter {few} ställen",
        "SMADIT {few}",
        "LUPP {year}",
        "EST {d}/{m}",
        "Trygg i {town} {year}",
    ),
)


def _ordinary(chance: Chance) -> str:
    pieces = (_filled(chance, chance.choice(_TEMPLATES)) for _ in range(chance.randint(1, 4)))
    note = chance.choice((", ", ", ", ". ", " ", "; ", "\n")).join(pieces)
    return (note[:1].upper() + note[1:])[:LONGEST]


def _filled(chance: Chance, template: str) -> str:
    out, rest = "", template
    while "{" in rest:
        plain, _, tail = rest.partition("{")
        name, _, rest = tail.partition("}")
        out += plain + _word(chance, name)
    return out + rest


def _word(chance: Chance, name: str) -> str:
    if name in _WORDS:
        return chance.choice(_WORDS[name])
    day = date(2025, 1, 1) + timedelta(days=chance.randrange(800))
    hour, minute = (
        chance.choice((*range(6, 24), 0, 1, 2, 3)),
        chance.choice((0, 0, 5, 10, 15, 20, 30, 40, 45, 50)),
    )
    speed = chance.choice((30, 40, 50, 60, 70, 80))
    return {
        "n": f"{chance.randint(10, 400)}",
        "few": f"{chance.randint(1, 12)}",
        "nnn": f"{chance.randint(100, 999)}",
        "kids": f"{chance.randint(12, 30)}",
        "speed": f"{speed}",
        "slow": f"{speed - chance.randint(-4, 9)}",
        "fast": f"{speed + chance.randint(5, 48)}",
        "km": f"{chance.randint(1, 60)}",
        "hh": f"{hour:02}",
        "hhmm": f"{hour:02}{minute:02}",
        "h.mm": f"{hour:02}.{minute:02}",
        "h:mm": f"{hour:02}:{minute:02}",
        "iso": f"{day}",
        "compact": f"{day:%Y%m%d}",
        "short": f"{day:%y%m%d}",
        "d": f"{day.day}",
        "m": f"{day.month}",
        "year": f"{day.year}",
        "yy": f"{day:%y}",
        "week": f"{day.isocalendar().week}",
        "house": f"{chance.randint(1, 89)}",
        "letter": chance.choice("ABCD"),
        "case": f"{chance.randint(1000, 999_999)}",
    }[name]
