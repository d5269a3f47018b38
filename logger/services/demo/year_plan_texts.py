"""What stands in the demo's activity plans; the last line of Lekeberg's was added after its approval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from logger.domain.people.parties import MUNICIPALITY, POLICE
from logger.domain.periods import Season
from logger.domain.planning.recurrence import EachTerm, InSeason, Monthly, Once, Recurrence, Weekly
from logger.services.demo.people import LEKEBERG, OSKARSHAMN

WHOLE_YEAR = ((1, 1), (12, 31))
BATHING = Season((6, 1), (8, 31))


@dataclass(frozen=True)
class PlanLine:
    """One item; `days` are (month, day) of the year, ends included."""

    organisation: str
    title: str
    recurs: Recurrence
    type: str | None = None
    commitment: str | None = None
    place: str | None = None
    unit: str = ""
    days: tuple[tuple[int, int], tuple[int, int]] = WHOLE_YEAR


REASONS = (
    "Sjukdom i gruppen, ingen kunde ersätta.",
    "En händelse på annan ort tog resurserna.",
    "Vägen var avstängd för arbete.",
)

LINES: Mapping[str, Sequence[PlanLine]] = {
    LEKEBERG.code: (
        PlanLine(
            POLICE, "Trafikkontroll, hastighet och nykterhet", Monthly(3), "traffic_check", "traffic-checks"
        ),
        PlanLine(POLICE, "Närvaro i kommunen", Monthly(2), "presence", "presence", unit="Områdespoliserna"),
        PlanLine(
            POLICE, "Fotpatrull i Fjugesta centrum", Monthly(1), "foot_patrol", None, "fjugesta-centrum"
        ),
        PlanLine(POLICE, "Narkotikainsats", Monthly(1), "drug_operation", "drug-operations"),
        PlanLine(POLICE, "Skolbesök", EachTerm(), "school_visit", "social-services-and-school"),
        PlanLine(POLICE, "Badplatsbesök", InSeason(BATHING, 4), "bathing_site_visit", None, "lanna-badgruva"),
        PlanLine(
            *(MUNICIPALITY, "Rondering vid badplatserna", Weekly(4), "site_round", "bathing-sites"),
            unit="Park och fritid",
            days=((6, 1), (8, 31)),
        ),
        PlanLine(MUNICIPALITY, "Uppsökande arbete", Monthly(2), "outreach", "outreach", unit="Fältgruppen"),
        PlanLine(
            MUNICIPALITY,
            "Lägesavstämning med Polisen",
            Monthly(1),
            "coordination_meeting",
            "situational-picture",
        ),
        PlanLine(MUNICIPALITY, "Gå igenom belysningen kring Lanna badgruva", Once(), days=((4, 1), (4, 30))),
        PlanLine(
            MUNICIPALITY,
            "Fritidsgården i Fjugesta",
            Monthly(1),
            "youth_centre_visit",
            None,
            "fjugesta-fritidsgard",
        ),
    ),
    OSKARSHAMN.code: (
        PlanLine(
            POLICE,
            "Hastighetskontroller där medborgare pekat ut",
            Monthly(4),
            "traffic_check",
            "speed-checks",
        ),
        PlanLine(POLICE, "Fotpatrull i skolmiljö", Monthly(2), "foot_patrol", "school-foot-patrols"),
        PlanLine(POLICE, "Inlägg i sociala medier", Monthly(3), "social_media_post", "social-media"),
        PlanLine(POLICE, "Besök i klasser", EachTerm(), "class_visit", "relations-with-young-people"),
        PlanLine(
            POLICE,
            "Redovisa resultatet på torget",
            Once(),
            None,
            "publish-results",
            days=((11, 20), (12, 15)),
        ),
        PlanLine(MUNICIPALITY, "LUPP i årskurs 8", Once(), "survey", "lupp-grade-8", days=((1, 15), (5, 31))),
        PlanLine(
            MUNICIPALITY,
            "LUPP i gymnasiets årskurs 2",
            Once(),
            "survey",
            "lupp-upper-secondary-2",
            days=((9, 1), (11, 30)),
        ),
        PlanLine(
            MUNICIPALITY,
            "Trygghetsvandring med unga",
            Once(),
            "safety_walk",
            "safety-walk",
            "rodsleskolan",
            days=((9, 1), (10, 31)),
        ),
        PlanLine(
            MUNICIPALITY, "Nattvandring", Monthly(1), "night_walk", None, "lilla-torget", unit="Fältgruppen"
        ),
    ),
}
