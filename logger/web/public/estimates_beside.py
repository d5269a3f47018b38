"""What old books estimate beside the figures of a publication, as it was known when that was made."""

from collections.abc import Mapping

from logger.extensions import db
from logger.services.activities import estimates
from logger.services.publishing.public_pages import PublicBoard
from logger.web.activities.estimate_words import beside_words


def beside_of(board: PublicBoard) -> Mapping[str, str]:
    """By commitment, the sentence that stands beside its figure; nothing where no figure is published."""
    if board.edition is None:
        return {}
    as_of, known_at = board.edition.as_of, board.edition.published_at
    told = estimates.estimates_of(db.session(), board.stored, as_of, known_at)
    return beside_words(told, board.stored.pledge)
