/** Wires the phone: whose log it is, the powers handed to the rules, the screens, and what wakes the sender. */

import { activityOf } from "./core/draft.js";
import { claims } from "./core/figures.js";
import { t } from "./core/texts.js";
import * as powers from "./device/powers.js";
import { isQuota, openLog, who } from "./device/store.js";
import { Logbook } from "./logbook.js";
import { attachScreens } from "./ui/screens.js";
import { attachStart } from "./ui/start.js";

/** @typedef {import("./core/shapes").Draft} Draft */
/** @typedef {import("./core/shapes").Who} Who */
/** @typedef {import("./ui/receipt.js").Saved} Saved */
/** @typedef {{session: Promise<Who | null>, reference: Promise<any>}} First asked for by early.js */
/** @typedef {{faltloggFirst?: First, faltloggShared?: string}} Early */

const voice = /** @type {HTMLElement} */ (document.querySelector("[data-ui=voice]"));

/** What the screens are handed. */
export class App {
  /** @type {import("./core/shapes").Point | null} */
  here = null;
  mayAsk = false; // for the position
  /** @type {(() => void) | null} lets the release that waits take over */
  takeOver = null;
  /** @type {(() => void) | null} */
  install = null;
  release = document.body.dataset["release"] ?? "";
  /** @type {Set<() => void>} */
  #onLocated = new Set();

  /** @param {Logbook} book @param {ReturnType<typeof attachScreens>} screens */
  constructor(book, screens) {
    this.book = book;
    this.screens = screens;
    /** @type {Promise<import("./courier.js").Courier>} what talks with the server: not needed to save */
    this.courier = afterFirstPaint()
      .then(() => powers.surely(() => import("./courier.js")))
      .then(({ Courier }) => new Courier(this));
  }

  /** Tells those who do not see the screen. @param {string} sentence */
  say(sentence) {
    voice.textContent = sentence;
  }

  /** Saves a draft and hands on its receipt, or says why it is not saved.
   * @param {Draft} draft @param {(saved: Saved) => void} done @param {(sentence: string) => void} failed
   * @param {import("./device/store.js").Along} [along] what changes with it, or neither */
  async save(draft, done, failed, along) {
    const { reference, who: author } = this.book;
    const at = powers.now();
    const saving = this.book.save(draft, along);
    // While it is on its way to the disk.
    const counted = reference ? claims(reference, activityOf(draft, author.user.id, at), at) : [];
    try {
      const id = await saving;
      navigator.vibrate?.(15);
      done({
        id,
        at,
        commitments: counted.filter(({ fails }) => !fails).map(({ commitment }) => commitment.id),
      });
    } catch (reason) {
      failed(isQuota(reason) ? t`Telefonen är full. Ta bort något annat och försök igen.` : t`Försök igen.`);
      (await import("./stash.js")).startAnewWith(draft, reason);
      return;
    }
    setTimeout(() => this.#tell((courier) => courier.saved()), 0); // once the screen says that it is saved
  }

  /** What a person decides of an entry is kept, and sent. @param {(book: Logbook) => Promise<unknown>} deed */
  async settle(deed) {
    try {
      await deed(this.book);
    } catch (reason) {
      await (await import("./ui/not_saved.js")).untilSaved(() => deed(this.book), reason);
    }
    this.#tell((courier) => courier.saved());
  }

  /** @param {string} code of the municipality to log in from now on */
  async switchTo(code) {
    this.book.who = { ...this.book.who, current: code };
    await who.setLast(this.book.who);
    await this.book.refresh();
    await this.screens.start();
    this.#tell((courier) => courier.movedTo(code));
  }

  /** Looks for the phone where that is allowed, or asks for it. @param {boolean} [ask] */
  locate(ask = false) {
    this.#tell((courier) => courier.locate(ask));
  }

  /** Nothing on the screen waits for the courier. @param {(courier: import("./courier.js").Courier) => void} word */
  #tell(word) {
    void this.courier.then(word);
  }

  /** @param {() => void} heard */
  onLocated(heard) {
    this.#onLocated.add(heard);
  }

  /** @param {import("./core/shapes").Point | null} here @param {boolean} mayAsk */
  located(here, mayAsk) {
    this.here = here;
    this.mayAsk = mayAsk;
    for (const heard of this.#onLocated) {
      heard();
    }
  }

  /** A new release waits for the person's word. @param {() => void} takeOver */
  offerRelease(takeOver) {
    this.takeOver = takeOver;
    this.book.announce();
  }
}

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
  book.keepTwice = (isStart) =>
    copying().then(
      ({ copy }) => copy(book, isStart),
      () => {},
    );
  await book.log.fact("stream_id").catch(ofAnotherRelease);
  const reference = await first?.reference;
  if (reference) {
    await book.keepReference(person.current, { reference, etag: null });
  }
  await book.refresh();
  if (book.entries.length === 0 && (!reference || (await powers.hasSecondCopy()))) {
    await book.keepTwice(true); // and puts back what the browser has lost, before a word is said of what is sent
  }
  /** @type {App} */
  let app;
  const screens = attachScreens((path, root) => screenOf(path, root, app));
  app = new App(book, screens);
  book.watch(() => screens.markNeed(book.tally.need));
  if (await isAtAPlace()) {
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

const afterFirstPaint = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

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
  const known = last ?? (await first?.session) ?? (await (await copying()).whoWasHere());
  if (!known && !first) {
    localStorage.removeItem("known"); // the browser has cleared the log, and not this: ask anew who it is
    location.reload();
    return;
  }
  if (!known?.current) {
    await (await import("./newcomer.js")).welcome(known, await isAtAPlace(), shared);
    return;
  }
  await who.setLast(known);
  localStorage.setItem("known", "1");
  await open(known);
}

start()
  .catch(refuse)
  .finally(() => clearTimeout(late));
