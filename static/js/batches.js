/** Which entries go out together: how many at once, leased so that no other tab sends them, and given back unanswered. */

import { advance, readyOf } from "./core/outbox.js";
import { batchOf, batchSize, FIRST_BATCH } from "./core/pacing.js";
import { WEDGED } from "./turns.js";

/** @typedef {import("./core/shapes").Item} Item */

export class Batches {
  #size = FIRST_BATCH;

  /** @param {import("./core/shapes").Ports} ports @param {import("./trying_again.js").TryingAgain} again */
  constructor(ports, again) {
    this.ports = ports;
    this.again = again;
  }

  /** Whoever held a lease is gone: the lock is ours. */
  releaseAll = () => this.#change({ type: "release" });

  /** @returns {Promise<Item[]>} */
  async lease() {
    const now = this.ports.now();
    const ready = readyOf(await this.ports.log.items(), now);
    const chosen = new Set(batchOf(ready, this.#size).map(({ seq }) => seq));
    const batch_id = this.ports.newId();
    return this.#change({ type: "lease", batch_id, now, until: now + WEDGED }, ({ seq }) => chosen.has(seq));
  }

  /** @param {Item[]} batch @param {number} [not_before] */
  async giveBack(batch, not_before) {
    const ours = new Set(batch.map(({ seq }) => seq));
    const event = /** @type {const} */ ({ type: "release" });
    await this.#change(not_before === undefined ? event : { ...event, not_before }, ({ seq }) =>
      ours.has(seq),
    );
  }

  grow() {
    this.#size = batchSize(this.#size, "grow");
  }

  /** A batch that is too much is halved; a single one waits by itself, so that it blocks no other.
   * @param {Item[]} batch @param {boolean} shrink @param {boolean} slow @param {number | null} retryAfter
   * @returns {Promise<boolean>} */
  async holdBack(batch, shrink, slow, retryAfter) {
    const isTooMuch = shrink && retryAfter === null && batch.length > 0;
    if (isTooMuch) {
      this.#size = batchSize(Math.min(this.#size, batch.length), "shrink");
    }
    const alone = this.again.delay((batch[0]?.attempts ?? 0) + 1);
    const waits = isTooMuch && batch.length === 1;
    await this.giveBack(batch, waits ? this.ports.now() + Math.max(1000, alone) : undefined);
    if (batch.length > 0 && (!isTooMuch || slow)) {
      this.again.failed(retryAfter);
    }
    return isTooMuch && !slow;
  }

  /** @param {import("./core/shapes").ItemEvent} event @param {(item: Item) => boolean} [which] */
  #change(event, which = () => true) {
    return this.ports.log.transform((items) =>
      items.map((item) => (which(item) ? advance(item, event) : item)),
    );
  }
}
