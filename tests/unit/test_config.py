"""An installation's settings, and the key that it keeps."""

from pathlib import Path

import pytest

from logger.config import from_environment
from logger.release import asset_address, fingerprint


def test_an_empty_environment_gives_sqlite_and_a_key_of_its_own(tmp_path: Path):
    settings = from_environment({}, tmp_path)

    assert settings.database_url == f"sqlite:///{tmp_path / 'instance' / 'faltlogg.db'}"
    assert len(settings.secret_key) >= 43
    assert settings.proxy_hops == 0


def test_the_key_is_kept_for_the_owner_alone(tmp_path: Path):
    first = from_environment({}, tmp_path).secret_key

    assert from_environment({}, tmp_path).secret_key == first
    assert (tmp_path / "instance" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "instance").stat().st_mode & 0o777 == 0o700
    assert [path.name for path in (tmp_path / "instance").iterdir()] == ["secret-key"]


def test_the_environment_decides(tmp_path: Path):
    settings = from_environment(
        {
            "DATABASE_URL": "postgresql://db/x",
            "SECRET_KEY": "secret",
            "PROXY_HOPS": "2",
            "INSTANCE_PATH": str(tmp_path / "elsewhere"),
        },
        tmp_path,
    )

    assert (settings.database_url, settings.secret_key, settings.proxy_hops) == (
        "postgresql://db/x",
        "secret",
        2,
    )
    assert settings.instance == tmp_path / "elsewhere"
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("hops", ["-1", "two", "11", "1.5"])
def test_a_wrong_number_of_proxies_stops_the_start(tmp_path: Path, hops: str):
    with pytest.raises(ValueError, match="PROXY_HOPS"):
        from_environment({"PROXY_HOPS": hops}, tmp_path)


def test_a_commit_is_durable_unless_the_operator_says_otherwise(tmp_path: Path):
    assert from_environment({}, tmp_path).durable_after == "commit"
    assert from_environment({"DURABLE_AFTER": "backup"}, tmp_path).durable_after == "backup"
    with pytest.raises(ValueError, match="DURABLE_AFTER"):
        from_environment({"DURABLE_AFTER": "never"}, tmp_path)


def test_a_release_changes_with_any_byte_and_any_name(tmp_path: Path):
    (tmp_path / "a.js").write_text("1")
    first = fingerprint(tmp_path)
    (tmp_path / ".hidden").write_text("not cached by anyone")
    assert fingerprint(tmp_path) == first

    (tmp_path / "a.js").write_text("2")
    second = fingerprint(tmp_path)
    (tmp_path / "a.js").rename(tmp_path / "b.js")

    assert len({first, second, fingerprint(tmp_path)}) == 3
    assert asset_address(first, "a.js") == f"/static/{first}/a.js"


def test_reminders_are_signed_by_the_key_in_the_environment_or_the_folder(tmp_path: Path):
    key = f"{'A' * 43}.B{'A' * 86}"
    assert from_environment({}, tmp_path).push_key is None
    (tmp_path / "instance" / "push-key").write_text(key)

    settings = from_environment({"PUSH_SERVICES": "push.example.se *.push.example.se"}, tmp_path)

    assert settings.push_key == key
    assert settings.push_services == ("push.example.se", "*.push.example.se")
    assert key[:20] not in repr(settings)
    with pytest.raises(ValueError, match="PUSH_KEY"):
        from_environment({"PUSH_KEY": "half a key"}, tmp_path)


def test_tiles_come_from_nowhere_unless_the_operator_says_where(tmp_path: Path):
    assert from_environment({}, tmp_path).map_tiles is None
    address = "https://tiles.example.se/topo/{z}/{x}/{y}.png?key=a1"
    assert from_environment({"MAP_TILES": address}, tmp_path).map_tiles == address


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example.se/{z}/{x}/{y}.png",
        "https://tiles.example.se/{z}/{x}.png",
        "https://tiles.example.se; script-src *//{z}/{x}/{y}.png",
        "https://{s}.example.se/{z}/{x}/{y}.png",
    ],
)
def test_an_address_that_is_none_of_tiles_stops_the_start(tmp_path: Path, address: str):
    with pytest.raises(ValueError, match="MAP_TILES"):
        from_environment({"MAP_TILES": address}, tmp_path)
