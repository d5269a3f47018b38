"""Renders the PNG icons of the app from static/icons/icon.svg, after the mark has changed."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ICONS = Path(__file__).resolve().parent.parent / "static" / "icons"
# A maskable icon fills its square, the others have the mark's round corners (14 of 64).
SIZES = {"icon-192.png": (192, 14), "icon-512.png": (512, 14), "icon-maskable-512.png": (512, 0)}


def main() -> None:
    mark = (ICONS / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        for name, (size, corner) in SIZES.items():
            render(page, mark, ICONS / name, size, corner)
        browser.close()


def render(page: Page, mark: str, path: Path, size: int, corner: int) -> None:
    page.set_viewport_size({"width": size, "height": size})
    style = f"*{{margin:0}}svg{{display:block;width:{size}px;border-radius:{100 * corner / 64}%}}"
    page.set_content(f"<style>{style}</style>{mark}")
    page.screenshot(path=path, omit_background=True)


if __name__ == "__main__":
    main()
