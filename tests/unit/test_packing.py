"""What is the same for everyone goes out packed, to those who take it."""

import gzip

from flask import Flask, Response

from logger.packing import packed

LONG = "Fotpatrull i skolmiljö. " * 100


def answer(text: str, accepts: str) -> Response:
    with Flask("packing").test_request_context(headers={"Accept-Encoding": accepts}):
        return packed(Response(text))


def test_a_long_text_is_packed_for_those_who_take_it() -> None:
    response = answer(LONG, "gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.get_data()).decode() == LONG
    assert response.content_length == len(response.get_data()) < len(LONG) / 10
    assert "Accept-Encoding" in response.vary


def test_others_get_it_as_it_is_and_caches_are_told_apart() -> None:
    for accepts in ("", "br", "gzip;q=0"):
        response = answer(LONG, accepts)
        assert "Content-Encoding" not in response.headers
        assert "Accept-Encoding" in response.vary


def test_what_is_short_is_left_alone() -> None:
    assert "Content-Encoding" not in answer("Kort.", "gzip").headers
