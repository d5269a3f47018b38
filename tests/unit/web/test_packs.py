"""Scripts that travel together: the same modules, run in the same order, each of them once."""

import re
from pathlib import Path

import pytest

from logger.web.phone import packs
from logger.web.phone.lean_scripts import without_comments
from logger.web.phone.packs import CLERK, PACKS, all_scripts, modules_of, script, scripts_for
from logger.web.phone.phone import OF_THE_DESK

STATIC = Path(__file__).parents[3] / "static"
NAMES = (path.relative_to(STATIC).as_posix() for path in (STATIC / "js").rglob("*.js"))
OURS = sorted(name for name in NAMES if not name.startswith(OF_THE_DESK))


def tree(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        path = folder / "js" / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(packs, "PACKS", ("js/app.js", "js/ui/form.js"))
    monkeypatch.setattr(packs, "CLERK", "js/device/clerk.js")
    return tree(
        tmp_path,
        app='import { a } from "./core/a.js";\n\nexport const app = a;\n'
        'import("./ui/form.js");\nimport("./late.js");\n',
        core__a="export const a = 1;\nexport function f() {}\nexport const { b, c: d } = { b: 1, c: 2 };\n",
        core__of_form="export class Of {}\n",
        ui__form='import * as a from "../core/a.js";\nimport { Of as Form } from "../core/of_form.js";\n'
        'export const form = [a, Form, new URL("../device/clerk.js", import.meta.url)];\n',
        late='import {\n  a,\n  d as e,\n} from "./core/a.js";\nimport { Of } from "./core/of_form.js";\n'
        'import("./core/of_form.js");\n',
        device__clerk='import { a } from "../core/a.js";\na;\n',
    )


def test_a_pack_holds_each_module_after_what_it_needs(static: Path) -> None:
    assert script(static, "js/app.js") == (
        "const $0 = (() => {\nconst a = 1;\nfunction f() {}\nconst { b, c: d } = { b: 1, c: 2 };\n"
        "return { a, f, b, d };\n})();\n"
        "const $1 = (() => {\nconst { a } = $0;\nconst app = a;\n"
        'import("./ui/form.js").then((pack) => pack.$3);\nimport("./late.js");\nreturn { app };\n})();\n'
        "export { $0, $1 };\n"
    )


def test_a_pack_takes_from_those_before_it_and_calls_files_from_where_it_lies(static: Path) -> None:
    assert script(static, "js/ui/form.js") == (
        'import { $0 } from "../app.js";\n'
        "const $2 = (() => {\nclass Of {}\nreturn { Of };\n})();\n"
        "const $3 = (() => {\nconst a = $0;\nconst { Of: Form } = $2;\n"
        'const form = [a, Form, new URL("../device/clerk.js", import.meta.url)];\nreturn { form };\n})();\n'
        "export { $2, $3 };\n"
    )


def test_a_module_that_travels_alone_finds_the_others_and_keeps_its_lines(static: Path) -> None:
    assert script(static, "js/late.js") == (
        'import { $0 } from "./app.js"; const {\na,\nd: e,\n} = $0;\n'
        'import { $2 } from "./ui/form.js"; const { Of } = $2;\n'
        'import("./ui/form.js").then((pack) => pack.$2);\n'
    )


def test_a_worker_beside_the_page_gets_its_modules_as_they_are(static: Path) -> None:
    assert script(static, "js/device/clerk.js") == 'import { a } from "../core/a.js";\na;\n'
    assert script(static, "js/core/a.js").startswith("export const a")
    assert {"js/device/clerk.js", "js/core/a.js"} < {*all_scripts(static)}
    assert "js/core/of_form.js" not in all_scripts(static)


def test_modules_that_need_each_other_are_no_pack(tmp_path: Path) -> None:
    around = tree(tmp_path, app='import { b } from "./b.js";\n', b='import { a } from "./app.js";\n')
    with pytest.raises(ValueError, match=r"js/app\.js js/b\.js js/app\.js"):
        script(around, "js/app.js")


def test_every_import_and_export_of_ours_is_one_that_a_pack_can_follow() -> None:
    for name in OURS:
        lean = without_comments((STATIC / name).read_text(encoding="utf-8"))
        for written, followed in (
            (r"^import\b(?!\()", packs._IMPORT),
            (r"\bimport\(", packs._LATER),
            (r"^export\b", packs._EXPORT),
            (r"import\.meta", packs._BESIDE),
        ):
            assert len(re.findall(written, lean, re.MULTILINE)) == len(followed.findall(lean)), name
        assert not re.search(r"\$\d", lean), f"{name} has a name as packs give them"


def test_no_module_runs_twice_in_a_page() -> None:
    """What the clerk runs as it is lies in packs for the page, but for the clerk itself."""
    assert {*modules_of(STATIC, CLERK)} - packs.packs(STATIC).keys() == {CLERK}
    for pack in PACKS:
        assert PACKS.index(pack) == max(PACKS.index(file) for file in scripts_for(STATIC, pack))


def test_the_first_screen_is_one_script() -> None:
    assert scripts_for(STATIC, "js/app.js") == ("js/app.js",)
    assert {*scripts_for(STATIC, "js/ui/form.js")} == {"js/app.js", "js/ui/form.js"}
