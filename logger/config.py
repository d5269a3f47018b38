"""What an installation can set: read once from the environment, handed on as one frozen value."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

PUSH_KEY_FILE = "push-key"
"""In the instance folder: what `push keys` makes."""

# The push services of the browsers' makers: Google, Mozilla, Apple, Microsoft.
PUSH_SERVICES = (
    "fcm.googleapis.com",
    "*.push.services.mozilla.com",
    "*.push.apple.com",
    "*.notify.windows.com",
)
_TILES = re.compile(r"https://[a-z0-9.-]+(?::\d+)?/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[\w{}/.?=&@~%+-]*")
_MAIL_SERVER = re.compile(r"smtps?://(?:[^\s/@]+@)?[a-zA-Z0-9.-]+(?::\d{1,5})?/?")
_MAIL_FROM = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_SITE_ADDRESS = re.compile(r"https?://[a-zA-Z0-9.-]+(?::\d{1,5})?")
_PUSH_KEY = re.compile(r"[\w-]{43}\.[\w-]{87}")


@dataclass(frozen=True)
class PasswordCost:
    """What argon2id spends on one password: passes, memory in KiB, lanes (RFC 9106, second choice)."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


@dataclass(frozen=True)
class Settings:
    """Everything about an installation that is not in its database.

    `proxy_hops` is the number of reverse proxies in front, whose X-Forwarded-* headers are believed;
    `security_contact` is whom to tell of a weakness (`mailto:…` or `https://…`), `accessibility_contact`
    whom to tell of a page that somebody cannot use; `batches_a_minute` how many one user's phones may send
    in each process, ten times as many from one address; `durable_after` is what makes an entry durable
    enough for its phone to forget it: its commit, or a verified backup; `push_key` is what reminders are
    signed with, `private.public` in base64url; `push_services` which hosts get them; `map_tiles` is where
    the map of places gets its tiles, `map_credit` whom they are of; without them no page asks another server
    for anything; `mail_server` is where the Monday letter is handed in, `mail_from` whom it is from,
    `site_address` where its readers find the site; `owner_url` is the database as the owner of its tables
    opens it, where the app comes as another role: for migrations, restoring and disposal.
    """

    database_url: str
    secret_key: str = field(repr=False)
    instance: Path
    proxy_hops: int = 0
    password_cost: PasswordCost = PasswordCost()
    request_log: bool = True
    security_contact: str | None = None
    accessibility_contact: str | None = None
    batches_a_minute: int = 600
    durable_after: Literal["commit", "backup"] = "commit"
    push_key: str | None = field(default=None, repr=False)
    push_services: tuple[str, ...] = PUSH_SERVICES
    map_tiles: str | None = None
    map_credit: str = ""
    mail_server: str | None = field(default=None, repr=False)
    mail_from: str | None = None
    site_address: str | None = None
    owner_url: str | None = field(default=None, repr=False)


def from_environment(environ: Mapping[str, str], root: Path) -> Settings:
    """Read the settings of a process started in `root`; makes the instance folder and its key if need be.

    INSTANCE_PATH (default `root/instance`) · DATABASE_URL (default SQLite in it) · SECRET_KEY (default: made
    at the first start and kept in it) · PROXY_HOPS (default 0) · SECURITY_CONTACT (an address for
    security.txt, default one at the host) · ACCESSIBILITY_CONTACT (the same for /tillganglighet) ·
    BATCHES_A_MINUTE (default 600) · DURABLE_AFTER (commit or backup, default commit) · PUSH_KEY (default:
    the one that `push keys` made) · PUSH_SERVICES (hosts with spaces between, default those of the browsers'
    makers) · MAP_TILES (https://…/{z}/{x}/{y}.png, default none) · MAP_CREDIT (whom the tiles are of) ·
    MAIL_SERVER (smtp://user:password@host:port or smtps://…, default none) · MAIL_FROM (an address) ·
    SITE_ADDRESS (https://host, default none) · DATABASE_OWNER_URL (default: the app owns its tables). Raises
    ValueError for a bad number or word.
    """
    instance = Path(environ.get("INSTANCE_PATH") or root / "instance").resolve()
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Settings(
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{instance / 'faltlogg.db'}",
        secret_key=environ.get("SECRET_KEY") or _kept_key(instance / "secret-key"),
        instance=instance,
        proxy_hops=_hops(environ.get("PROXY_HOPS", "0")),
        security_contact=environ.get("SECURITY_CONTACT") or None,
        accessibility_contact=environ.get("ACCESSIBILITY_CONTACT") or None,
        batches_a_minute=_batches(environ.get("BATCHES_A_MINUTE", "600")),
        durable_after=_durable_after(environ.get("DURABLE_AFTER") or "commit"),
        push_key=_push_key(environ.get("PUSH_KEY") or _text_of(instance / PUSH_KEY_FILE)),
        map_tiles=_tiles(environ.get("MAP_TILES") or None),
        map_credit=environ.get("MAP_CREDIT", ""),
        mail_server=_matching(_MAIL_SERVER, "MAIL_SERVER", environ),
        mail_from=_matching(_MAIL_FROM, "MAIL_FROM", environ),
        site_address=_matching(_SITE_ADDRESS, "SITE_ADDRESS", environ),
        owner_url=environ.get("DATABASE_OWNER_URL") or None,
        push_services=tuple(environ.get("PUSH_SERVICES", "").split()) or PUSH_SERVICES,
    )


def _hops(text: str) -> int:
    if not text.isdecimal() or int(text) > 10:
        raise ValueError(f"PROXY_HOPS must be a number from 0 to 10, not {text!r}")
    return int(text)


def _batches(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise ValueError(f"BATCHES_A_MINUTE must be a number from 1 to 1000000, not {text!r}")
    return int(text)


def _durable_after(text: str) -> Literal["commit", "backup"]:
    match text:
        case "commit" | "backup":
            return text
        case _:
            raise ValueError(f"DURABLE_AFTER must be commit or backup, not {text!r}")


def _push_key(text: str | None) -> str | None:
    if text is not None and not _PUSH_KEY.fullmatch(text):
        raise ValueError("PUSH_KEY must be what `push keys` made: private and public part with a dot between")
    return text


def _tiles(text: str | None) -> str | None:
    if text is not None and not _TILES.fullmatch(text):
        raise ValueError(f"MAP_TILES must be https://host/… with {{z}}, {{x}} and {{y}} in it, not {text!r}")
    return text


def _matching(form: re.Pattern[str], name: str, environ: Mapping[str, str]) -> str | None:
    text = environ.get(name) or None
    if text is not None and not form.fullmatch(text):
        raise ValueError(f"{name} is not of the form that it must have")  # it may hold a password
    return text


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        return None


def _kept_key(path: Path) -> str:
    """The key of this instance; of several workers starting at once, the first one's stays."""
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        pass
    made = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    finally:
        made.unlink()
    return path.read_text("ascii")
