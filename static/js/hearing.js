/** What the server says is kept, and whether it has more to tell: of the feed, or after a long silence. */

/** @typedef {import("./core/shapes").Item} Item */

const SILENT = 300_000; // after so long the server is told that the phone is there, and asked what it knows

export class Hearing {
  #offered = false; // all that is retained, in this run: a server may ask for it in every answer
  #more = false; // the feed was told in part

  /** @param {import("./core/shapes").Ports} ports @param {(attempt: number) => number} delay before an item's next attempt */
  constructor(ports, delay) {
    this.ports = ports;
    this.delay = delay;
  }

  begin() {
    this.#offered = false;
  }

  async wantsNews() {
    const silence = Math.abs(this.ports.now() - ((await this.ports.log.fact("last_contact")) ?? 0));
    return this.#more || silence > SILENT;
  }

  /** @param {Item[]} batch @param {import("./core/answers.js").Answer} answer
   * @returns {Promise<boolean>} whether it told anything beside receipts */
  async keep(batch, answer) {
    const { log, now, keptDays, newStream } = this.ports;
    // Comes later than what sends; where it does not come, nothing is settled, and all is sent again.
    const { settlement } = await import("./core/settling.js");
    const sent = {
      batch_id: answer.batch_id,
      size: batch.length,
      now: now(),
      delay: this.delay,
      days: keptDays,
      mayOffer: !this.#offered,
      newStream,
    };
    const before = JSON.stringify(await log.fact("cursors"));
    const { isPulledAnew, facts, pulled } = await log.settle((kept) => settlement(kept, answer, sent));
    this.#offered ||= isPulledAnew;
    this.#more = isPulledAnew || (Boolean(answer.more) && before !== JSON.stringify(facts["cursors"]));
    return isPulledAnew || pulled.length > 0;
  }
}
