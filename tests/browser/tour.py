"""The tour: chosen pages with a sentence each, photographed and written to docs/tour.md (`make tour`).

`make tour ONLY=logga` takes those whose name has it anew and leaves the others.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.lived_pictures import of_a_lived_year
from tests.browser.paper_pictures import of_a_demo
from tests.browser.screenshots import SIZES, sights
from tests.browser.visits import wear

DOCS = Path(__file__).parents[2] / "docs"
DOCUMENT = DOCS / "tour.md"
PICTURES = DOCS / "pictures" / "tour"
PAPER = "paper"
WIDTHS = {"phone": 300, "desk": 800, PAPER: 560}
HIGHEST = 1600  # pixels: what lies below is more of the same


@dataclass(frozen=True)
class Stop:
    """One picture of the tour: the page's name among the screenshots, its sentence, size and theme."""

    name: str
    sentence: str
    size: str = "phone"
    theme: str = "light"

    @property
    def picture(self) -> Path:
        kind = "png" if self.size == PAPER else "jpg"
        return PICTURES / f"{self.name}-{self.size}-{self.theme}.{kind}"


def _desk(name: str, sentence: str, theme: str = "light") -> Stop:
    return Stop(name, sentence, "desk", theme)


CHAPTERS = {
    "On the phone": [
        Stop(
            "logga",
            "Logga: how sending stands, then what this person usually does here and now. One tap saves.",
        ),
        Stop(
            "logga-i-alla-lagen",
            "The same with everything at once: running presence, one that was forgotten, what waits.",
        ),
        Stop("logga-i-alla-lagen", "And at night: dim, red-shifted, nothing bright.", theme="night"),
        Stop(
            "logga-planerat",
            "What is planned: done in one tap; opened, it is changed first or says why it was not done.",
        ),
        Stop("logga-pa-sondagen", "Sunday's minute: the week's hours, and what was probably forgotten."),
        Stop(
            "ny", "Ny: the usual kind and the nearest place stand chosen, and it says what it will count for."
        ),
        Stop("ny", "Ny at night.", theme="night"),
        Stop("flera-i-alla-lagen", "A whole shift on one sheet, saved all or none."),
        Stop(
            "mina-i-alla-lagen",
            "Mina: what needs its author first, with a sentence and a button, then day by day.",
        ),
        Stop(
            "laget", "Läget: the promises with their figures, readable without network, their age told first."
        ),
        Stop("mer", "Mer: the look, the language, what the phone keeps, reminders, practice."),
        Stop("hjalp", "Help, which works without network."),
        Stop("logga-i-ovning", "Practice: nothing of it is real, and every screen says so."),
        Stop("logga-pa-engelska", "Logga in English."),
        Stop("logga-utan-inloggning", "The first start."),
        Stop("kod", "Whoever is invited types a code once and chooses the password; then they log."),
    ],
    "At the desk": [
        _desk(
            "lekeberg-oversikt", "Översikt: Monday's sentence, then each promise in the pledge's own order."
        ),
        _desk("oskarshamn-oversikt", "Another pledge, in the dark.", "dark"),
        Stop("lekeberg-oversikt", "The same page on a phone."),
        _desk(
            "lekeberg-atagande-traffic-checks",
            "One promise: its rule in words, its pace, and what made its figure.",
        ),
        _desk("oskarshamn-atagande-every-school", "A promise of every school, place by place and over time."),
        _desk("oskarshamn-varfor", "Why an entry counts or does not, condition by condition."),
        _desk("riket", "Riket: any number of municipalities by name, and what is late beside its own goal."),
        _desk("omradet", "Området: each municipality beside its own goals, what is behind in it, and why."),
        _desk("lekeberg-narvaro-presence", "Närvaro: hours a week against the promise, and what made them."),
        _desk("lekeberg-aktiviteter", "Aktiviteter: filtered, searched, each opened to its history."),
        _desk("lekeberg-dubblett", "An activity that two people may have logged."),
        _desk("lekeberg-ratta", "A correction, with its reason, beside what the author wrote."),
        _desk("lekeberg-att-avgora", "Att avgöra: what the server holds for a person to look at."),
        _desk(
            "lekeberg-telefoner", "Telefoner: which have not been heard from, and which numbers are missing."
        ),
        _desk("lekeberg-tidigare-bok", "An old book brought in: its estimates stand beside, never inside."),
        _desk("lekeberg-alla-loften", "Löften: the pledges, their drafts and versions."),
        _desk("lekeberg-utkast", "A draft of a pledge, as the document it is."),
        _desk(
            "lekeberg-utkast-atagande", "One commitment written: its words, its rule, and how the rule reads."
        ),
        _desk("oskarshamn-skillnad", "What differs between two versions, in words."),
        _desk("oskarshamn-platser", "Platser: where to go next, and when each place was last visited."),
        _desk(
            "lekeberg-foreslagna-platser", "Places that the field proposes, to be accepted, named or refused."
        ),
        _desk("lekeberg-skyltar", "Skyltar: signs to print, one for each place."),
        _desk(
            "lekeberg-plan",
            "Plan: what is late, due and coming, then each performer's year, approved by its own.",
        ),
        Stop("lekeberg-plan-for-faltet", "The same on a phone in the field: planned, and done in two taps."),
        _desk("lekeberg-plan-rad", "One line of the plan with all its times, and how often it recurs."),
        _desk("lekeberg-skolterminer", "When the town's schools are open, for what is planned each term."),
        _desk(
            "oskarshamn-uppfoljning-skrivs",
            "Uppföljning while it is written: a comment, and a reason for each promise that lies behind.",
        ),
        _desk(
            "oskarshamn-uppgifter",
            "What is entered by hand: a milestone's day with its evidence, surveys with sample and source.",
        ),
        _desk(
            "oskarshamn-uppfoljning-godkanna",
            "Frozen and put forward: one person of each party approves what was read.",
        ),
        _desk(
            "lekeberg-uppfoljning",
            "What came late is a correction beside the frozen figure, which stays as it was.",
        ),
        _desk("mandagsbrevet", "The Monday letter: what is behind, and by how much."),
        _desk("personer", "Personer: who has an account, with which roles, and who has not come yet."),
        _desk("personer-en", "One person: the code to come in by, roles given and ended, shut out at once."),
        Stop("mitt-konto", "Mitt konto: where one is signed in, and which phones are one's own."),
        _desk(
            "ordlista",
            "The word list that an administrator keeps: no word is ever taken from what was logged.",
        ),
    ],
    "In public": [
        Stop(
            "lekeberg-lofte",
            "What was promised, what came of it, and the rule behind each figure: no sign-in, no script.",
        ),
        _desk("oskarshamn-lofte", "The same on a wide screen."),
        Stop("oskarshamn-lofte-inbaddat", "And in a frame on another site."),
    ],
    "A year that was lived": [
        _desk("levt-ar-plan", "The plan of the whole year: what was done, and by which activity each time."),
        _desk(
            "levt-ar-uppfoljning",
            "January as both parties approved it; a phone that was away is a correction beside it.",
        ),
        _desk(
            "levt-ar-rattelse", "The same in public: what was published stands, and what came late is told."
        ),
        _desk("levt-ar-offentligt", "The year as anybody reads it: 52 weeks, what was missed, and why."),
        Stop("levt-ar-offentligt", "And on a phone."),
    ],
    "On paper": [
        Stop("papper-blad", "The sheet to hand out: one page, however much is said.", PAPER),
        Stop("papper-redovisning", "The account to the municipal council, tagged for screen readers.", PAPER),
        Stop(
            "papper-underlag", "The pack for the crime-prevention council: what to talk about first.", PAPER
        ),
    ],
}
STOPS = [stop for stops in CHAPTERS.values() for stop in stops]


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    only = os.environ.get("ONLY", "")
    names = {stop.name for stop in STOPS if only in stop.name}
    for page, name in sights(names.__contains__):
        for stop in (each for each in STOPS if each.name == name):
            photograph(page, stop)
    if any(stop.name in names for stop in CHAPTERS["A year that was lived"]):
        for page, name in of_a_lived_year():
            for stop in (each for each in STOPS if each.name == name):
                photograph(page, stop)
    if any(stop.size == PAPER and stop.name in names for stop in STOPS):
        for name, picture in of_a_demo():
            Stop(name, "", PAPER).picture.write_bytes(picture)
    for left in set(PICTURES.iterdir()) - {stop.picture for stop in STOPS}:
        left.unlink()
    DOCUMENT.write_text(document(), encoding="utf-8")


def photograph(page: Page, stop: Stop) -> None:
    """The page from its top, small enough to lie in the repository."""
    wear(page, stop.theme)
    width, height = SIZES[stop.size]
    page.set_viewport_size({"width": width, "height": height})
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(HIGHEST, max(height, whole))})
    page.evaluate("scrollTo(0, 0)")  # what was pressed on the way had scrolled it
    page.screenshot(path=stop.picture, type="jpeg", quality=70)


def document() -> str:
    """The page as it is to be: a chapter for each audience, a picture under each sentence."""
    chapters = [f"## {title}\n\n" + "\n".join(map(_shown, stops)) for title, stops in CHAPTERS.items()]
    told = (
        "Every picture is of the demo that `make run` loads, or of the year that the tests live through. "
        "Written by `make tour`; the names are invented."
    )
    return f"# A tour\n\n{told}\n\n" + "\n".join(chapters)


def _shown(stop: Stop) -> str:
    width = WIDTHS[stop.size]
    address = stop.picture.relative_to(DOCS).as_posix()
    return f'{stop.sentence}\n\n<img src="{address}" width="{width}" alt="{stop.name}, {stop.theme}">\n'


if __name__ == "__main__":
    main()
