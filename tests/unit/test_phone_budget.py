"""What a phone downloads before somebody can log: kept small, as nginx packs it."""

import gzip
from pathlib import Path

from logger.packing import is_worth_packing
from logger.web.phone.packs import scripts_for
from logger.web.phone.phone import OF_THE_DESK, SHEETS, shell_files
from logger.web.static_files import as_sent

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
KILO = 1000


def packed(name: str) -> int:
    """How long it is on the line: what is short goes as it is."""
    body = as_sent(STATIC, name).encode()
    return len(gzip.compress(body, 6)) if is_worth_packing(body) else len(body)


FIRST = {*scripts_for(STATIC, "js/app.js"), "js/early.js"}


def test_scripts_before_the_first_form_and_all_that_send_stay_under_30_kilobytes() -> None:
    assert sum(map(packed, FIRST)) <= 24 * KILO
    assert sum(map(packed, FIRST | {*scripts_for(STATIC, "js/courier.js")})) <= 30 * KILO


def test_scripts_until_ny_can_be_saved_stay_under_30_kilobytes() -> None:
    assert sum(map(packed, FIRST | {*scripts_for(STATIC, "js/ui/form.js")})) <= 30 * KILO


def test_everything_before_the_first_form_stays_under_60_kilobytes() -> None:
    page = b"".join(path.read_bytes() for path in sorted((ROOT / "templates" / "phone").glob("*.html")))
    symbols = (ROOT / "templates" / "symbols.html").read_bytes()
    assert len(gzip.compress(page + symbols, 6)) + sum(map(packed, FIRST | {*SHEETS})) <= 60 * KILO


def test_the_worker_keeps_every_script_that_a_screen_may_ask_for() -> None:
    kept = shell_files(STATIC)
    on_disk = {path.relative_to(STATIC).as_posix() for path in (STATIC / "js").rglob("*.js")}
    needed = {
        script for name in on_disk if not name.startswith(OF_THE_DESK) for script in scripts_for(STATIC, name)
    }
    assert needed < set(kept)
    assert len(kept) == len(set(kept))
    assert all((STATIC / name).is_file() for name in kept)
