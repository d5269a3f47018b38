"""The release: one fingerprint of everything phones cache, so that two releases cannot mix."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def fingerprint(*roots: Path) -> str:
    """Twelve hex digits over names and bytes of all files under the roots, but hidden and compiled ones."""
    whole = sha256()
    for name, path in _files(roots):
        whole.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:12]


def asset_address(release: str, name: str) -> str:
    """The address of a static file in a release: it never changes its content."""
    return f"/static/{release}/{name}"


def _files(roots: Iterable[Path]) -> list[tuple[str, Path]]:
    found = (
        (f"{root.name}/{path.relative_to(root).as_posix()}", path)
        for root in roots
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
    )
    return sorted(found)
