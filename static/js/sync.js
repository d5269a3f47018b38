/** Drains the outbox through ports: sends, reads receipts, and on any fault changes nothing and tries again later. */

import { envelope, meaning } from "./core/answers.js";
import { advance, floor, isReady, readyOf } from "./core/outbox.js";
import { batchOf, batchSize, delay, FIRST_BATCH, timeLimit } from "./core/pacing.js";
import { Turns, WEDGED } from "./turns.js";

/** @typedef {import("./core/shapes").Item} Item */
/** @typedef {import("./core/shapes").Sending["paused"]} Pause */
/** @typedef {{
 *   log: import("./core/shapes").OutboxPort,
 *   post(text: string, limit: number, signal: AbortSignal): Promise<import("./core/answers.js").Raw | "slow">,
 *   signedIn(): Promise<string | null | undefined>,
 *   alone(name: string, steal: boolean, task: () => Promise<void>): Promise<void>,
 *   now(): number, elapsed(): number, chance(): number, newId(): string, newStream(): string,
 *   digest(text: string): Promise<string>, visible(): boolean,
 *   later(milliseconds: number, task: () => void): () => void,
 *   user: string, build: string, keptDays: number,
 *   changed(state: {active: boolean, paused: Pause}): void,
 *   delivered(): void,
 * }} Ports `elapsed` is of a clock that nobody sets */

const SILENT = 300_000; // after so long the server is told that the phone is there, and asked what it knows

export class Sender {
  /** @type {Turns} */
  #turns;
  #attempt = 0;
  #size = FIRST_BATCH;
  /** @type {Pause} */
  #paused = null;
  #verified = false;
  #offered = false; // all that is retained, in this run: a server may ask for it in every answer
  #more = false; // the feed was told in part
  #line = new AbortController();
  #patientUntil = 0; // the server's own word on when to come again
  /** @type {() => void} */
  #cancel = () => {};

