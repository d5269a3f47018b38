/** Drains the outbox through ports: sends, reads receipts, and on any fault changes nothing and tries again later. */

import { Batches } from "./batches.js";
import { envelope, meaning } from "./core/answers.js";
import { floor } from "./core/outbox.js";
import { timeLimit } from "./core/pacing.js";
import { Hearing } from "./hearing.js";
import { TryingAgain } from "./trying_again.js";
import { Turns } from "./turns.js";

/** @typedef {import("./core/shapes").Item} Item */
/** @typedef {import("./core/shapes").Sending["paused"]} Pause */
/** @typedef {import("./core/shapes").Ports} Ports */

export class Sender {
  /** @type {Pause} */
  #paused = null;
  #verified = false;
  #line = new AbortController();

  /** @param {Ports} ports */
  constructor(ports) {
    this.ports = ports;
    this.again = new TryingAgain(ports, () => this.run());
    this.batches = new Batches(ports, this.again);
    this.hearing = new Hearing(ports, (attempt) => this.again.delay(attempt));
    this.turns = new Turns(ports, {
      begin: () => {
        this.#line.abort();
        this.again.cancel();
        this.hearing.begin();
      },
      drain: (turn) => this.#drain(turn),
      giveUp: () => {
        this.#line.abort();
        this.again.failed(null);
      },
      end: () => this.#tell(),
      mayGoOn: () => !this.#paused && !this.again.isPatient(),
    });
  }

  /** Something speaks for trying at once: an entry saved, the network back, the app in sight, a sign-in, a press.
   * @param {{signedIn?: boolean}} [what] */
  wake({ signedIn = false } = {}) {
    this.again.anew();
    if (signedIn) {
      this.#verified = true;
      this.#paused = null;
    }
    return this.run();
  }

  /** The system thinks that this may be a good moment; the server's word on when to come again goes before that. */
  nudge() {
    return this.again.isPatient() ? Promise.resolve() : this.wake();
  }

  /** Nobody, or somebody else, is signed in. @param {Pause} why */
  pause(why) {
    this.#paused = why;
    this.#verified = false;
    this.#tell();
  }

  run = () => this.turns.run();

  /** @param {number} turn */
  async #drain(turn) {
    const { batches, turns } = this;
    await batches.releaseAll();
    let batch = await batches.lease();
    while (turns.isStill(turn) && (batch.length > 0 || (await this.#wantsNews()))) {
      if (!(await this.#isOurs(batch)) || !(await this.#send(batch, turn))) {
        return;
      }
      batch = await batches.lease();
    }
    await this.again.waitForTheRest();
  }

  async #wantsNews() {
    return this.#verified && (await this.hearing.wantsNews());
  }

  /** One user's entries never go out under another's session. @param {Item[]} batch */
  async #isOurs(batch) {
    if (this.#verified) {
      return true;
    }
    const user = await this.ports.signedIn();
    this.#verified = user === this.ports.user;
    if (this.#verified) {
      this.#paused = null;
      return true;
    }
    await this.batches.giveBack(batch);
    if (user === undefined) {
      this.again.failed(null);
    } else {
      this.pause(user === null ? "reauth" : "other_user");
    }
    return false;
  }

  /** @param {Item[]} batch @param {number} turn @returns {Promise<boolean>} whether to go on */
  async #send(batch, turn) {
    this.#tell();
    const { log, now, post } = this.ports;
    const batch_id = batch[0]?.lease?.batch_id ?? this.ports.newId();
    const text = envelope({
      batch_id,
      stream_id: await log.fact("stream_id"),
      app_build: this.ports.build,
      user: this.ports.user, // the session may have become another's since it was asked about
      client_now: new Date(now()).toISOString(),
      cursors: (await log.fact("cursors")) ?? {},
      floor: floor(await log.items(), await log.fact("next_seq")),
      items: batch,
    });
    this.#line = new AbortController();
    const raw = await post(text, timeLimit(text.length), this.#line.signal);
    if (!this.turns.isStill(turn)) {
      return false;
    }
    const meant = meaning(raw === "slow" ? null : raw, batch_id, now());
    this.turns.gotOn();
    if (meant.ok) {
      await this.#settle(batch, meant.answer);
      return true;
    }
    if ("pause" in meant) {
      await this.batches.giveBack(batch);
      this.pause(meant.pause);
      return false;
    }
    return this.batches.holdBack(batch, meant.shrink && raw !== null, raw === "slow", meant.retryAfter);
  }

  /** @param {Item[]} batch @param {import("./core/answers.js").Answer} answer */
  async #settle(batch, answer) {
    const hasNews = await this.hearing.keep(batch, answer);
    this.again.anew();
    this.#paused = null;
    if (batch.length > 0) {
      this.batches.grow();
      if (answer.results.some(({ code }) => code === "bad_digest")) {
        await (await import("./spoilt.js")).setAside(this.ports, batch, answer.results);
      }
    }
    if (batch.length > 0 || hasNews) {
      this.ports.delivered();
    }
  }

  #tell() {
    this.ports.changed({ active: this.turns.isActive, paused: this.#paused });
  }
}
