"""Signs: a code for each chosen place, which a reader reads; its address opens for everybody."""

import re

import zxingcpp

from logger.web.places.qr_codes import QrCode, qr_code
from logger.web.places.sign_views import sign_address
from tests.api.test_desk_pages import seen
from tests.worlds.town import OURS, Town

SHEET = f"/skyltar/{OURS}"
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")
_CODE = re.compile(r'viewBox="0 0 (\d+) \1" shape-rendering="crispEdges"><path d="([^"]+)"')


def read(code: QrCode) -> list[str]:
    """What a reader of codes makes of the drawing, eight dots to a module."""
    dots = 8
    rows = [bytearray(b"\xff" * code.size * dots) for _ in range(code.size)]
    for x, y, length in (map(int, run) for run in _RUN.findall(code.path)):
        rows[y][x * dots : (x + length) * dots] = bytes(length * dots)
    picture = memoryview(b"".join(bytes(row) * dots for row in rows))
    shaped = picture.cast("B", (code.size * dots, code.size * dots))
    return [found.text for found in zxingcpp.read_barcodes(shaped)]


def test_a_sheet_has_a_sign_for_every_place_and_its_code_leads_to_the_phone(town: Town) -> None:
    client = town.client("coordinator")
    html = client.get(SHEET).text
    [(size, path)] = _CODE.findall(html)

    [address] = read(QrCode(int(size), path))
    assert address == f"http://localhost/p/{OURS}/skolvagen#Skolv%C3%A4gen"
    assert f"localhost/p/{OURS}/skolvagen#" not in seen(town, SHEET)  # nobody types that
    assert f"{OURS} skolvagen" in seen(town, SHEET)
    assert "1 skylt på 1 sida" in seen(town, SHEET)
    assert 'data-screen="/ny"' in town.client("anonymous").get(address).text


def test_a_place_that_was_not_chosen_has_no_sign(town: Town) -> None:
    nothing = seen(town, f"{SHEET}?valda=1&plats[]=en-annan")

    assert "Inga skyltar" in nothing
    assert "Välj minst en plats" in nothing
    assert "1 skylt på 1 sida" in seen(town, f"{SHEET}?valda=1&plats[]=en-annan&plats[]=skolvagen")


def test_the_sheet_is_in_the_list_of_pages_for_those_who_may_print_it(town: Town) -> None:
    board = f"/aktiviteter/{OURS}"
    assert f'href="{SHEET}"' in town.client("chief").get(board).text
    assert f'href="{SHEET}"' not in town.client("officer").get(board).text


def test_any_id_of_a_place_makes_an_address_that_a_reader_reads() -> None:
    address = sign_address("https://faltlogg.example/", OURS, "å/b 1?#%")

    assert address == f"https://faltlogg.example/p/{OURS}/%C3%A5%2Fb%201%3F%23%25"
    assert read(qr_code(address)) == [address]