  /** @param {Ports} ports */
  constructor(ports) {
    this.ports = ports;
    this.#turns = new Turns(ports, {
      begin: () => {
        this.#line.abort();
        this.#cancel();
        this.#offered = false;
      },
      drain: (turn) => this.#drain(turn),
      giveUp: () => {
        this.#line.abort();
        this.#failed(null);
      },
      end: () => this.#tell(),
      mayGoOn: () => !this.#paused && !this.#isPatient(),
    });
  }

  /** Something speaks for trying at once: an entry saved, the network back, the app in sight, a sign-in, a press.
   * @param {{signedIn?: boolean}} [what] */
  wake({ signedIn = false } = {}) {
    this.#attempt = 0;
    if (signedIn) {
      this.#verified = true;
      this.#paused = null;
    }
    return this.run();
  }

  /** The system thinks that this may be a good moment; the server's word on when to come again goes before that. */
  nudge() {
    return this.#isPatient() ? Promise.resolve() : this.wake();
  }

  #isPatient = () => this.ports.now() < this.#patientUntil;

  /** Nobody, or somebody else, is signed in. @param {Pause} why */
  pause(why) {
    this.#paused = why;
    this.#verified = false;
    this.#tell();
  }

  run = () => this.#turns.run();

  /** @param {number} turn */
  async #drain(turn) {
    // Whoever held a lease is gone: the lock is ours.
    await this.#change({ type: "release" });
    let batch = await this.#lease();
    while (this.#turns.isStill(turn) && (batch.length > 0 || (await this.#wantsNews()))) {
      if (!(await this.#isOurs(batch)) || !(await this.#send(batch, turn))) {
        return;
      }
      batch = await this.#lease();
    }
    await this.#waitForTheRest();
  }

  async #wantsNews() {
    const silence = Math.abs(this.ports.now() - ((await this.ports.log.fact("last_contact")) ?? 0));
    return this.#verified && (this.#more || silence > SILENT);
  }

  /** @returns {Promise<Item[]>} */
  async #lease() {
    const now = this.ports.now();
    const ready = readyOf(await this.ports.log.items(), now);
    const chosen = new Set(batchOf(ready, this.#size).map(({ seq }) => seq));
    const batch_id = this.ports.newId();
    return this.#change({ type: "lease", batch_id, now, until: now + WEDGED }, ({ seq }) => chosen.has(seq));
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
    await this.#giveBack(batch);
    if (user === undefined) {
      this.#failed(null);
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
    if (!this.#turns.isStill(turn)) {
      return false;
    }
    const meant = meaning(raw === "slow" ? null : raw, batch_id, now());
    this.#turns.gotOn();
    if (meant.ok) {
      await this.#settle(batch, meant.answer);
      return true;
    }
    if ("pause" in meant) {
      await this.#giveBack(batch);
      this.pause(meant.pause);
      return false;
    }
    return this.#holdBack(batch, meant.shrink && raw !== null, raw === "slow", meant.retryAfter);
  }

  /** @param {Item[]} batch @param {import("./core/answers.js").Answer} answer */
  async #settle(batch, answer) {
    const { log, now, delivered, keptDays, newStream } = this.ports;
    // Comes later than what sends; where it does not come, nothing is settled, and all is sent again.
    const { settlement } = await import("./core/settling.js");
    const sent = {
      batch_id: answer.batch_id,
      size: batch.length,
      now: now(),
      delay: (/** @type {number} */ attempt) => this.#delay(attempt, null),
      days: keptDays,
      mayOffer: !this.#offered,
      newStream,
    };
    const before = JSON.stringify(await log.fact("cursors"));
    const { isPulledAnew, facts, pulled } = await log.settle((kept) => settlement(kept, answer, sent));
    this.#offered ||= isPulledAnew;
    this.#more = isPulledAnew || (Boolean(answer.more) && before !== JSON.stringify(facts["cursors"]));
    this.#attempt = 0;
    this.#paused = null;
    if (batch.length > 0) {
      this.#size = batchSize(this.#size, "grow");
      if (answer.results.some(({ code }) => code === "bad_digest")) {
        await (await import("./spoilt.js")).setAside(this.ports, batch, answer.results);
      }
    }
    if (batch.length > 0 || isPulledAnew || pulled.length > 0) {
      delivered();
    }
  }

  /** A batch that is too much is halved; a single one waits by itself, so that it blocks no other.
   * @param {Item[]} batch @param {boolean} shrink @param {boolean} slow @param {number | null} retryAfter
   * @returns {Promise<boolean>} */
  async #holdBack(batch, shrink, slow, retryAfter) {
    const isTooMuch = shrink && retryAfter === null && batch.length > 0;
    if (isTooMuch) {
      this.#size = batchSize(Math.min(this.#size, batch.length), "shrink");
    }
    const alone = this.#delay((batch[0]?.attempts ?? 0) + 1, null);
    const waits = isTooMuch && batch.length === 1;
    await this.#giveBack(batch, waits ? this.ports.now() + Math.max(1000, alone) : undefined);
    if (batch.length > 0 && (!isTooMuch || slow)) {
      this.#failed(retryAfter);
    }
    return isTooMuch && !slow;
  }

  /** @param {Item[]} batch @param {number} [not_before] */
  async #giveBack(batch, not_before) {
    const ours = new Set(batch.map(({ seq }) => seq));
    const event = /** @type {const} */ ({ type: "release" });
    await this.#change(not_before === undefined ? event : { ...event, not_before }, ({ seq }) =>
      ours.has(seq),
    );
  }

  /** @param {import("./core/shapes").ItemEvent} event @param {(item: Item) => boolean} [which] */
  #change(event, which = () => true) {
    return this.ports.log.transform((items) =>
      items.map((item) => (which(item) ? advance(item, event) : item)),
    );
  }

  /** @param {number | null} retryAfter */
  #failed(retryAfter) {
    this.#attempt += 1;
    this.#patientUntil = this.ports.now() + (retryAfter ?? 0) * 1000;
    this.#wait(this.#delay(this.#attempt, retryAfter));
  }

  /** One timer at most. @param {number} milliseconds */
  #wait(milliseconds) {
    this.#cancel();
    this.#cancel = this.ports.later(milliseconds, () => void this.run());
  }

  /** @param {number} attempt @param {number | null} retryAfter */
  #delay(attempt, retryAfter) {
    return delay({ attempt, visible: this.ports.visible(), retryAfter, chance: this.ports.chance() });
  }

  async #waitForTheRest() {
    const now = this.ports.now();
    const times = (await this.ports.log.items())
      .filter((item) => item.state === "queued" && !isReady(item, now))
      .map(({ not_before }) => not_before ?? 0);
    if (times.length > 0) {
      this.#wait(Math.max(1000, Math.min(...times) - now));
    }
  }

  #tell() {
    this.ports.changed({ active: this.#turns.isActive, paused: this.#paused });
  }
}
