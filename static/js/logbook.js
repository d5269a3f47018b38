/** One user's log as the screens see it: what is saved, what the server said last, and the deeds on them. */

import { activityOf } from "./core/draft.js";
import { entriesOf, tally } from "./core/entries.js";
import { pending } from "./core/figures.js";
import { retraction, SCHEMA, telling } from "./core/operation.js";

/** @typedef {import("./core/shapes").Body} Body */
/** @typedef {import("./core/shapes").Draft} Draft */
/** @typedef {import("./core/shapes").Entry} Entry */
/** @typedef {import("./core/shapes").Reference} Reference */
/** @typedef {import("./core/shapes").Who} Who */
/** @typedef {{now(): number, newId(): string, captured(): import("./core/shapes").Captured,
 *   digest(text: string): Promise<string>}} Powers */

export class Logbook {
  /** @type {Entry[]} newest first */
  entries = [];
  tally = tally([]);
  /** @type {Reference | null} */
  reference = null;
  /** @type {Map<string, number>} own entries that the server's figures lack, by commitment */
  pending = new Map();
  /** @type {import("./core/shapes").Sending} */
  sending = { active: false, paused: null, last_success: null };
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /** @param {import("./device/store.js").Log} log @param {Who} who @param {Powers} powers */
  constructor(log, who, powers) {
    this.log = log;
    this.who = who;
    this.powers = powers;
  }

  /** @param {() => void} watcher */
  watch(watcher) {
    this.#watchers.add(watcher);
  }

  /** Reads the phone anew and tells the screens. */
  async refresh() {
    const [items, kept, last] = await Promise.all([
      this.log.items(),
      this.log.fact(`reference ${this.who.current}`),
      this.log.fact("last_success"),
    ]);
    this.entries = entriesOf(items);
    this.tally = tally(this.entries);
    this.reference = kept?.reference ?? null;
    this.sending = { ...this.sending, last_success: last ?? null };
    this.announce();
  }

  /** @param {Partial<import("./core/shapes").Sending>} [sending] */
  announce(sending = {}) {
    this.sending = { ...this.sending, ...sending };
    this.pending = this.reference ? pending(this.reference, this.entries, this.powers.now()) : new Map();
    for (const watcher of this.#watchers) {
      watcher();
    }
  }

  /** Saves what the form says; resolves when it is on disk. @param {Draft} draft @returns {Promise<string>} the entry's id */
  async save(draft) {
    const { now, newId, captured } = this.powers;
    const frame = {
      activity_id: draft.mends?.activity_id ?? newId(),
      base_rev: draft.mends?.base_rev ?? null,
      municipality: draft.municipality,
      note: draft.note.trim(),
      captured: captured(),
    };
    await this.#seal(telling(frame, activityOf(draft, this.who.user.id, now())));
    return frame.activity_id;
  }

  /** Takes an entry back, under its own id: what is counted is counted off again. @param {string} id */
  async withdraw(id) {
    const entry = this.entries.find((one) => one.id === id);
    if (entry && entry.state !== "removed") {
      const { municipality, rev } = entry;
      const captured = this.powers.captured();
      await this.#seal(retraction({ activity_id: id, base_rev: rev ?? 1, municipality, captured }));
    }
  }

  /** The body is made once, here: stored, signed and sent as the same text. @param {Body} body */
  async #seal(body) {
    const text = JSON.stringify(body);
    await this.log.save({
      op_id: this.powers.newId(),
      activity_id: body.activity_id,
      kind: body.kind,
      municipality: body.municipality,
      schema: SCHEMA,
      sha256: await this.powers.digest(text),
      body: text,
      state: "queued",
      saved_at: this.powers.now(),
      attempts: 0,
    });
    await this.refresh();
  }

  /** @param {{reference: Reference, etag: string | null}} fresh */
  async keepReference(fresh) {
    await this.log.setFact(`reference ${fresh.reference.municipality.code}`, fresh);
  }

  /** @param {string} code */
  async etagOf(code) {
    return (await this.log.fact(`reference ${code}`))?.etag ?? null;
  }

  /** The unsent as a file that another phone can take in. @returns {Promise<string>} */
  async rescue() {
    const unsent = (await this.log.items()).filter(({ state }) => state !== "acked" && state !== "archived");
    const [stream_id, made_at] = [
      await this.log.fact("stream_id"),
      new Date(this.powers.now()).toISOString(),
    ];
    return JSON.stringify(
      { format: "faltlogg-rescue", version: 1, user: this.who.user, stream_id, made_at, ops: unsent },
      null,
      1,
    );
  }
}
