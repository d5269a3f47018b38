/** What talks with the server while somebody logs: who is signed in, the outbox, the figures, the next release. */

import { whenTold } from "./awaiting.js";
import * as network from "./device/network.js";
import * as powers from "./device/powers.js";
import { outboxOf } from "./device/receiving.js";
import { who } from "./device/store.js";
import { alone, listen, tell } from "./device/tabs.js";
import { Sender } from "./sync.js";

const PATIENCE = 3_000;

export class Courier {
  #keeping = powers.surely(() => import("./keeping.js"));

  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.app = app;
    const { book } = app;
    this.sender = new Sender({
      log: outboxOf(book.log),
      post: network.sync,
      signedIn: async () => userOf(await network.session(), book.who.user.id),
      alone,
      ...powers,
      visible: () => !document.hidden,
      later: (wait, task) => {
        const timer = setTimeout(task, wait);
        return () => clearTimeout(timer);
      },
      user: book.who.user.id,
      build: app.release,
      keptDays: book.who.entries_kept_days ?? 30,
      changed: (sending) => book.announce(sending),
      delivered: () => void this.#delivered().catch(() => {}), // the book itself says that it cannot be read
    });
    this.#listen();
    this.#greet();
    const logga = /** @type {HTMLElement} */ (document.querySelector("[data-ui=start]"));
    // On another screen it comes after what that one shows.
    const beside = (location.pathname === "/" ? Promise.resolve() : whenTold(book, PATIENCE))
      .then(() => powers.surely(() => import("./ui/beside.js")))
      .then(({ attachBeside }) => attachBeside(logga, app));
    void this.#keeping.then(({ keep }) => keep(app, beside, () => void this.sender.nudge()));
  }

  /** @param {boolean} ask */
  async locate(ask) {
    (await this.#keeping).locate(this.app, ask);
  }

  #listen() {
    const awake = () => !document.hidden && this.#greet();
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

  #greet() {
    // Where the storage gives way: at the next greeting.
    void powers
      .surely(() => import("./meeting.js"))
      .then(({ meet }) => meet(this))
      .catch(() => {});
  }

  /** An entry is on the phone: the browser is asked to keep it, the other tabs to show it, the server to take it. */
  saved() {
    tell("changed");
    void this.#keeping.then(({ saved }) => saved());
    void this.sender.wake();
  }

  async #delivered() {
    tell("changed");
    await this.app.book.refresh();
    void this.app.book.keepTwice();
    await this.figures(true);
  }

  /** Fetches the figures of the municipality in use, and now and then those of the others. @param {boolean} [now] */
  figures = async (now = false) => (await this.#keeping).figures(this.app.book, now);

  /** @param {string} code */
  async movedTo(code) {
    await (await this.#keeping).moveTo(code);
    await this.figures(true);
  }

  /** Names of colleagues, never kept. */
  colleagues = async () => (await this.#keeping).colleagues();

  /** Ends the session here and on the server; what is unsent stays and waits for its own person. */
  async signOut() {
    await (await this.#keeping).signOut(this.app.book);
  }
}

/** @param {import("./core/shapes").Who | "shut out" | null | undefined} found @param {string} ours whose log this is */
const userOf = (found, ours) => (found === "shut out" ? ours : found ? found.user.id : found);
