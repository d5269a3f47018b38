"""What the coach says of a commitment, in Swedish: what the goal comes to, and what should be seen."""

from dataclasses import dataclass
from fractions import Fraction

from logger.domain.drafting.coach import EveryPeriod, OverTime, Scale, Snag, scale_of, snags
from logger.domain.drafting.draft_reading import Known, ReadCommitment
from logger.domain.drafting.pledge_differences import Words
from logger.domain.pledges import Commitment
from logger.domain.targets import Hours
from logger.web.pledges.pledge_document import document_row
from logger.web.texts import spoken, t
from logger.web.words import PERIODS, capital, decimal, whole

DAYS_IN_A_WEEK, DAYS_IN_A_MONTH = 7, Fraction(365, 12)
SAYS = {
    Snag.NO_BASELINE: "Ökas – från vad? Utan utgångsvärde går det aldrig att säga om löftet hölls. Skriv hur "
    "många det var under lika lång tid, eller välj ett antal, en milstolpe eller löpande.",
    Snag.SAYS_MORE: "Orden säger att något ska öka, men löpande arbete bedöms aldrig. "
    "Det gör ett utgångsvärde, ett antal eller en milstolpe.",
    Snag.NO_WHOLE_PERIOD: "Ingen hel period ryms i tiden, så målet kan aldrig bedömas. "
    "Välj en kortare period.",
    Snag.NO_ELIGIBLE_DAY: "Ingen dag i löftets tid räknas, så målet kan aldrig bedömas.",
    Snag.NO_PLACES: "Regeln pekar inte ut några platser att besöka, så målet kan aldrig bedömas. "
    "Välj platser eller ett slag.",
    Snag.NO_SUCH_PLACE: "Ingen plats i registret passar regeln under löftets tid, "
    "så inget kommer att räknas.",
    Snag.NO_TYPE_HAS_FOCUS: "Ingen av aktivitetstyperna har det fokus som regeln kräver, "
    "så inget kommer att räknas.",
    Snag.NO_TYPE_HAS_COUNTER: "Ingen av aktivitetstyperna har det räkneverket, så summan blir alltid noll.",
    Snag.EXCEPTS_ALL: "Undantaget tar bort allt som regeln räknar.",
    Snag.COUNTS_EVERYTHING: "Regeln har inga villkor: alla aktiviteter i kommunen räknas.",
    Snag.COUNTS_ALL_OF_SOME: "Regeln frågar bara efter vem: allt som de gör i kommunen räknas. "
    "Välj aktivitet, om löftet gäller något visst.",
    Snag.NO_REASON: "En paus eller ett ändrat mål saknar skäl. Medborgarna får läsa skälet.",
    Snag.FIRST_OUT_OF_REACH: "En uppföljning godkänns när perioden är slut, så den första perioden har "
    "ingen. Pausa den, med skälet, så räknas den inte som missad.",
}
# A missing baseline is answered with another shape, one press away.
WAYS_OUT = {Snag.NO_BASELINE, Snag.SAYS_MORE}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A commitment as it will read, and what the coach says; empty until it can be read."""

    target: str = ""
    rule: str = ""
    scale: str = ""
    notes: tuple[str, ...] = ()
    ways_out: bool = False


def sentence(read: ReadCommitment, known: Known) -> Sentence:
    """The sentence of a commitment that could be read, with the coach's words."""
    if read.commitment is None or read.pledge is None:
        return Sentence()
    row = document_row(read.commitment, read.pledge, Words(known.words, known.places, spoken()))
    found = snags(read.commitment, known.words, known.places)
    scale = scale_of(read.commitment)
    return Sentence(
        row.target,
        row.rule,
        "" if scale is None else _scale(scale, read.commitment),
        tuple(t(SAYS[each]) for each in found),
        ways_out=not WAYS_OUT.isdisjoint(found),
    )


def _scale(scale: Scale, commitment: Commitment) -> str:
    match scale:
        case EveryPeriod(periods=0):
            return ""
        case EveryPeriod(per=per, periods=periods, whole=total):
            noun = PERIODS[per]
            entire = "hel" if not noun.neuter else "helt"
            whole_ones = t("hela") if periods != 1 else t(entire)
            which = f"{whole(periods)} {whole_ones} {noun.alone(periods)}"
            hours = isinstance(commitment.target, Hours)
            amount = t("{0} timmar", decimal(Fraction(total, 3600))) if hours else whole(total)
            return t("{0} bedöms, sammanlagt minst {1}.", capital(which), amount)
        case OverTime(days=days, at_least=at_least):
            return _pace(Fraction(at_least), days)


def _pace(at_least: Fraction, days: int) -> str:
    """How often that is: "ungefär 1 i veckan"; nothing for what is rarer than once in two months."""
    a_week, a_month = at_least * DAYS_IN_A_WEEK / days, at_least * DAYS_IN_A_MONTH / days
    if a_week >= 1:
        return t("Det är ungefär {0} i veckan.", decimal(a_week))
    return t("Det är ungefär {0} i månaden.", decimal(a_month)) if a_month >= Fraction(1, 2) else ""
