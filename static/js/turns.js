/** Whose turn it is to send: one drain at a time, in one tab, and none that hangs for ever. */

/** @typedef {{
 *   log: {fact(key: string): Promise<any>},
 *   alone(name: string, steal: boolean, task: () => Promise<void>): Promise<void>,
 *   elapsed(): number, user: string,
 * }} Ports `elapsed` is of a clock that nobody sets */
/** @typedef {{begin(): void, drain(turn: number): Promise<void>, giveUp(): void, end(): void, mayGoOn(): boolean}} Deeds */

export const WEDGED = 180_000;

export class Turns {
  isActive = false;
  #again = false;
  #turn = 0; // a drain that was given up finds another number here, and ends
  #moved = 0; // when the running drain last got on
  #other = { sign: "", since: 0 }; // how far another tab was, when it was first seen there

  /** @param {Ports} ports @param {Deeds} deeds */
  constructor(ports, deeds) {
    this.ports = ports;
    this.deeds = deeds;
  }

  /** @param {number} turn */
  isStill = (turn) => turn === this.#turn;

  /** The running drain has heard something. */
  gotOn() {
    this.#moved = this.ports.elapsed();
  }

  async run() {
    const { alone, elapsed, user } = this.ports;
    const isWedged = this.isActive && elapsed() - this.#moved > WEDGED;
    if (this.isActive && !isWedged) {
      this.#again = true;
      return;
    }
    const turn = this.#begin();
    let isFree = false;
    try {
      await alone(`faltlogg-send-${user}`, isWedged || (await this.#isOtherWedged()), async () => {
        isFree = true;
        this.#other.sign = "";
        await this.deeds.drain(turn);
      });
      if (!isFree) {
        await this.#noteOther();
      }
    } catch {
      this.#giveUp(turn); // the phone's storage gave way, or the lock was taken over: try again later
    }
    await this.#end(turn);
  }

  #begin() {
    this.#turn += 1;
    this.deeds.begin();
    this.isActive = true;
    this.#again = false;
    this.gotOn();
    return this.#turn;
  }

  /** @param {number} turn */
  #giveUp(turn) {
    if (this.isStill(turn)) {
      this.deeds.giveUp();
    }
  }

  /** @param {number} turn */
  async #end(turn) {
    if (this.isStill(turn)) {
      this.#turn += 1; // whatever of this drain is still under way ends
      this.isActive = false;
      this.deeds.end();
      if (this.#again && this.deeds.mayGoOn()) {
        await this.run();
      }
    }
  }

  /** Another tab that holds the lock and gets no answer for long is frozen or hangs. */
  async #isOtherWedged() {
    const { since, sign } = this.#other;
    return sign !== "" && this.ports.elapsed() - since > WEDGED && sign === (await this.#signOfLife());
  }

  async #noteOther() {
    const sign = await this.#signOfLife();
    if (sign !== this.#other.sign) {
      this.#other = { sign, since: this.ports.elapsed() };
    }
  }

  #signOfLife = async () => `at ${await this.ports.log.fact("last_contact")}`;
}
