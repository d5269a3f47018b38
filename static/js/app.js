/** Wires the phone: whose log it is, the powers handed to the rules, and the screens. */

import * as powers from "./device/powers.js";
import { openLog, who } from "./device/store.js";
import { Logbook } from "./logbook.js";
import { Phone } from "./phone.js";
import { attachScreens } from "./ui/screens.js";
import { attachStart } from "./ui/start.js";

/** @typedef {import("./phone.js").Phone} App what the screens are handed */
/** @typedef {import("./core/shapes").Who} Who */
/** @typedef {{session?: Promise<Who | null>, reference?: Promise<any>, plan?: Promise<any>}} First asked for by early.js, until it is used */
/** @typedef {{faltloggFirst?: First, faltloggShared?: string}} Early */

/** @param {HTMLElement} root @param {string} path @param {App} app @returns {Promise<import("./ui/screens.js").Screen>} */
async function screenOf(path, root, app) {
  switch (path) {
    case "/": {
      const start = attachStart(root, app);
      app.book.watch(() => start.refresh());
      return start;
    }
    case "/ny":
      return (await import("./ui/form.js")).attachForm(root, app);
    case "/flera":
      return (await import("./ui/sheet.js")).attachSheet(root, app);
    case "/mina":
      return (await import("./ui/mine.js")).attachMine(root, app);
    case "/hjalp":
      return (await import("./ui/help.js")).attachHelp(root, app);
    case "/laget":
      return (await import("./ui/standing.js")).attachStanding(root, app);
    default:
      return (await import("./ui/more.js")).attachMore(root, app);
  }
}

/** @param {Who} person */
async function open(person) {
  const book = new Logbook(openLog(person.user.id, powers.newStream), person, powers);
  book.keepTwice = (isStart, onItsWay) =>
    copying().then(
      ({ copy }) => copy(book, isStart, onItsWay),
      () => {},
    );
  const place = isAtAPlace(); // what is read at once is here at once
  place.catch(() => {}); // told below
  const opening = book.log.fact("stream_id").catch(ofAnotherRelease);
  const [reference] = first ? await Promise.all([first.reference, opening]) : [];
  if (reference) {
    await book.keepReference(person.current, { reference, etag: null });
  }
  await Promise.all([opening, book.refresh()]);
  if (book.entries.length === 0 && (!reference || (await powers.hasSecondCopy()))) {
    await book.keepTwice(true); // and puts back what the browser has lost, before a word is said of what is sent
  }
  /** @type {App} */
  let app;
  const screens = attachScreens((path, root) => screenOf(path, root, app));
  app = new Phone(book, screens);
  book.watch(() => screens.markNeed(book.tally.need));
  if (await place) {
    await (await import("./ui/visits.js")).fillIn(app, who);
  }
  await screens.start(shared && (await (await import("./ui/shared.js")).formOf(app, shared)));
  screens.markNeed(book.tally.need);
  if (history.state?.stash) {
    await (await import("./stash.js")).saveWhatCameAlong(app);
  }
}

/** @type {Promise<typeof import("./copying.js")> | null} */
let comingToCopy = null;

/** Asked for once: a browser takes its time over an answer that it has given before. */
function copying() {
  comingToCopy ??= import("./copying.js");
  comingToCopy.catch(() => {
    comingToCopy = null;
  });
  return comingToCopy;
}

/** A log that another release holds, or made, has a screen of its own. @param {Error} reason */
function ofAnotherRelease(reason) {
  if (["VersionError", "BlockedError"].includes(reason.name)) {
    throw reason;
  }
}

/** Whether a sign was scanned, now or while nobody was signed in here. */
const isAtAPlace = async () => location.pathname.startsWith("/p/") || Boolean(await who.visits());

// Nothing is asked for first where somebody is known to have logged.
const { faltloggFirst: first, faltloggShared: shared } = /** @type {Early} */ (globalThis);

// The browser lets nothing be kept, or not yet, or does not answer: better said than a white page.
const refuse = async (/** @type {unknown} */ reason) => (await import("./ui/refused.js")).refuse(reason);
const late = setTimeout(refuse, 5_000, new DOMException("", "TimeoutError"));

async function start() {
  if (document.documentElement.lang !== "sv") {
    await (await import("./english.js")).speakEnglish();
  }
  if (sessionStorage.getItem("practice")) {
    await (await import("./practice.js")).begin();
  }
  const last = await who.last();
  if (first && !last) {
    clearTimeout(late); // what follows may wait for the network
  }
  // A browser that lost its databases may have lost the mark that somebody logs here with them: the copy knows.
  const known =
    last ??
    (await first?.session) ??
    ((await powers.hasSecondCopy()) ? await (await copying()).whoWasHere() : null);
  if (!known && !first) {
    localStorage.removeItem("known"); // the browser has cleared the log, and not this: ask anew who it is
    location.reload();
    return;
  }
  if (!known?.current) {
    await (await import("./newcomer.js")).welcome(known, await isAtAPlace(), shared);
    return;
  }
  if (!last) {
    await who.setLast(known);
  }
  localStorage.setItem("known", "1");
  await open(known);
}

start()
  .catch(refuse)
  .finally(() => clearTimeout(late));
