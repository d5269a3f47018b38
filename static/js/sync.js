/** Drains the outbox through ports: sends, reads receipts, and on any fault changes nothing and tries again later. */

import { envelope, meaning } from "./core/answers.js";
import { advance, floor, isReady } from "./core/outbox.js";
import { batchOf, batchSize, delay, FIRST_BATCH, timeLimit } from "./core/pacing.js";

/** @typedef {import("./core/shapes").Item} Item */
/** @typedef {import("./core/shapes").Sending["paused"]} Pause */
/** @typedef {{
 *   log: import("./core/shapes").OutboxPort,
 *   post(text: string, limit: number): Promise<import("./core/answers.js").Raw | "slow">,
 *   signedIn(): Promise<string | null | undefined>,
 *   alone(name: string, steal: boolean, task: () => Promise<void>): Promise<void>,
 *   now(): number, chance(): number, newId(): string, visible(): boolean,
 *   later(milliseconds: number, task: () => void): () => void,
 *   user: string, build: string, keptDays: number,
 *   changed(state: {active: boolean, paused: Pause}): void,
 *   delivered(): void,
 * }} Ports */

const WEDGED = 180_000;
const SILENT = 3_600_000; // after so long the server is told that the phone is there, and asked what it knows

export class Sender {
  #attempt = 0;
  #size = FIRST_BATCH;
  /** @type {Pause} */
  #paused = null;
  #active = false;
  #again = false;
  #verified = false;
  #offered = false; // all that is retained, in this run: a server may ask for it in every answer
  #moved = 0; // when the running drain last got on
  /** @type {() => void} */
  #cancel = () => {};

  /** @param {Ports} ports */
  constructor(ports) {
    this.ports = ports;
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

  /** Nobody, or somebody else, is signed in. @param {Pause} why */
  pause(why) {
    this.#paused = why;
    this.#verified = false;
    this.#tell();
  }

  async run() {
    const steal = this.#active && this.ports.now() - this.#moved > WEDGED;
    if (this.#active && !steal) {
      this.#again = true;
      return;
    }
    this.#cancel();
    this.#active = true;
    this.#again = false;
    this.#offered = false;
    this.#moved = this.ports.now();
    try {
      await this.ports.alone(`faltlogg-send-${this.ports.user}`, steal, () => this.#drain());
    } catch {
      this.#failed(null); // the phone's storage gave way, or the lock was taken over: try again later
    }
    this.#active = false;
    this.#tell();
    if (this.#again && !this.#paused) {
      await this.run();
    }
  }

  async #drain() {
    // Whoever held a lease is gone: the lock is ours.
    await this.#change({ type: "release" });
    let batch = await this.#lease();
    while (batch.length > 0 && (await this.#isOurs(batch)) && (await this.#send(batch))) {
      batch = await this.#lease();
    }
    const { log, now, keptDays } = this.ports;
    const isSilent = now() - ((await log.fact("last_contact")) ?? 0) > SILENT;
    if (batch.length === 0 && isSilent && this.#verified) {
      await this.#send([]);
    }
    await log.forget(now(), keptDays);
    await this.#waitForTheRest();
  }

  /** @returns {Promise<Item[]>} */
  async #lease() {
    const now = this.ports.now();
    const ready = (await this.ports.log.items()).filter((item) => isReady(item, now));
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

  /** @param {Item[]} batch @returns {Promise<boolean>} whether to go on */
  async #send(batch) {
    this.#tell();
    const { log, now, post } = this.ports;
    const batch_id = batch[0]?.lease?.batch_id ?? this.ports.newId();
    const text = envelope({
      batch_id,
      stream_id: await log.fact("stream_id"),
      app_build: this.ports.build,
      client_now: new Date(now()).toISOString(),
      cursors: (await log.fact("cursors")) ?? {},
      floor: floor(await log.items(), await log.fact("next_seq")),
      items: batch,
    });
    const raw = await post(text, timeLimit(text.length));
    const meant = meaning(raw === "slow" ? null : raw, batch_id, now());
    this.#moved = now();
    if (meant.ok) {
      await this.#settle(batch, meant.answer);
      return true;
    }
    if ("pause" in meant) {
      await this.#giveBack(batch);
      this.pause(meant.pause);
      return false;
    }
    return this.#holdBack(batch, meant.shrink && raw !== null, meant.retryAfter);
  }

  /** @param {Item[]} batch @param {import("./core/answers.js").Answer} answer */
  async #settle(batch, answer) {
    const { log, now, delivered } = this.ports;
    const receipts = new Map(answer.results.map((receipt) => [receipt.op_id, receipt]));
    const not_before = now() + this.#delay(null);
    await log.transform((items) =>
      items.map((item) => {
        const receipt = receipts.get(item.op_id);
        const read = receipt ? advance(item, { type: "receipt", receipt, now: now(), not_before }) : item;
        return advance(read, { type: "durable", through: answer.durable_through ?? {}, now: now() });
      }),
    );
    // What the answer left out, or answered with another digest, goes back into the queue.
    await this.#giveBack(batch, not_before);
    if (answer.resync && !this.#offered) {
      this.#offered = true;
      await this.#change({ type: "offer again" }, ({ op_id }) => !receipts.has(op_id));
    }
    this.#attempt = 0;
    this.#paused = null;
    this.#size = batchSize(this.#size, "grow");
    await log.setFact("last_contact", now());
    await log.setFact("cursors", { ...(await log.fact("cursors")), ...answer.cursors });
    if (batch.length > 0) {
      await log.setFact("last_success", now());
      delivered();
    }
  }

  /** A batch that is too much is halved; a single one waits by itself, so that it blocks no other.
   * @param {Item[]} batch @param {boolean} shrink @param {number | null} retryAfter @returns {Promise<boolean>} */
  async #holdBack(batch, shrink, retryAfter) {
    const isSingle = batch.length === 1;
    if (!shrink || retryAfter !== null || batch.length === 0) {
      await this.#giveBack(batch);
      this.#failed(retryAfter);
      return false;
    }
    this.#size = batchSize(Math.min(this.#size, batch.length), "shrink");
    const alone = this.#delayOf((batch[0]?.attempts ?? 0) + 1, null);
    await this.#giveBack(batch, isSingle ? this.ports.now() + Math.max(1000, alone) : undefined);
    return true;
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
    this.#cancel = this.ports.later(this.#delay(retryAfter), () => void this.run());
  }

  /** @param {number | null} retryAfter */
  #delay(retryAfter) {
    return this.#delayOf(Math.max(1, this.#attempt), retryAfter);
  }

  /** @param {number} attempt @param {number | null} retryAfter */
  #delayOf(attempt, retryAfter) {
    return delay({ attempt, visible: this.ports.visible(), retryAfter, chance: this.ports.chance() });
  }

  async #waitForTheRest() {
    const times = (await this.ports.log.items())
      .filter(({ state }) => state === "queued")
      .map(({ not_before }) => not_before ?? Infinity);
    const next = Math.min(...times);
    if (Number.isFinite(next)) {
      this.#cancel = this.ports.later(Math.max(1000, next - this.ports.now()), () => void this.run());
    }
  }

  #tell() {
    this.ports.changed({ active: this.#active, paused: this.#paused });
  }
}
