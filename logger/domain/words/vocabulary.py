"""The built-in vocabulary, as plain data; an administrator extends it without a deploy."""

from logger.domain.terms import SOFT_HYPHEN, ActivityType, Lang, Term, Vocabulary

__all__ = ["BUILT_IN", "ActivityType", "Lang", "Term", "Vocabulary"]


def _soft(word: str) -> str:
    return word.replace("~", SOFT_HYPHEN)


def _term(code: str, sv: str, en: str, sv_text: str = "", en_text: str = "") -> Term:
    return Term(code, _soft(sv), en, sv_text, en_text)


def _type(
    code: str,
    sv: str,
    en: str,
    sv_text: str,
    en_text: str,
    *,
    focuses: tuple[Term, ...] = (),
    counters: tuple[Term, ...] = (),
    sensitive: bool = False,
    made_by_product: bool = False,
) -> ActivityType:
    return ActivityType(code, _soft(sv), en, sv_text, en_text, focuses, counters, sensitive, made_by_product)


# fmt: off
TYPES = (
    _type("traffic_check", "trafik~kontroll", "traffic check", "trafikkontroller", "traffic checks",
          focuses=(
              _term("speed", "hastighet", "speed"),
              _term("sobriety", "nykterhet", "sobriety"),
              _term("behaviour", "beteende", "behaviour"),
              _term("youth_vehicles", "motor~buren ung~dom", "youth vehicles"),
              _term("heavy_traffic", "tung trafik", "heavy traffic"),
          ),
          counters=(
              _term("vehicles", "fordon", "vehicles", "fordon", "vehicles"),
              _term("breath_tests", "ut~andnings~prov", "breath tests"),
              _term("offences", "rapporterade", "offences reported"),
          )),
    _type("foot_patrol", "fot~patrull", "foot patrol", "fotpatruller", "foot patrols",
          focuses=(
              _term("school", "skol~miljö", "school environment", en_text="the school environment"),
              _term("centre", "centrum", "town centre", en_text="the town centre"),
          )),
    _type("hotspot_patrol", "hotspot-patrull", "hotspot patrol", "hotspot-patruller", "hotspot patrols"),
    _type("presence", "när~varo i kommunen", "presence in the municipality",
          "närvaro i kommunen", "presence in the municipality"),
    _type("bathing_site_visit", "bad~plats~besök", "bathing site visit",
          "badplatsbesök", "bathing site visits",
          focuses=(
              _term("littering", "ned~skräpning", "littering"),
              _term("vandalism", "skade~görelse", "vandalism"),
              _term("alcohol", "alkohol", "alcohol"),
          )),
    _type("site_round", "rondering", "site round", "ronderingar", "site rounds"),
    _type("school_visit", "skol~besök", "school visit", "skolbesök", "school visits"),
    _type("class_visit", "klass~besök", "class visit", "klassbesök", "class visits"),
    _type("youth_centre_visit", "fritids~gårds~besök", "youth centre visit",
          "fritidsgårdsbesök", "youth centre visits"),
    _type("drug_operation", "narkotika~insats", "drug operation", "narkotikainsatser", "drug operations",
          sensitive=True),
    _type("outreach", "upp~sökande arbete", "outreach work", "uppsökande arbete", "outreach work"),
    _type("licensed_premises_inspection", "krog~tillsyn", "licensed premises inspection",
          "krogtillsyner", "licensed premises inspections"),
    _type("retail_inspection", "tobaks- och folköls~tillsyn", "tobacco and beer retail inspection",
          "tobaks- och folkölstillsyner", "tobacco and beer retail inspections"),
    _type("safety_walk", "trygghets~vandring", "safety walk", "trygghetsvandringar", "safety walks",
          focuses=(_term("youth", "ung~domar", "young people"),)),
    _type("night_walk", "natt~vandring", "night walk", "nattvandringar", "night walks"),
    _type("mobile_police_office", "mobilt polis~kontor", "mobile police office",
          "mobila poliskontor", "mobile police offices"),
    _type("citizen_dialogue", "medborgar~dialog", "citizen dialogue",
          "medborgardialoger", "citizen dialogues"),
    _type("parent_meeting", "föräldra~möte", "parent meeting", "föräldramöten", "parent meetings"),
    _type("information_campaign", "informations~insats", "information campaign",
          "informationsinsatser", "information campaigns"),
    _type("neighbourhood_watch", "grann~samverkan", "neighbourhood watch",
          "grannsamverkan", "neighbourhood watch"),
    _type("coordination_meeting", "sam~verkans~möte", "coordination meeting",
          "samverkansmöten", "coordination meetings",
          focuses=(
              _term("situational_picture", "läges~bild", "situational picture",
                    en_text="the situational picture"),
              _term("traffic_environment", "trafik~miljö", "traffic environment",
                    en_text="the traffic environment"),
          )),
    _type("physical_measure", "åtgärd i ute~miljön", "outdoor measure",
          "åtgärder i utemiljön", "outdoor measures"),
    _type("social_media_post", "inlägg i sociala medier", "social media post",
          "inlägg i sociala medier", "social media posts"),
    _type("survey", "kart~läggning/enkät", "survey", "kartläggningar/enkäter", "surveys",
          focuses=(
              _term("grade_8", "års~kurs 8", "grade 8"),
              _term("upper_secondary_2", "gymnasiet års~kurs 2", "the second year of upper secondary school"),
          )),
    _type("training", "ut~bildning", "training", "utbildningar", "training"),
    _type("other", "annat", "other", "annat", "other activities"),
    _type("published_result", "publicerad upp~följning", "published result",
          "publicerade uppföljningar", "published results", made_by_product=True),
    _type("follow_up", "godkänd månads~upp~följning", "approved monthly follow-up",
          "godkända månadsuppföljningar", "approved monthly follow-ups", made_by_product=True),
    _type("activity_plan", "godkänd aktivitets~plan", "approved activity plan",
          "godkända aktivitetsplaner", "approved activity plans", made_by_product=True),
)

PLACE_KINDS = (
    _term("school", "skola", "school", "på skolor", "at schools"),
    _term("bathing_site", "bad~plats", "bathing site", "på badplatser", "at bathing sites"),
    _term("road", "väg", "road", "på vägar", "on roads"),
    _term("square", "torg/centrum", "square or centre", "på torg och i centrum", "in squares and centres"),
    _term("station", "rese~centrum", "travel centre", "på resecentrum", "at travel centres"),
    _term("youth_centre", "fritids~gård", "youth centre", "på fritidsgårdar", "at youth centres"),
    _term("park", "park", "park", "i parker", "in parks"),
    _term("licensed_premises", "krog", "licensed premises", "på krogar", "at licensed premises"),
    _term("area", "område", "area", "i områden", "in areas"),
)

ORGANISATIONS = (
    _term("police", "Polisen", "the Police", "Polisen", "the Police"),
    _term("municipality", "Kommunen", "the municipality", "kommunen", "the municipality"),
    _term("rescue_service", "Räddnings~tjänsten", "the rescue service",
          "räddningstjänsten", "the rescue service"),
    _term("social_services", "Social~tjänsten", "social services", "socialtjänsten", "social services"),
    _term("school", "Skolan", "the school", "skolan", "the school"),
)
# fmt: on

BUILT_IN = Vocabulary.of(TYPES, PLACE_KINDS, ORGANISATIONS)
