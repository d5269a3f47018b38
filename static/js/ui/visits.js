/** What a scanned sign opens: Ny with the place filled in, or, where nobody is signed in, a place to keep the visit. */

import { clockOf, moment } from "../core/calendar.js";
import { emptyDraft } from "../core/draft.js";
import { t } from "../core/texts.js";
import { draftOfVisit, nameOnSign, signOf } from "../core/visits.js";
import { keepDraft } from "../drafting.js";
import { h, part, put } from "./dom.js";

/** @typedef {import("../core/visits.js").Visit} Visit */
/** @typedef {{visits(): Promise<Visit[] | undefined>, setVisits(visits: Visit[]): Promise<unknown>}} Shelf the small outbox
 *  of a browser in which nobody is signed in: strict, as any other */

/** Puts Ny in place of the sign's address, or of a visit that waited here for its person.
 * @param {import("../app.js").App} app @param {Shelf} shelf */
export async function fillIn(app, shelf) {
  const { book } = app;
  const sign = signOf(location.pathname);
  const all = (await shelf.visits()) ?? [];
  const waiting = all.filter((visit) => isTheirs(book, visit));
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
    await keepDraft(book, draft);
    await shelf.setVisits(all.filter((one) => one !== visit));
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

/** The sign tells its place's name itself: to whoever is not signed in the server tells none. @param {number} at */
function whatWasScanned(at) {
  const name = nameOnSign(location.hash);
  return name ? t`${name}, skylten avläst ${clockOf(at)}.` : t`Skylten är avläst ${clockOf(at)}.`;
}

/** Nobody is signed in: the visit can be kept in this browser until its person is. @param {Shelf} shelf */
export async function offer(shelf) {
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-screen=nobody]"));
  const word = part(root, "word");
  const way = part(root, "way");
  const sign = signOf(location.pathname);
  const waiting = (await shelf.visits()) ?? [];

  /** @param {number} count */
  function tellWaiting(count) {
    const kept =
      count === 1
        ? t`1 besök är sparat i den här webbläsaren.`
        : t`${count} besök är sparade i den här webbläsaren.`;
    const next = t`Logga in här, så fylls det i. Du väljer vad som gjordes och trycker Spara.`;
    put(word, h("p", { role: "status" }, kept), h("p", { class: "second" }, next));
    way.classList.add("btn--primary");
  }

  /** @param {Visit} visit */
  async function save(visit) {
    const visits = [...waiting, visit];
    try {
      await shelf.setVisits(visits);
    } catch {
      word.append(h("p", { class: "field__error", role: "alert" }, t`EJ sparat. Försök igen.`));
      return;
    }
    history.replaceState(null, "", "/");
    tellWaiting(visits.length);
    way.focus();
  }

  if (sign) {
    const at = Date.now();
    const unsigned = t`Du är inte inloggad i den här webbläsaren. Besöket kan sparas här och fylls i när du loggar in här.`;
    const press = { class: "btn btn--primary btn--large btn--wide", type: "button" };
    put(
      word,
      h("p", {}, whatWasScanned(at)),
      h("p", { class: "second" }, unsigned),
      h("button", { ...press, onclick: () => save({ ...sign, at }) }, t`Spara besöket`),
    );
    way.classList.remove("btn--primary");
  } else if (waiting.length) {
    tellWaiting(waiting.length);
  }
}
