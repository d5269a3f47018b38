/** The phone as its screens see it: the log, a way to save, where it is, and the courier that talks with the server. */

import { activityOf } from "./core/draft.js";
import { claims } from "./core/figures.js";
import { t } from "./core/texts.js";
import * as powers from "./device/powers.js";
import { isQuota, who } from "./device/store.js";
import { afterPaint, seen } from "./seeing.js";

/** @typedef {import("./core/shapes").Draft} Draft */
/** @typedef {import("./logbook.js").Logbook} Logbook */
/** @typedef {import("./ui/receipt.js").Saved} Saved */

const voice = /** @type {HTMLElement} */ (document.querySelector("[data-ui=voice]"));

/** What the screens are handed. */
export class Phone {
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

  /** @param {Logbook} book @param {ReturnType<typeof import("./ui/screens.js").attachScreens>} screens */
  constructor(book, screens) {
    this.book = book;
    this.screens = screens;
    /** @type {Promise<import("./courier.js").Courier>} what talks with the server: not needed to save */
    this.courier = afterPaint()
      .then(() => powers.surely(() => import("./courier.js")))
      .then(({ Courier }) => new Courier(this));
  }

  /** Tells those who do not see the screen. @param {string} sentence */
  say(sentence) {
    voice.textContent = sentence;
  }

  /** Saves a draft and hands on its receipt, or says why it is not saved.
   * @param {Draft} draft @param {(saved: Saved) => unknown} done @param {(sentence: string) => void} failed
   * @param {import("./device/store.js").Along} [along] what changes with it, or neither */
  async save(draft, done, failed, along) {
    const { reference, who: author } = this.book;
    const at = powers.now();
    const saving = this.book.save(draft, along);
    // While it is on its way to the disk.
    const counted = reference ? claims(reference, activityOf(draft, author.user.id, at), at) : [];
    /** @type {string} */
    let id;
    try {
      id = await saving;
    } catch (reason) {
      failed(isQuota(reason) ? t`Telefonen är full. Ta bort något annat och försök igen.` : t`Försök igen.`);
      (await import("./stash.js")).startAnewWith(draft, reason);
      return;
    }
    const commitments = counted.filter(({ fails }) => !fails).map(({ commitment }) => commitment.id);
    await done({ id, at, commitments }); // the word first: all else that hears of it comes after
    navigator.vibrate?.(15);
    this.book.announce(); // in the same frame: beside the receipt nothing says "sent"
    await seen();
    this.#tell((courier) => courier.saved());
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
