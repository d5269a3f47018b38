"""Fills static/vendor/ with what comes from npm: Source Sans for screens and for papers, and Leaflet."""

import shutil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"

FONT = PACKAGES / "@fontsource-variable" / "source-sans-3"
# Swedish and English, the neighbours' letters that stand in Swedish names, and the signs that figures need.
LETTERS = (
    "".join(chr(code) for code in range(0x20, 0x7F))
    + "ÅÄÖåäöÉéÜüÆæØøèàáç"
    + "\u00a0\u00ad§°·»½×€–—’”•…−"  # no-break space and soft hyphen first
)
WEIGHTS = (400, 700)
# A paper sets what people write: all of Latin, in two files that its typesetter takes for two families.
PAPER_FAMILIES = {"latin": "Source Sans 3", "latin-ext": "Source Sans 3 Ext"}
PAPER_WEIGHTS = (400, 600, 700)


def main() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    subset_font()
    make_paper_fonts()
    copy_leaflet()
    (VENDOR / ".stamp").touch()


def subset_font() -> None:
    # The time in the file stays that of the original: the same input gives the same bytes, the same release.
    font = TTFont(FONT / "files" / "source-sans-3-latin-wght-normal.woff2", recalcTimestamp=False)
    options = Options(
        flavor="woff2",
        hinting=False,
        desubroutinize=True,
        layout_features=["ccmp", "kern", "liga", "locl", "mark", "mkmk"],
        name_IDs=[0, 1, 2, 4, 6, 13, 14],
        notdef_outline=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    font.save(VENDOR / "source-sans-3.woff2")
    shutil.copyfile(FONT / "LICENSE", VENDOR / "source-sans-3.LICENSE")


def make_paper_fonts() -> None:
    """One file a weight, as the typesetter knows no variable fonts, and a list of the letters in them."""
    folder = VENDOR / "papers"
    folder.mkdir()
    letters: set[int] = set()
    for subset, family in PAPER_FAMILIES.items():
        for weight in PAPER_WEIGHTS:
            font = TTFont(FONT / "files" / f"source-sans-3-{subset}-wght-normal.woff2", recalcTimestamp=False)
            instantiateVariableFont(font, {"wght": weight}, inplace=True)
            font.flavor = None
            font["OS/2"].usWeightClass = weight
            name_font(font, family, weight)
            letters |= font.getBestCmap().keys()
            font.save(folder / f"source-sans-3-{subset}-{weight}.ttf")
    (folder / "letters.txt").write_text("".join(map(chr, sorted(letters))), encoding="utf-8")


def name_font(font: TTFont, family: str, weight: int) -> None:
    names = {1: family, 4: f"{family} {weight}", 6: f"{family}-{weight}", 16: family, 17: str(weight)}
    for number, name in names.items():
        font["name"].setName(name.replace(" ", "") if number == 6 else name, number, 3, 1, 0x409)


def copy_leaflet() -> None:
    # Its pictures stay behind: nothing of what they draw is used.
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copyfile(PACKAGES / "leaflet" / "dist" / name, VENDOR / name)
    shutil.copyfile(PACKAGES / "leaflet" / "LICENSE", VENDOR / "leaflet.LICENSE")


if __name__ == "__main__":
    main()
