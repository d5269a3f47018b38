"""What each "no" is answered with, whichever door it leaves by: a status and a Swedish sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from logger.domain.refusing.refusals import Refusal
from logger.services.answers import (
    backups,
    desk,
    disposal,
    everywhere,
    follow_up,
    letters,
    old_books,
    people,
    places,
    plan,
    pledges,
    syncing,
    words,
)


@dataclass(frozen=True)
class Answer:
    """A refusal in words; `status` is the HTTP status, `fields` says what is wrong with which field."""

    code: str
    status: int
    title: str
    detail: str
    fields: Mapping[str, str] = field(default_factory=dict)
    retry_after: int | None = None


# By code, each with its status, title and sentence.
ANSWERS: Mapping[str, tuple[int, str, str]] = {
    **everywhere.ANSWERS,
    **backups.ANSWERS,
    **desk.ANSWERS,
    **disposal.ANSWERS,
    **follow_up.ANSWERS,
    **letters.ANSWERS,
    **old_books.ANSWERS,
    **people.ANSWERS,
    **places.ANSWERS,
    **plan.ANSWERS,
    **pledges.ANSWERS,
    **syncing.ANSWERS,
    **words.ANSWERS,
}

_BY_STATUS: Mapping[int, tuple[str, str, str]] = {
    400: ("bad_request", "Det gick inte att läsa", "Det som skickades gick inte att läsa."),
    401: ("reauth", ANSWERS["reauth"][1], ANSWERS["reauth"][2]),
    403: ("not_allowed", "Inte tillåtet", "Det här får du inte göra."),
    404: ("not_found", ANSWERS["not_found"][1], ANSWERS["not_found"][2]),
    405: (
        "method_not_allowed",
        "Går inte att göra här",
        "Adressen finns, men kan inte användas på det sättet.",
    ),
    411: ("length_required", "Längden saknas", "Det som skickas måste ange sin längd."),
    413: ("too_large", "För stort", "Det som skickades är för stort. Dela upp det och försök igen."),
    415: ("wrong_media_type", ANSWERS["wrong_media_type"][1], ANSWERS["wrong_media_type"][2]),
    429: ("too_many_attempts", ANSWERS["too_many_attempts"][1], ANSWERS["too_many_attempts"][2]),
    500: ("internal", "Något gick fel hos oss", "Felet är antecknat. Försök igen om en stund."),
    503: ("unavailable", "Inte tillgängligt just nu", "Tjänsten är upptagen. Försök igen om en stund."),
}


def answer_to(refusal: Refusal) -> Answer:
    """The answer to a refusal; KeyError for one whose code nobody has put into words (a test walks them)."""
    status, title, sentence = ANSWERS[refusal.code]
    return Answer(
        refusal.code, status, title, refusal.detail or sentence, refusal.fields, refusal.wait_seconds
    )


def answer_to_status(status: int) -> Answer:
    """The answer to a "no" that the web itself gives: an unknown address, a wrong method, a fault of ours."""
    code, title, sentence = _BY_STATUS.get(status) or _BY_STATUS[400 if status < 500 else 500]
    return Answer(code, status, title, sentence)
