"""An activity weighed against a commitment as its page prints it: condition by condition, then the answer."""

from dataclasses import dataclass

from logger.domain.counting.contributions import Why
from logger.domain.counting.counting import Reason
from logger.domain.sentences.sentences import rule_sentence
from logger.domain.targets import kind_of
from logger.services.boards.weighing import Weighed
from logger.web.activities.activity_words import REASONS, WHY, ActivityWords
from logger.web.board.condition_words import CONDITIONS, ConditionWords
from logger.web.dates import long_date, span_of_clock, weekday_date
from logger.web.desk_frame import board_address
from logger.web.figures import name_of
from logger.web.texts import spoken, t
from logger.web.words import TIME, amount, capital, listed, whole


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition: what is asked for, what there was, whether it holds; `first` of those that do not."""

    name: str
    asked: str
    was: str
    holds: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads somewhere."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class WeighedPage:
    """The whole page."""

    heading: str
    counts: bool
    answer: str
    commitment: Link
    activity: Link
    when: str
    conditions: tuple[ConditionLine, ...]
    rule: str
    also: tuple[Link, ...]
    correct: str


def weighed_page(weighed: Weighed, query: str) -> WeighedPage:
    """The page in words; `query` keeps the date that was picked."""
    board = board_address(weighed.stored)
    code, activity = weighed.stored.municipality, weighed.activity
    entry = f"/aktiviteter/{code}/{activity.id}"
    return WeighedPage(
        heading=t("Därför räknas den") if weighed.examination.counts else t("Varför räknas den inte?"),
        counts=weighed.examination.counts,
        answer=answer(weighed),
        commitment=Link(name_of(weighed.commitment), f"{board}/{weighed.commitment.id}{query}"),
        activity=Link(ActivityWords(weighed.words, weighed.places).title(activity), entry),
        when=f"{weekday_date(activity.local_date)}, {span_of_clock(activity.started_at, activity.ended_at)}",
        conditions=tuple(_conditions(weighed)),
        rule=rule_sentence(
            weighed.commitment, weighed.words, weighed.places, spoken(), pledge=weighed.stored.pledge
        ),
        also=tuple(Link(name_of(each), f"{board}/{each.id}{query}") for each in weighed.also),
        correct=f"{entry}/ratta" if weighed.corrects and _may_be_put_right(weighed) else "",
    )


def answer(weighed: Weighed) -> str:
    """The answer in a sentence: "Räknas inte mot Hastighetskontroller: platsen var inte utpekad …"."""
    found, name = weighed.examination, name_of(weighed.commitment)
    if found.failed is not None:
        return t("Räknas inte mot {0}: {1}.", name, t(REASONS[found.failed]))
    if found.taken_by is not None:
        other = name_of(weighed.stored.pledge.commitment(found.taken_by))
        return t("Räknas inte mot {0}: den räknas redan mot {1}, som det här är utöver.", name, other)
    if found.to_come:
        return t("Räknas mot {0}, men först efter {1}.", name, long_date(weighed.as_of))
    return t("Räknas mot {0}: {1}.", name, _gave(weighed))


def _gave(weighed: Weighed) -> str:
    total, kind = sum(each.amount for each in weighed.gave), kind_of(weighed.commitment.target)
    why = listed(sorted({t(WHY[each.why]) for each in weighed.gave if each.why is not Why.COUNTED} - {""}))
    match kind:
        case "hours":
            gave = t("{0} timmar", amount(kind, total))
        case "sum" | "coverage":
            gave = whole(total)
        case _:
            gave = TIME.of(total)
    return f"{gave}, {why}" if why else gave


def _conditions(weighed: Weighed) -> list[ConditionLine]:
    words = ConditionWords(weighed.commitment, weighed.activity, weighed.words, weighed.places)
    failed = weighed.examination.failed
    return [
        ConditionLine(
            name=t(CONDITIONS[step.reason]),
            asked=words.asked(step.reason),
            was=capital(words.was(step.reason, holds=step.holds)),
            holds=step.holds,
            first=step.reason is failed,
        )
        for step in weighed.examination.steps
    ]


def _may_be_put_right(weighed: Weighed) -> bool:
    """What stands in the entry can be corrected; that it is voided is no error."""
    return weighed.examination.failed not in (None, Reason.VOIDED, Reason.NUMBER_REPORTED)
