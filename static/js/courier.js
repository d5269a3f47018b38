/** What talks with the server while somebody logs: who is signed in, the outbox, the figures, the next release. */

import * as network from "./device/network.js";
import * as position from "./device/position.js";
import * as storage from "./device/storage.js";
import { who } from "./device/store.js";
import { alone, listen, tell } from "./device/tabs.js";
import { onTakenOver, register } from "./device/worker.js";
import { Sender } from "./sync.js";

const FRESH = 5 * 60_000;

export class Courier {
  #figuresAt = 0;

  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.app = app;
    const { book } = app;
    this.sender = new Sender({
      log: book.log,
      post: network.sync,
      signedIn: async () => userOf(await network.session()),
      alone,
      now: book.powers.now,
      chance: book.powers.chance,
      newId: book.powers.newId,
      visible: () => !document.hidden,
      later: (wait, task) => {
        const timer = setTimeout(task, wait);
        return () => clearTimeout(timer);
      },
      user: book.who.user.id,
      build: app.release,
      keptDays: book.who.entries_kept_days ?? 30,
      changed: (sending) => book.announce(sending),
      delivered: () => void this.#delivered(),
    });
    this.#listen();
    void this.#meet();
    void this.#install();
  }

  /** @param {boolean} ask */
  async locate(ask) {
    const { app } = this;
    const state = await position.permission();
    if (state === "granted" || (ask && state === "prompt")) {
      position.locate((here) => app.located(here, false));
    } else {
      app.located(app.here, state === "prompt");
    }
  }

  #listen() {
    const awake = () => !document.hidden && void this.#meet();
    document.addEventListener("visibilitychange", awake);
    window.addEventListener("online", awake);
    window.addEventListener("pageshow", (event) => event.persisted && awake());
    window.addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.app.install = () => /** @type {any} */ (event).prompt();
    });
    listen((what) => void (what === "who" ? this.#reloadForAnother() : this.app.book.refresh()));
    setInterval(() => !document.hidden && this.app.book.tally.waiting > 0 && void this.sender.run(), 60_000);
  }

  async #reloadForAnother() {
    if ((await who.last())?.user.id !== this.app.book.who.user.id) {
      location.reload();
    }
  }

  /** Asks who is signed in: sending goes on for the same person alone, another one gets a log of their own. */
  async #meet() {
    const { book } = this.app;
    const found = await network.session();
    if (found === undefined) {
      void this.sender.run();
      return;
    }
    if (found === null) {
      this.sender.pause("reauth");
      return;
    }
    if (found.user.id !== book.who.user.id) {
      await who.setLast(found);
      tell("who");
      location.reload();
      return;
    }
    // The municipality in use is the phone's own choice; the server hears of it, it does not decide.
    const kept = found.municipalities.some(({ code }) => code === book.who.current)
      ? book.who.current
      : found.current;
    book.who = { ...found, current: kept };
    await who.setLast(book.who);
    await this.sender.wake({ signedIn: true });
    await this.figures();
  }

  /** An entry is on the phone: the browser is asked to keep it, the other tabs to show it, the server to take it. */
  saved() {
    tell("changed");
    void storage.persist();
    void this.sender.wake();
  }

  async #delivered() {
    tell("changed");
    await this.app.book.refresh();
    await this.figures(true);
  }

  /** Fetches the figures of the municipality in use, and now and then those of the others. @param {boolean} [now] */
  async figures(now = false) {
    const { book } = this.app;
    const isDue = now || Date.now() - this.#figuresAt > FRESH;
    const others = book.who.municipalities
      .map(({ code }) => code)
      .filter((code) => code !== book.who.current);
    const codes = [book.who.current, ...(Date.now() - this.#figuresAt > FRESH ? others : [])];
    for (const code of isDue ? codes : []) {
      const answer = await network.reference(code, await book.etagOf(code));
      if (answer) {
        await book.keepReference(code, answer);
        this.#figuresAt = Date.now();
      }
    }
    await book.refresh();
  }

  /** @param {string} code */
  async movedTo(code) {
    await network.setMunicipality(code);
    await this.figures(true);
  }

  /** How safely the phone keeps things. */
  storageState = () => storage.state();
  /** A file in the person's hand. @param {string} name @param {string} text */
  handOver = (name, text) => storage.handOver(name, text);

  /** Names of colleagues, never kept. */
  colleagues = () => network.colleagues();

  /** Ends the session here and on the server; what is unsent stays and waits for its own person. */
  async signOut() {
    await who.setLast(null);
    localStorage.removeItem("known");
    localStorage.setItem("leaving", this.app.book.who.user.id);
    if (await network.endSession()) {
      localStorage.removeItem("leaving");
    }
    tell("who");
    location.assign("/");
  }

  async #install() {
    this.#font();
    const { app } = this;
    await this.locate(false);
    onTakenOver(() => {
      // Never in the middle of an entry: then as soon as that is saved.
      const renew = () => location.pathname !== "/ny" && location.reload();
      app.book.watch(renew);
      renew();
    });
    await register((takeOver) => app.offerRelease(takeOver)).catch(() => {}); // no worker: the app works with network
  }

  /** The typeface comes last; from the next start it is there at once. */
  #font() {
    const { font = "" } = document.body.dataset;
    if (!document.querySelector(`link[href="${font}"]`)) {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: font });
      link.addEventListener(
        "load",
        () => void document.fonts.load('1em "Source Sans 3"').then(fontIsKept, () => {}),
      );
      document.head.append(link);
    }
  }
}

/** @param {unknown[]} faces */
const fontIsKept = (faces) => faces.length > 0 && localStorage.setItem("font", "1");

/** @param {import("./core/shapes").Who | null | undefined} found */
const userOf = (found) => (found ? found.user.id : found);
