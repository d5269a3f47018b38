"""Rules and targets as Swedish (and English) sentences."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from logger.domain.periods import Per, Season
from logger.domain.places import Place
from logger.domain.pledges import Clock, Rule
from logger.domain.sentences.sentences import pause_sentence, rule_sentence, target_sentence
from logger.domain.targets import (
    Count,
    Coverage,
    EachPeriod,
    Goal,
    Hours,
    HoursAs,
    Increase,
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
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import read_pledge_text
from tests.worlds.ledgers import commitment, days, pledge

SEEDS = Path(__file__).parents[3] / "seeds"
PLACES = {"a": Place("a", "Vallhallaskolan"), "b": Place("b", "Leken")}
CHECKS = ("traffic_check",)
PATROLS = ("foot_patrol",)
FLAGGED_SPEED_CHECKS = "trafikkontroller med fokus hastighet, på platser som medborgare pekat ut"
TERMS = Season((1, 10), (6, 12)), Season((8, 16), (12, 20))


def rule(of: Rule, target: Target | None = None) -> str:
    return rule_sentence(commitment(target or Ongoing(), of), BUILT_IN, PLACES)


@pytest.mark.parametrize(
    ("of", "sentence"),
    [
        (Rule(), "alla aktiviteter"),
        (Rule(types=PATROLS), "fotpatruller"),
        (Rule(types=("survey", *PATROLS)), "kartläggningar/enkäter och fotpatruller"),
        (
            Rule(types=CHECKS, focus=("speed",), performed_by=("police",), flagged=True),
            "trafikkontroller med fokus hastighet, av Polisen, på platser som medborgare pekat ut",
        ),
        (Rule(focus=("speed", "sobriety")), "aktiviteter med fokus hastighet eller nykterhet"),
        (Rule(performed_by=("police", "municipality")), "aktiviteter av Polisen eller kommunen"),
        (Rule(jointly=("police", "municipality")), "aktiviteter av Polisen och kommunen tillsammans"),
        (Rule(jointly=("police",)), "aktiviteter av Polisen"),
        (
            Rule(jointly=("police",), performed_by=("social_services", "school")),
            "aktiviteter av Polisen tillsammans med socialtjänsten eller skolan",
        ),
        (
            Rule(jointly=("police", "municipality"), performed_by=("police",)),
            "aktiviteter av Polisen och kommunen tillsammans",
        ),
        (Rule(targeted=True), "aktiviteter genomförda som riktad insats"),
        (Rule(types=PATROLS, min_people=1), "fotpatruller med minst 1 person"),
        (Rule(types=PATROLS, min_people=2), "fotpatruller med minst 2 personer"),
        (Rule(types=PATROLS, min_minutes=20), "fotpatruller som varat i minst 20 minuter"),
        (Rule(types=PATROLS, places=("a", "b")), "fotpatruller vid Vallhallaskolan eller Leken"),
        (Rule(types=PATROLS, places=("gone",)), "fotpatruller vid gone"),
        (Rule(types=PATROLS, place_kinds=("school", "road")), "fotpatruller på skolor eller vägar"),
        (Rule(types=PATROLS, place_kinds=("road", "park")), "fotpatruller på vägar eller i parker"),
        (
            Rule(places=("b",), place_kinds=("school",), flagged=True),
            "aktiviteter vid Leken, om platsen är av slaget skola, medan medborgare har pekat ut platsen",
        ),
        (
            Rule(types=PATROLS, weekdays=(5, 3, 4), clock=Clock(time(18), time(3))),
            "fotpatruller som börjar torsdagar–lördagar kl. 18.00–03.00 (natten hör till dagen innan)",
        ),
        (
            Rule(types=PATROLS, weekdays=(4, 6)),
            "fotpatruller som börjar fredagar eller söndagar (dygnet räknas från kl. 06.00 till 06.00)",
        ),
        (
            Rule(types=PATROLS, weekdays=(0,), clock=Clock(time(8), time(16, 30))),
            "fotpatruller som börjar måndagar kl. 08.00–16.30",
        ),
        (
            Rule(types=PATROLS, seasons=TERMS),
            "fotpatruller som börjar 10 januari\u00a0– 12 juni eller 16 augusti\u00a0– 20 december",
        ),
        (
            Rule(types=PATROLS, clock=Clock(time(22), time(2)), seasons=TERMS[:1]),
            "fotpatruller som börjar kl. 22.00–02.00, 10 januari\u00a0– 12 juni",
        ),
        (Rule(any_of=(Rule(types=PATROLS),)), "fotpatruller"),
        (
            Rule(any_of=(Rule(types=PATROLS), Rule(place_kinds=("road",))), performed_by=("police",)),
            "antingen fotpatruller eller aktiviteter på vägar, av Polisen",
        ),
        (
            Rule(types=PATROLS, any_of=(Rule(min_people=2), Rule(place_kinds=("road",)))),
            "fotpatruller som är antingen aktiviteter med minst 2 personer eller aktiviteter på vägar",
        ),
        (
            Rule(
                any_of=(Rule(types=CHECKS, focus=("speed",), flagged=True), Rule(types=PATROLS)),
                performed_by=("police",),
            ),
            f"aktiviteter av Polisen, något av följande: {FLAGGED_SPEED_CHECKS}; fotpatruller",
        ),
        (Rule(excluded=Rule(types=PATROLS)), "alla aktiviteter utom fotpatruller"),
        (
            Rule(types=PATROLS, performed_by=("police",), excluded=Rule(place_kinds=("square",))),
            "fotpatruller av Polisen, utom aktiviteter på torg och i centrum",
        ),
        (
            Rule(types=("physical_measure", "site_round"), performed_by=("municipality",)),
            "åtgärder i utemiljön och ronderingar, av kommunen",
        ),
        (Rule(types=("new_type",), focus=("new_focus",)), "new_type med fokus new_focus"),
    ],
)
def test_a_rule_is_told_in_swedish(of: Rule, sentence: str) -> None:
    assert rule(of) == f"Räknas: {sentence}"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (Count(Goal(1), unit=Unit.DAY), "dagar med fotpatruller av Polisen"),
        (Count(Goal(1), unit=Unit.PLACE), "platser med fotpatruller av Polisen"),
        (Sum("breath_tests", Goal(1)), "utandningsprov vid fotpatruller av Polisen"),
        (Hours(Goal(1)), "tiden för fotpatruller av Polisen; samtidig tid räknas en gång"),
        (
            Hours(Goal(1), hours_as=HoursAs.PERSON),
            "tiden för fotpatruller av Polisen; varje deltagares tid räknas för sig",
        ),
        (Milestone(), "fotpatruller av Polisen, eller att samordnaren markerat det som genomfört"),
        (Reported(), "det tal som samordnaren anger för varje månad"),
        (Coverage(), "fotpatruller av Polisen"),
        (Increase(), "fotpatruller av Polisen"),
    ],
)
def test_the_kind_says_what_of_the_activities_is_counted(target: Target, sentence: str) -> None:
    assert rule(Rule(types=PATROLS, performed_by=("police",)), target) == f"Räknas: {sentence}"


def test_time_keys_of_hours_select_time() -> None:
    nights = Rule(types=PATROLS, clock=Clock(time(22), time(2)))
    assert rule(nights, Hours(Goal(1))) == (
        "Räknas: tiden för fotpatruller, den del som infaller kl. 22.00–02.00; samtidig tid räknas en gång"
    )


def test_days_with_any_activity_are_not_days_with_all() -> None:
    assert rule(Rule(), Count(Goal(1), unit=Unit.DAY)) == "Räknas: dagar med aktiviteter"


def test_what_is_gone_beyond_is_named_by_its_label() -> None:
    first = commitment(Count(Goal(52)), name="first", label="Hastighetskontroller")
    beyond = commitment(Count(Goal(3)), Rule(types=CHECKS), name="beyond", in_addition_to="first")
    both = pledge(first, beyond)
    assert rule_sentence(beyond, BUILT_IN, {}, pledge=both) == (
        "Räknas: trafikkontroller, utöver dem som fyller målet för ”Hastighetskontroller”"
    )
    assert rule_sentence(beyond, BUILT_IN, {}).endswith("”first”")


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (Count(Goal(52)), "Minst 52 tillfällen"),
        (Count(Goal(1)), "Minst 1 tillfälle"),
        (Count(Goal(5), unit=Unit.DAY), "Minst 5 olika dagar"),
        (Count(Goal(1), unit=Unit.PLACE), "Minst 1 plats"),
        (Count(Goal(1), EachPeriod(Per.MONTH)), "Minst 1 tillfälle varje månad"),
        (Count(Goal(1), EachPeriod(Per.PLEDGE_YEAR)), "Minst 1 tillfälle varje löftesår"),
        (Count(Goal(2), OnAverage(Per.TERTIAL)), "I snitt minst 2 tillfällen per tertial"),
        (Sum("breath_tests", Goal(1000)), "Minst 1\u00a0000 utandningsprov"),
        (Hours(Goal(2), EachPeriod(Per.ISO_WEEK)), "Minst 2 timmar varje vecka"),
        (Hours(Goal(1)), "Minst 1 timme"),
        (Hours(Goal(Decimal("2.5"))), "Minst 2,5 timmar"),
        (Hours(Goal(10), hours_as=HoursAs.PERSON), "Minst 10 persontimmar"),
        (Coverage(), "Minst 1 tillfälle på varje plats"),
        (Coverage(2, EachPeriod(Per.SEASON)), "Minst 2 tillfällen på varje plats varje period"),
        (Milestone(), "Genomförs minst en gång"),
        (Increase(40), "Fler än 40 tillfällen, utgångsvärdet för lika lång tid"),
        (Increase(), "Fler tillfällen än tidigare; utan utgångsvärde går det inte att bedöma"),
        (Ongoing(), "Löpande arbete utan mål i tal"),
        (Reported(50), "Minst 50 enligt månadernas tal"),
        (Reported(), "Månadernas tal, utan mål"),
        (
            Count(Goal(5, (Revision(date(2021, 8, 1), 2, "färre skolor"),)), EachPeriod(Per.ISO_WEEK)),
            "Minst 5 tillfällen varje vecka, från 1 augusti 2021 minst 2",
        ),
    ],
)
def test_a_target_is_told_in_swedish(target: Target, sentence: str) -> None:
    assert target_sentence(commitment(target), BUILT_IN) == sentence


def test_a_pause_is_told_with_its_reason() -> None:
    pause = Pause(days("2021-01-13", "2021-01-26"), "skogsbrand")
    assert pause_sentence(pause) == "Paus 13 januari\u00a0– 26 januari 2021: skogsbrand"


def test_the_same_in_english() -> None:
    checks = commitment(
        Sum("breath_tests", Goal(1000), EachPeriod(Per.MONTH)),
        Rule(types=CHECKS, focus=("speed",), performed_by=("police",), weekdays=(4, 5), flagged=True),
    )
    assert rule_sentence(checks, BUILT_IN, {}, "en") == (
        "Counts: breath tests at traffic checks focusing on speed, by the Police, "
        "at places that citizens have pointed out, "
        "starting Fridays or Saturdays (the day runs from 06:00 to 06:00)"
    )
    assert target_sentence(checks, BUILT_IN, "en") == "At least 1,000 breath tests each month"


@pytest.mark.parametrize("name", ["lekeberg-2021-2022", "oskarshamn-2021"])
def test_no_code_is_left_in_the_sentences_of_the_signed_pledges(name: str) -> None:
    for each in read_pledge_text((SEEDS / f"{name}.yaml").read_text(), BUILT_IN).commitments:
        for lang in ("sv", "en"):
            told = f"{rule_sentence(each, BUILT_IN, {}, lang)} {target_sentence(each, BUILT_IN, lang)}"
            assert "_" not in told
            assert "{" not in told
