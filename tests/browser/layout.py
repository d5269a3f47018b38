"""What a screen's width and the size of its text do to its words, and to what is pressed."""

from playwright.sync_api import Page


def too_wide(page: Page) -> list[str]:
    """What stands outside the window, or is cut off inside its own box."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("[data-screen]:not([hidden]) *, .tabs *")]
          .filter((element) => !element.closest("svg, .hidden-text, select, .dotted__dot"))
          .filter((element) => element.getClientRects().length)
          .filter((element) => {
            const {left, right} = element.getBoundingClientRect();
            const isCut = element.scrollWidth > element.clientWidth + 1
              && getComputedStyle(element).overflowX !== "visible";
            return left < -1 || right > innerWidth + 1 || isCut;
          })
          .map((element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`)"""
    )
    return found


def small_or_close(page: Page) -> list[str]:
    """What is pressed and lower or narrower than 48, or nearer than 8 to its neighbour."""
    found: list[str] = page.evaluate(
        """() => {
          const pressed = "a[href], button, summary, select, label.chip, label.check, .input";
          const targets = [...document.querySelectorAll("[data-screen]:not([hidden]), .tabs, .practice")]
            .flatMap((part) => [...part.querySelectorAll(pressed)])
            .filter((element) => element.getClientRects().length && !element.closest("p:not(.note)"))
            .map((element) => ({element, box: element.getBoundingClientRect()}));
          const name = ({element}) => `${element.tagName}.${element.className} ${element.textContent.trim()}`;
          const small = targets.filter(({box}) => box.height < 47.5 || box.width < 47.5);
          const gap = (a, b) =>
            Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
          const isPinned = ({element}) => element.closest(".foot, .tabs, .practice, .head--form") !== null;
          const close = targets.flatMap((one, place) => targets.slice(place + 1)
            .filter((other) => isPinned(one) === isPinned(other) && !one.element.contains(other.element))
            .filter((other) => gap(one.box, other.box) < 7.5 && !bothLines(one, other))
            .map((other) => `${name(one)} – ${name(other)}`));
          // Lines of a list that fill the width are told apart by their rule, and miss nothing.
          function bothLines(one, other) {
            return [one, other].every(({element}) => element.matches("summary, .state"));
          }
          return [...small.map(name), ...close];
        }"""
    )
    return found


def crushed(page: Page) -> list[str]:
    """Words that stand letter by letter beneath each other, because what is beside them took the width."""
    found: list[str] = page.evaluate(
        """() => {
          const texts = document.createTreeWalker(
            document.querySelector("[data-screen]:not([hidden])"), NodeFilter.SHOW_TEXT);
          const crushed = [];
          while (texts.nextNode()) {
            const {data, parentElement} = texts.currentNode;
            const letters = data.replaceAll("\u00ad", "").trim().length;
            if (letters < 2 || !parentElement.checkVisibility()) continue;
            if (parentElement.closest("svg, select, .hidden-text")) continue;
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size;
            if (lines > 1 && letters / lines < 3.5) crushed.push(data.trim().slice(0, 40));
          }
          return crushed;
        }"""
    )
    return found
