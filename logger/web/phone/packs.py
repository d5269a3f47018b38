"""Scripts that are wanted together as one file: each module whole in it, in the order in which they run."""

import re
from functools import cache
from os.path import relpath
from pathlib import Path

from logger.web.phone.lean_scripts import without_comments

# Each holds what its first module needs and no pack before it has: on a slow line each one takes a while.
PACKS = ("js/app.js", "js/ui/form.js", "js/courier.js", "js/keeping.js", "js/ui/beside.js")
# Runs beside the page, and has nothing to do with the page's packs.
CLERK = "js/device/second_copy_clerk.js"

# Our modules import only so, before anything else, and a test reads them all.
_IMPORT = re.compile(r"""^import ([^"';()]*?) from "(\.{1,2}/[^"]+)";""", re.MULTILINE)
_LATER = re.compile(r"""\bimport\("(\.{1,2}/[^"]+)"\)""")
_BESIDE = re.compile(r"""(?<=new URL\(")(\.{1,2}/[^"]+)(?=", import\.meta\.url\))""")
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+|\{[^}]*\}))", re.MULTILINE)


@cache
def modules_of(static: Path, start: str = "js/app.js") -> tuple[str, ...]:
    """What a module needs before it runs, itself last: the order in which they run."""
    found: list[str] = []
    _visit(static, start, found, ())
    return tuple(found)


def _visit(static: Path, name: str, found: list[str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"modules that need each other: {' '.join([*above, name])}")
    if name not in found:
        for imported in _IMPORT.finditer(_source(static, name)):
            _visit(static, _named(name, imported[2]), found, (*above, name))
        found.append(name)


@cache
def packs(static: Path) -> dict[str, str]:
    """In which file a module travels, where that is not its own."""
    found: dict[str, str] = {}
    for pack in PACKS:
        for name in modules_of(static, pack):
            found.setdefault(name, pack)
    return found


@cache
def scripts_for(static: Path, start: str) -> tuple[str, ...]:
    """The files to fetch before a module runs, the nearest first."""
    travels = packs(static)
    return tuple(dict.fromkeys(travels.get(name, name) for name in reversed(modules_of(static, start))))


@cache
def all_scripts(static: Path) -> tuple[str, ...]:
    """Every file that some page or worker asks for, once each."""
    travels = packs(static)
    names = {path.relative_to(static).as_posix() for path in (static / "js").rglob("*.js")}
    alone = {name for name in names if travels.get(name, name) == name}
    return tuple(sorted(alone | {*modules_of(static, CLERK)}))


def script(static: Path, name: str) -> str:
    """The script that browsers get under a name: a pack, or a module that looks into the packs for others."""
    if name in PACKS:
        return _pack(static, name)
    if name in packs(static) or name in modules_of(static, CLERK):
        return _source(static, name)
    return _linked(static, name)


def _pack(static: Path, pack: str) -> str:
    travels = packs(static)
    needed = modules_of(static, pack)
    inside = {name: _variable(static, name) for name in needed if travels[name] == pack}
    brought = "".join(
        f"import {{ {', '.join(_variable(static, name) for name in needed if travels[name] == other)} }} "
        f'from "{_seen_from(pack, other)}";\n'
        for other in dict.fromkeys(travels[name] for name in needed)
        if other != pack
    )
    bodies = (
        f"const {known} = (() => {{\n{_body(static, name, pack)}}})();\n" for name, known in inside.items()
    )
    return re.sub("\n+", "\n", f"{brought}{''.join(bodies)}export {{ {', '.join(inside.values())} }};\n")


def _body(static: Path, name: str, pack: str) -> str:
    """A module as the inside of a function that returns what it exports."""

    def at_once(found: re.Match[str]) -> str:
        return f"const {_taken_apart(found[1])} = {_variable(static, _named(name, found[2]))};"

    source = _IMPORT.sub(at_once, _source(static, name))
    told = [each for found in _EXPORT.finditer(source) for each in _names(found[1])]
    return f"{_later_linked(static, name, pack, _EXPORT.sub('', source))}return {{ {', '.join(told)} }};\n"


def _names(told: str) -> list[str]:
    """What `export const a` or `export const { a, b: c }` exports."""
    return [each.split(":")[-1].strip() for each in told.strip("{}").split(",") if each.strip()]


def _linked(static: Path, name: str) -> str:
    """A module that travels alone, with what it imports looked up where that travels."""
    travels = packs(static)

    def at_once(found: re.Match[str]) -> str:
        target = _named(name, found[2])
        if target not in travels:
            return found[0]
        known = _variable(static, target)
        brought = f'import {{ {known} }} from "{_seen_from(name, travels[target])}";'
        return f"{brought} const {_taken_apart(found[1])} = {known};"

    return _later_linked(static, name, name, _IMPORT.sub(at_once, _source(static, name)))


def _taken_apart(imported: str) -> str:
    """`{ a, b as c }` as `{ a, b: c }`, `* as all` as `all`."""
    return imported.removeprefix("* as ").replace(" as ", ": ")


def _later_linked(static: Path, name: str, file: str, source: str) -> str:
    """What a module asks for later, and calls by its address, as seen from the file in which it travels."""
    travels = packs(static)

    def later(found: re.Match[str]) -> str:
        target = _named(name, found[1])
        asked = f'import("{_seen_from(file, travels.get(target, target))}")'
        return f"{asked}.then((pack) => pack.{_variable(static, target)})" if target in travels else asked

    return _BESIDE.sub(lambda found: _seen_from(file, _named(name, found[1])), _LATER.sub(later, source))


def _variable(static: Path, name: str) -> str:
    return f"${list(packs(static)).index(name)}"


@cache
def _source(static: Path, name: str) -> str:
    return without_comments((static / name).read_text(encoding="utf-8"))


def _named(name: str, address: str) -> str:
    """The name of what a module calls by an address beside itself."""
    return relpath(Path(name).parent / address)


def _seen_from(file: str, name: str) -> str:
    address = Path(relpath(name, Path(file).parent)).as_posix()
    return address if address.startswith(".") else f"./{address}"
