"""Which entry a form names, and which version of it was read."""

from uuid import UUID

from flask import request

from logger.domain.refusing.refusals import NotFound
from logger.web.whole_numbers import whole


def named_id(name: str) -> str:
    """The id in a field; what is none names nothing that is there."""
    try:
        return str(UUID(request.form.get(name, "")))
    except ValueError:
        raise NotFound from None


def named_number(name: str) -> int:
    """The number in a field; 0, which no version has, where there is none."""
    return whole(request.form.get(name, ""), 9) or 0
