/** Phones with tabs over one server, and a line that does what it likes: one happening after the other. */

import { quiet } from "./model_calm.js";
import { HAPPENINGS, WEIGHED } from "./model_happenings.js";
import { Disk, DRAFT, Phone } from "./model_phone.js";
import { checkPromises, checkWords } from "./model_promises.js";
import { ModelServer } from "./model_server.js";
import { Tab } from "./model_tab.js";

/** @typedef {{tab: Tab, text: string, answer: (raw: any) => void, held: any}} Request `held` has been served already */

export class World {
  server = new ModelServer();
  elapsed = 0;
  /** @type {string | null} */
  user = "me";
  isStormy = true;
  /** @type {Phone[]} */
  phones = [];
  /** @type {Tab[]} */
  tabs = [];
  /** @type {Request[]} */
  requests = [];
  /** @type {{tab: Tab, at: number, task: () => void}[]} */
  timers = [];
  /** How often each happening happened. @type {Record<string, number>} */
  fired = {};
  #ids = 0;

  /** @param {() => number} roll */
  constructor(roll) {
    this.roll = roll;
    this.phones.push(this.#phone(), this.#phone());
    this.open(this.phone());
  }

  newId = () => `id-${++this.#ids}`;
  /** @template T @param {readonly T[]} some @returns {T} */
  pick = (some) => /** @type {T} */ (some[Math.floor(this.roll() * some.length)]);
  phone = () => this.pick(this.phones);
  tab = () => (this.tabs.length > 0 ? this.pick(this.tabs) : this.open(this.phone()));

  #phone() {
    const phone = new Phone(new Disk(this.newId()));
    phone.hasLocks = this.roll() < 0.7;
    return phone;
  }

  /** @param {Phone} phone */
  open(phone) {
    const tab = new Tab(this, phone);
    this.tabs.push(tab);
    void (this.user === "me" ? tab.sender.wake({ signedIn: true }) : tab.sender.run());
    return tab;
  }

  /** @param {Tab} tab @param {string} text @param {AbortSignal} signal @returns {Promise<any>} */
  async post(tab, text, signal) {
    await tab.wait();
    const raw = await new Promise((answer) => {
      const request = { tab, text, answer, held: null };
      this.requests.push(request);
      signal.addEventListener("abort", () => this.#end(request, null));
    });
    await tab.wait();
    return raw;
  }

  /** @param {Request} request @param {any} raw */
  #end(request, raw) {
    this.requests = this.requests.filter((one) => one !== request);
    request.answer(raw);
  }

  /** @param {Tab} tab @param {number} wait @param {() => void} task */
  later(tab, wait, task) {
    const timer = { tab, at: this.elapsed + wait, task };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  /** @param {number} milliseconds */
  pass(milliseconds) {
    this.elapsed += milliseconds;
    this.server.now += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.elapsed);
    this.timers = this.timers.filter(({ at }) => at > this.elapsed);
    for (const { tab, task } of due) {
      if (tab.isAlive) {
        task();
      }
    }
  }

  /** One happening, and what must hold after it. */
  async step() {
    const name = this.pick(WEIGHED);
    const isReal = await HAPPENINGS[name]?.(this);
    this.fired[name] = (this.fired[name] ?? 0) + Number(isReal !== false);
    await quiet();
    this.check();
  }

  /** @param {Tab} tab @param {string} type */
  save(tab, type) {
    return tab.book.save({ ...DRAFT, type }).then(
      () => tab.sender.wake(),
      () => {}, // not saved, and said so
    );
  }

  /** The server gets a request. @param {Request} request */
  serve(request) {
    return this.server.receive(request.text, this.user);
  }

  /** @param {(request: Request) => any} what comes back; undefined for nothing yet */
  onRequest(what) {
    const waiting = this.requests.filter(({ tab }) => !tab.thaw);
    if (waiting.length === 0) {
      return false;
    }
    const request = this.pick(waiting);
    const raw = what(request);
    if (raw !== undefined) {
      this.#end(request, raw);
    }
    return true;
  }

  check() {
    for (const { disk } of this.phones) {
      checkPromises(disk, this.server);
      checkWords(disk, this.server);
    }
  }
}
