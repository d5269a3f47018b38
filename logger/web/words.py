"""Words and numbers as they stand on the pages: hours, singular and plural, the word for each status."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from logger.domain.periods import Per
from logger.domain.progress.pace import Status
from logger.domain.words import status_words
from logger.web.texts import spoken, t

NO_BREAK = "\u00a0"
TO = "–\u2060"  # two numbers that stay together: a line may end after a dash
BETWEEN = f"{NO_BREAK}– "  # two dates of more than one word
THIN = "\u202f"  # a narrow space that does not break, between thousands
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Noun:
    """A thing that is counted, for one and for several, in Swedish and in English.

    `neuter` says "ett" of one and "inget" of none.
    """

    one: str
    several: str
    one_en: str
    several_en: str
    neuter: bool = False

    def of(self, number: int) -> str:
        """The number and the thing: "1 gång", "14 gånger"."""
        return f"{whole(number)}{NO_BREAK}{self.alone(number)}"

    def alone(self, number: int) -> str:
        """The thing in the form that the number asks for."""
        if spoken() == "en":
            return self.one_en if number == 1 else self.several_en
        return self.one if number == 1 else self.several

    def none(self) -> str:
        """None of the thing: "ingen vecka", "inget kvartal"."""
        return f"{t('inget') if self.neuter else t('ingen')} {self.alone(1)}"

    def kept(self, number: int) -> str:
        """The word for so many of them held: "hållen", "hållet", "hållna"."""
        if number != 1:
            return t("hållna")
        return t("hållet") if self.neuter else t("hållen")


TIME = Noun("gång", "gånger", "time", "times")
OCCASION = Noun("tillfälle", "tillfällen", "occasion", "occasions", neuter=True)
DAY = Noun("dag", "dagar", "day", "days")
PLACE = Noun("plats", "platser", "place", "places")
WEEK = Noun("vecka", "veckor", "week", "weeks")
ACTIVITY = Noun("aktivitet", "aktiviteter", "activity", "activities")
PROMISE = Noun("löfte", "löften", "promise", "promises", neuter=True)
PERSON = Noun("deltagare", "deltagare", "participant", "participants")

PERIODS: dict[Per, Noun] = {
    Per.DAY: DAY,
    Per.ISO_WEEK: WEEK,
    Per.MONTH: Noun("månad", "månader", "month", "months"),
    Per.QUARTER: Noun("kvartal", "kvartal", "quarter", "quarters", neuter=True),
    Per.TERTIAL: Noun("tertial", "tertial", "four-month period", "four-month periods", neuter=True),
    Per.HALF_YEAR: Noun("halvår", "halvår", "half-year", "half-years", neuter=True),
    Per.YEAR: Noun("år", "år", "year", "years", neuter=True),
    Per.PLEDGE_YEAR: Noun("löftesår", "löftesår", "year of the pledge", "years of the pledge", neuter=True),
    Per.SEASON: Noun("säsong", "säsonger", "season", "seasons"),
}

PLACE_KINDS: dict[str, Noun] = {
    "school": Noun("skola", "skolor", "school", "schools"),
    "bathing_site": Noun("badplats", "badplatser", "bathing site", "bathing sites"),
    "road": Noun("väg", "vägar", "road", "roads"),
    "square": Noun("torg", "torg", "square", "squares", neuter=True),
    "station": Noun("resecentrum", "resecentrum", "station", "stations", neuter=True),
    "youth_centre": Noun("fritidsgård", "fritidsgårdar", "youth centre", "youth centres"),
    "park": Noun("park", "parker", "park", "parks"),
    "licensed_premises": Noun("krog", "krogar", "licensed premises", "licensed premises"),
    "area": Noun("område", "områden", "area", "areas", neuter=True),
}

STATUS_WORDS = status_words.STATUS_WORDS["sv"]

STATUS_SYMBOLS: dict[Status, str] = {
    Status.MET: "kept",
    Status.ON_PACE: "pace",
    Status.WATCH: "watch",
    Status.BEHIND: "behind",
    Status.NOT_MET: "missed",
    Status.PARTLY_MET: "partly",
    Status.IN_PROGRESS: "going",
    Status.NOT_STARTED: "notyet",
    Status.NOT_SCORED: "unscored",
    Status.NO_NUMBER: "nonum",
}


def whole(number: int) -> str:
    """A whole number, thousands apart: 1 000; in English 1,000."""
    apart = f"{number:,}" if spoken() == "en" else f"{number:,}".replace(",", THIN)
    return apart.replace("-", MINUS)


def decimal(number: Fraction | Decimal | float, decimals: int = 1) -> str:
    """A number with the language's decimal mark, without a tail of zeros: 1,3 and 2."""
    if isinstance(number, Fraction):
        number = Decimal(number.numerator) / Decimal(number.denominator)
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    before, _, after = f"{rounded:f}".partition(".")
    after = after.rstrip("0")
    mark = "." if spoken() == "en" else ","
    return f"{whole(int(before))}{mark}{after}" if after else whole(int(before))


def hours(seconds: int) -> str:
    """Hours and minutes, 1:15. Seconds are dropped, so that what is not yet two hours never reads 2:00."""
    minutes = abs(seconds) // 60
    sign = MINUS if seconds < 0 and minutes else ""
    return f"{sign}{whole(minutes // 60)}:{minutes % 60:02d}"


def hours_left(seconds: int) -> str:
    """What remains, in hours and minutes; a begun minute is a minute."""
    return hours(-(-seconds // 60) * 60)


def amount(kind: str, value: int) -> str:
    """A value of a commitment of this kind: hours as 1:15, all else as a whole number."""
    return hours(value) if kind == "hours" else whole(value)


def listed(words: list[str], last: str = "och") -> str:
    """Things in a row: "a", "a och b", "a, b och c"; `last` in Swedish."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {t(last)} {words[-1]}"


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]
