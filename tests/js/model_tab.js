/** One page of the app on the model's phone: the real logbook and sender over powers that may stop at any point. */

import { Logbook } from "../../static/js/logbook.js";
import "../../static/js/spoilt.js";
import "../../static/js/resolving.js";
import "../../static/js/withdrawing.js"; // there before they are asked for: the same seed gives the same life
import { Sender } from "../../static/js/sync.js";
import { KEPT_DAYS, WHO } from "./model_phone.js";
import { sha256 } from "./model_server.js";

/** @typedef {import("./model_world.js").World} World */
/** @typedef {import("./model_phone.js").Phone} Phone */

const NEVER = new Promise(() => {});

/** One page of the app: it may die or freeze wherever it waits. */
export class Tab {
  isAlive = true;
  fuse = Infinity; // waits until it dies
  /** @type {(() => void)[] | null} */
  thaw = null;

  /** @param {World} world @param {Phone} phone */
  constructor(world, phone) {
    this.world = world;
    this.phone = phone;
    const { disk } = phone;
    const gated =
      (/** @type {string} */ name) =>
      async (/** @type {any[]} */ ...given) => {
        await this.wait();
        const result = await /** @type {any} */ (disk)[name](...given);
        await this.wait();
        return result;
      };
    const names = ["items", "shown", "fact", "setFact", "transform", "settle", "save"];
    const log = /** @type {any} */ (Object.fromEntries(names.map((name) => [name, gated(name)])));
    this.log = {
      ...log,
      save: async (/** @type {any[]} */ sealed, /** @type {any} */ along) => {
        await log.save(sealed, along);
        for (const one of sealed) {
          disk.promised.set(one.op_id, one.sha256);
        }
      },
    };
    const powers = {
      now: () => world.server.now + phone.offset,
      elapsed: () => world.elapsed,
      chance: world.roll,
      newId: () => world.newId(),
      newStream: () => world.newId(),
      captured: () => ({ wall: "then", mono_ms: 0, boot_id: "boot" }),
      digest: async (/** @type {string} */ text) => {
        await this.wait();
        return sha256(text);
      },
    };
    this.book = new Logbook(this.log, WHO, powers);
    this.sender = new Sender({
      ...powers,
      log: this.log,
      post: (text, _limit, signal) => world.post(this, text, signal),
      signedIn: async () => {
        await this.wait();
        return world.roll() < 0.1 && world.isStormy ? undefined : world.user;
      },
      alone: (_name, steal, task) => this.alone(steal, task),
      visible: () => true,
      later: (wait, task) => world.later(this, wait, task),
      user: "me",
      build: "model",
      keptDays: KEPT_DAYS,
      changed: () => {},
      delivered: () => {},
    });
  }

  /** A point where it may be gone for ever, or for long. */
  async wait() {
    this.fuse -= 1;
    if (this.fuse < 0) {
      this.die();
    }
    if (this.thaw) {
      await new Promise((done) => this.thaw?.push(() => done(undefined)));
    }
    if (!this.isAlive) {
      await NEVER;
    }
  }

  die() {
    this.isAlive = false;
    this.unlock();
    this.world.tabs = this.world.tabs.filter((tab) => tab !== this);
  }

  unlock() {
    if (this.phone.lock?.tab === this) {
      this.phone.lock = null;
    }
  }

  /** Web Locks, or none at all. @param {boolean} steal @param {() => Promise<void>} task */
  async alone(steal, task) {
    const { phone } = this;
    if (!phone.hasLocks) {
      return task();
    }
    if (phone.lock && !steal) {
      return;
    }
    phone.lock?.lose(new DOMException("stolen", "AbortError"));
    const lost = new Promise((_, lose) => {
      phone.lock = { tab: this, lose };
    });
    const mine = phone.lock;
    try {
      await Promise.race([task(), lost]);
    } finally {
      if (phone.lock === mine) {
        phone.lock = null;
      }
    }
  }
}
