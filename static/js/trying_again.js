/** When to try again: later and later while it fails, not before the server's own word, and when a single entry may go. */

import { isReady } from "./core/outbox.js";
import { delay } from "./core/pacing.js";

export class TryingAgain {
  #attempt = 0;
  #patientUntil = 0; // the server's own word on when to come again
  /** @type {() => void} */
  #cancel = () => {};

  /** @param {import("./core/shapes").Ports} ports @param {() => Promise<void>} run */
  constructor(ports, run) {
    this.ports = ports;
    this.run = run;
  }

  isPatient = () => this.ports.now() < this.#patientUntil;

  /** What failed before is no measure any more. */
  anew() {
    this.#attempt = 0;
  }

  cancel() {
    this.#cancel();
  }

  /** @param {number | null} retryAfter */
  failed(retryAfter) {
    this.#attempt += 1;
    this.#patientUntil = this.ports.now() + (retryAfter ?? 0) * 1000;
    this.#wait(this.delay(this.#attempt, retryAfter));
  }

  /** @param {number} attempt @param {number | null} [retryAfter] */
  delay(attempt, retryAfter = null) {
    return delay({ attempt, visible: this.ports.visible(), retryAfter, chance: this.ports.chance() });
  }

  async waitForTheRest() {
    const now = this.ports.now();
    const times = (await this.ports.log.items())
      .filter((item) => item.state === "queued" && !isReady(item, now))
      .map(({ not_before }) => not_before ?? 0);
    if (times.length > 0) {
      this.#wait(Math.max(1000, Math.min(...times) - now));
    }
  }

  /** One timer at most. @param {number} milliseconds */
  #wait(milliseconds) {
    this.#cancel();
    this.#cancel = this.ports.later(milliseconds, () => void this.run());
  }
}
