"""Reading `target`: what a commitment promises, from its nodes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from logger.domain.periods import Days, Per
from logger.domain.pledge_files.faults import Fault
from logger.domain.pledge_files.forms import Form, did_you_mean
from logger.domain.pledge_files.nodes import Node
from logger.domain.pledge_files.rule_file import KnownCodes
from logger.domain.pledge_files.target_keys import EVERY_KEY, KEYS, CountedAs, CountUnit, JudgedAs, Kind
from logger.domain.pledges import Rule
from logger.domain.said import Said
from logger.domain.targets import (
    Amount,
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    HoursAs,
    Increase,
    InTotal,
    Judged,
    Milestone,
    OnAverage,
    Ongoing,
    Pause,
    Reported,
    Revision,
    Sum,
    Target,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A target as read, with what stands beside it in the file; no target where that cannot be told."""

    target: Target | None = None
    pauses: tuple[Pause, ...] = ()
    in_addition_to: str | None = None
    line: int = 0


def read_target(
    node: Node, faults: list[Fault], rule: Rule, valid: Days | None, known: KnownCodes
) -> Promise:
    """The target of a commitment with this rule and validity (None where that is faulty)."""
    form = Form.of(node, faults, EVERY_KEY, '"target"')
    kind = form and form.choice("kind", Kind, required=True)
    if not form or not kind:
        return Promise()
    _refuse_keys_of_other_kinds(form, kind)
    target = _Reader(form, rule, valid, known).target(kind)
    in_addition_to = form.text("in_addition_to") or None
    return Promise(target, _pauses(form), in_addition_to, form.line_of("in_addition_to"))


def _refuse_keys_of_other_kinds(form: Form, kind: Kind) -> None:
    for key in EVERY_KEY:
        if key not in KEYS[kind] and form.has(key):
            owners = ", ".join(str(other) for other in KEYS if key in KEYS[other])
            form.fault(form.line_of(key), Said('"{0}" hör inte till "{1}", bara till {2}', key, kind, owners))


def _pauses(form: Form) -> tuple[Pause, ...]:
    inner = [
        Form.of(each, form.faults, ("from", "to", "reason"), Said("en paus"))
        for each in form.listing("pauses")
    ]
    read = [(each.span(), each.text("reason")) for each in inner if each]
    return tuple(Pause(days, reason) for days, reason in read if days)


@dataclass(frozen=True, slots=True)
class _Reader:
    form: Form
    rule: Rule
    valid: Days | None
    known: KnownCodes

    def target(self, kind: Kind) -> Target | None:
        match kind:
            case Kind.COUNT:
                return self._count()
            case Kind.SUM:
                return self._sum()
            case Kind.HOURS:
                return self._hours()
            case Kind.COVERAGE:
                return self._coverage()
            case Kind.MILESTONE:
                return Milestone()
            case Kind.INCREASE:
                return Increase(self.form.whole("baseline", least=0))
            case Kind.ONGOING:
                return Ongoing()
            case Kind.REPORTED:
                return Reported(self.form.whole("at_least", least=1))
            case _:
                assert_never(kind)

    def _count(self) -> Target | None:
        goal, judged = self._goal(Form.whole), self._judged()
        unit = self.form.choice("unit", CountUnit)
        return None if goal is None else Count(goal, judged, Unit(unit) if unit else Unit.OCCASION)

    def _sum(self) -> Target | None:
        goal, judged = self._goal(Form.whole), self._judged()
        counter = self.form.text("counter", required=True)
        counters = self.known.vocabulary.counters
        if counter and counter not in counters:
            line = self.form.line_of("counter")
            self.form.fault(line, Said('okänt räkneverk "{0}"{1}', counter, did_you_mean(counter, counters)))
        return None if goal is None else Sum(counter, goal, judged)

    def _hours(self) -> Target | None:
        goal, judged = self._goal(Form.amount), self._judged()
        counted_as = self.form.choice("hours_as", CountedAs)
        return (
            None
            if goal is None
            else Hours(goal, judged, HoursAs(counted_as) if counted_as else HoursAs.PRESENCE)
        )

    def _coverage(self) -> Target:
        judged = self._judged()
        per = EachPeriod(judged.per) if isinstance(judged, EachPeriod) else InTotal()
        return Coverage(self.form.whole("at_least", least=1) or 1, per)

    def _goal(self, read: "Callable[..., Amount | None]") -> Goal | None:
        at_least = read(self.form, "at_least", least=1, required=True)
        inner = [
            Form.of(each, self.form.faults, ("from", "at_least", "reason"), Said("en ändring av målet"))
            for each in self.form.listing("revisions")
        ]
        revisions: dict[date, Revision] = {}
        for form in filter(None, inner):
            revision = self._revision(form, read)
            if revision and revisions.setdefault(revision.first, revision) is not revision:
                form.fault(form.line_of("from"), Said("målet ändras två gånger {0}", revision.first))
        return (
            None if at_least is None else Goal(at_least, tuple(revisions[day] for day in sorted(revisions)))
        )

    def _revision(self, form: Form, read: "Callable[..., Amount | None]") -> Revision | None:
        first = form.day("from", required=True)
        at_least = read(form, "at_least", least=1, required=True)
        reason = form.text("reason")
        if first and self.valid and first not in self.valid:
            bounds = f"{self.valid.first}–{self.valid.last}"
            form.fault(
                form.line_of("from"),
                Said("målet ändras {0}, utanför giltigheten {1}", first, bounds),
                countable=True,
            )
        return None if first is None or at_least is None else Revision(first, at_least, reason)

    def _judged(self) -> Judged:
        per, judged = self.form.choice("per", Per), self.form.choice("judged", JudgedAs)
        line = self.form.line_of("per")
        if judged and not self.form.has("per"):
            self.form.fault(self.form.line_of("judged"), '"judged" behöver "per": i snitt per vad?')
        if per is Per.SEASON and not self.rule.seasons:
            self.form.fault(line, '"per: season" behöver "seasons" i räkneregeln')
        if (
            per is Per.PLEDGE_YEAR
            and self.valid
            and (self.valid.first.month, self.valid.first.day) == (2, 29)
        ):
            self.form.fault(line, "löftesår kan inte börja den 29 februari, som inte finns varje år")
        if per is None:
            return InTotal()
        return OnAverage(per) if judged else EachPeriod(per)
