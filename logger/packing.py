"""Packs what is the same for everyone, once; a page of one person is packed by the proxy or not at all."""

import gzip
from functools import lru_cache

from flask import Response, request

_WORTH_IT = 300


def packed(response: Response) -> Response:
    """The response, packed where the browser takes that and it is worth it."""
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if request.accept_encodings.quality("gzip") > 0 and is_worth_packing(body):
        response.set_data(_gzip(body))
        response.content_encoding = "gzip"
    return response


def is_worth_packing(body: bytes) -> bool:
    """Whether it is shorter on the line when it is packed."""
    return len(body) > _WORTH_IT


@lru_cache(maxsize=256)
def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)
