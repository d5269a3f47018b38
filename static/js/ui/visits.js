/** What a scanned sign opens: Ny with the place filled in, or, where nobody is signed in, a place to keep the visit. */

import { clockOf, moment } from "../core/calendar.js";
import { emptyDraft } from "../core/draft.js";
import { t } from "../core/texts.js";
import { draftOfVisit, signOf } from "../core/visits.js";
import { h, part, put } from "./dom.js";

/** @typedef {import("../core/visits.js").Visit} Visit */

/** Puts Ny in place of the sign's address, or of a visit that waited here for its person.
 * @param {import("../app.js").App} app */
export async function fillIn(app) {
  const { book } = app;
  const sign = signOf(location.pathname);
  const waiting = keptVisits().filter((visit) => isTheirs(book, visit));
  const visit = sign ?? waiting[0];
  if (!visit) {
    return;
  }
  const isMine = isTheirs(book, visit);
  const draft = isMine ? draftFor(book, visit) : undefined;
  const gone = draft?.place ? "" : t`Platsen finns inte i kommunen längre.`;
  const from = sign ? fromASign() : waited(waiting);
  const said = isMine
    ? [from, gone].filter(Boolean).join(" ")
    : t`Skylten hör till en kommun där du inte loggar.`;
  if (!sign && draft) {
    await book.keepDraft(draft);
    keep(keptVisits().filter(({ at }) => at !== waiting[0]?.at));
  }
  history.replaceState({ state: { draft, said } }, "", "/ny");
  if (isMine && visit.municipality !== book.who.current) {
    await app.switchTo(visit.municipality);
  }
}

/** @param {import("../logbook.js").Logbook} book @param {import("../core/visits.js").Sign} sign */
const isTheirs = ({ who }, { municipality }) => who.municipalities.some(({ code }) => code === municipality);

/** @param {import("../logbook.js").Logbook} book @param {import("../core/visits.js").Sign & {at?: number}} visit */
function draftFor({ who, reference, entries }, visit) {
  const draft = draftOfVisit(emptyDraft(visit.municipality, who.user.organisation), visit, entries);
  const known = visit.municipality === who.current ? reference?.places : undefined;
  const isGone = known && !known.some(({ id }) => id === visit.place);
  return isGone ? { ...draft, place: null } : draft;
}

const fromASign = () =>
  matchMedia("(display-mode: standalone)").matches
    ? t`Platsen kommer från skylten.`
    : t`Från skylten. Sparas i den här webbläsaren.`;

/** @param {Visit[]} visits */
const waited = ([first, ...others]) =>
  t`Besöket ${moment(first?.at ?? 0, Date.now())} var sparat i den här webbläsaren.${others.length ? t` ${others.length} till väntar.` : ""}`;

/** Nobody is signed in: the visit can be kept in this browser until its person is. */
export function offer() {
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-screen=nobody]"));
  const word = part(root, "word");
  const way = part(root, "way");
  const sign = signOf(location.pathname);
  const waiting = keptVisits();

  function tellWaiting() {
    const count = keptVisits().length;
    put(
      word,
      h(
        "p",
        {},
        count === 1
          ? t`1 besök är sparat i den här webbläsaren.`
          : t`${count} besök är sparade i den här webbläsaren.`,
      ),
      h(
        "p",
        { class: "second" },
        t`Logga in här, så fylls det i. Du väljer vad som gjordes och trycker Spara.`,
      ),
    );
    way.classList.add("btn--primary");
  }

  /** @param {Visit} visit */
  function save(visit) {
    keep([...keptVisits(), visit]);
    history.replaceState(null, "", "/");
    tellWaiting();
    way.focus();
  }

  if (sign) {
    const at = Date.now();
    put(
      word,
      h("p", {}, t`Skylten ${sign.place}, avläst ${clockOf(at)}.`),
      h(
        "p",
        { class: "second" },
        t`Du är inte inloggad i den här webbläsaren. Besöket kan sparas här och fylls i när du loggar in här.`,
      ),
      h(
        "button",
        {
          class: "btn btn--primary btn--large btn--wide",
          type: "button",
          onclick: () => save({ ...sign, at }),
        },
        t`Spara besöket`,
      ),
    );
    way.classList.remove("btn--primary");
  } else if (waiting.length) {
    tellWaiting();
  }
}

/** @returns {Visit[]} */
const keptVisits = () => JSON.parse(localStorage.getItem("visits") ?? "[]");

/** @param {Visit[]} visits */
function keep(visits) {
  if (visits.length) {
    localStorage.setItem("visits", JSON.stringify(visits));
  } else {
    localStorage.removeItem("visits");
  }
}
