/** One user's log as the screens see it: what is saved, what the server said last, and the deeds on them. */

import { activityOf } from "./core/draft.js";
import { entriesOf, tally } from "./core/entries.js";
import { pending } from "./core/figures.js";
import { sealed, telling } from "./core/operation.js";

/** @typedef {import("./core/shapes").Body} Body */
/** @typedef {import("./core/shapes").Draft} Draft */
/** @typedef {import("./core/shapes").Entry} Entry */
/** @typedef {import("./core/shapes").Reference} Reference */
/** @typedef {import("./core/shapes").Who} Who */
/** @typedef {{now(): number, chance(): number, newId(): string, captured(): import("./core/shapes").Captured,
 *   digest(text: string): Promise<string>}} Powers */
/** @typedef {Awaited<ReturnType<import("./device/store.js").Log["shown"]>>} Read */

/** @param {import("./core/shapes").Item} item */
const isWord = ({ kind }) => kind === "plan";

/** The stream of this browser, the streams before it, and its next number. */
const OF_THE_STREAM = ["stream_id", "streams", "next_seq"];

export class Logbook {
  /** @type {Entry[]} newest first */
  entries = [];
  /** @type {Entry[]} what was said of a plan: nothing that is done, and sent like all else */
  words = [];
  /** @type {readonly import("./core/shapes").Item[]} all that lies in the outbox, in order of saving */
  items = [];
  tally = tally([]);
  /** @type {Reference | null} */
  reference = null;
  /** When the server last said that these are its figures. @type {number | null} */
  figures_at = null;
  /** @type {import("./core/shapes").Sending} */
  sending = { active: false, paused: null, last_success: null };
  /** Started here and not ended: the last one runs, those before it were left. @type {import("./core/shapes").Timer[]} */
  timers = [];
  /** Whether the server has told this phone what its user has logged, at any time. */
  isTold = false;
  /** What is to be said of this phone. @type {import("./core/shapes").Notices} */
  notices = {};
  /** Lets what no receipt has settled lie outside the database too.
   * @type {(isStart?: boolean, onItsWay?: (read: Read | null) => void) => Promise<void>} */
  keepTwice = () => Promise.resolve();
  /** What the server told and the words of one municipality, as last read: saving changes neither.
   * @type {{of: string, pulled: readonly import("./core/shapes").Change[], kept: any} | null} */
  #told = null;
  /** @type {Map<string, number> | null} */
  #pending = null;
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /** @param {import("./device/store.js").Log} log @param {Who} who @param {Powers} powers */
  constructor(log, who, powers) {
    this.log = log;
    this.who = who;
    this.powers = powers;
  }

  /** @param {() => void} watcher @returns {() => void} ends the watch */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Own entries that the server's figures lack, by commitment. */
  get pending() {
    this.#pending ??= this.reference ? pending(this.reference, this.entries, this.powers.now()) : new Map();
    return this.#pending;
  }

  /** Reads the phone anew and tells the screens. */
  async refresh() {
    await this.#take(this.read(true));
    this.announce();
  }

  /** @param {Promise<Read>} reading */
  async #take(reading) {
    const read = await reading.catch(() => null);
    if (!read) {
      this.#told = null;
      this.sending = { ...this.sending, unreachable: true }; // what was saved is saved: only its telling fails
      return;
    }
    if (!read.pulled && this.#told?.of !== this.who.current) {
      await this.#take(this.read(true)); // what was read before was given up meanwhile
      return;
    }
    const { items, facts } = read;
    const [last, notices, timers, contact, found] = facts.slice(OF_THE_STREAM.length);
    this.#told = read.pulled ? { of: this.who.current, pulled: read.pulled, kept: found } : this.#told;
    const { pulled, kept } = this.#told ?? { pulled: [], kept: null };
    this.items = items;
    this.entries = entriesOf(
      items.filter((item) => !isWord(item)),
      pulled,
    );
    this.words = entriesOf(items.filter(isWord));
    this.notices = notices ?? {};
    this.timers = timers ?? [];
    this.isTold = Boolean(contact);
    this.tally = tally([...this.entries, ...this.words]);
    this.reference = kept?.reference ?? null;
    this.figures_at = kept?.checked_at ?? null;
    this.sending = { ...this.sending, last_success: last ?? null, unreachable: false };
    this.#pending = null;
  }

  /** All that the screens show and the second copy holds, as it lies on the phone at one moment: all of it, or only what
   * saving changes where the rest was read before. @param {boolean} [isWhole] */
  read = (isWhole = this.#told?.of !== this.who.current) =>
    this.log.shown(
      [
        ...OF_THE_STREAM,
        "last_success",
        "notices",
        `timers ${this.who.current}`,
        "last_contact",
        ...(isWhole ? [`reference ${this.who.current}`] : []),
      ],
      isWhole,
    );

  /** @param {Partial<import("./core/shapes").Sending>} [sending] */
  announce(sending = {}) {
    this.sending = { ...this.sending, ...sending };
    this.#pending = null; // it goes by the hour
    for (const watcher of this.#watchers) {
      watcher();
    }
  }

  /** Saves what the form says; resolves when it is on disk. The screens are told by whoever says that it is saved,
   * once that is said. @param {Draft} draft
   * @param {import("./device/store.js").Along} [along] @returns {Promise<string>} the entry's id */
  async save(draft, along) {
    const body = this.bodyOf(draft);
    await this.#keep([body], along);
    return body.activity_id;
  }

  /** @param {Draft} draft */
  bodyOf(draft) {
    const { now, newId, captured } = this.powers;
    const frame = {
      activity_id: draft.mends?.activity_id ?? newId(),
      base_rev: draft.mends?.base_rev ?? null,
      municipality: draft.municipality,
      note: draft.note.trim(),
      captured: captured(),
    };
    const { plan_item } = draft;
    return { ...telling(frame, activityOf(draft, this.who.user.id, now())), ...(plan_item && { plan_item }) };
  }

  /** What is seldom decided has a module of its own. @template {keyof typeof import("./resolving.js")} Deed
   * @param {Deed} deed @param {any} given @returns {Promise<Awaited<ReturnType<typeof import("./resolving.js")[Deed]>>>} */
  async decide(deed, given) {
    const deeds = /** @type {any} */ (await import("./resolving.js"));
    return deeds[deed](this, given);
  }

  /** Takes entries back: what is counted is counted off again. @param {readonly string[]} ids
   * @param {string} [reason] @param {import("./device/store.js").Along} [along] */
  async withdraw(ids, reason, along) {
    await (await import("./withdrawing.js")).withdraw(this, ids, reason, along);
  }

  /** The bodies are made once, here: stored, signed and sent as the same text. All are kept, or none.
   * @param {readonly Body[]} bodies @param {import("./device/store.js").Along} [along] kept with them, or neither
   * @param {string} [op_id] of one body alone */
  async seal(bodies, along, op_id) {
    await this.#keep(bodies, along, op_id);
    this.announce();
  }

  /** @param {readonly Body[]} bodies @param {import("./device/store.js").Along} [along] @param {string} [op_id] */
  async #keep(bodies, along, op_id) {
    const sealing = bodies.map((body) => sealed(body, this.powers, op_id));
    await this.log.save(await Promise.all(sealing), along);
    // It is saved, whatever can be read just now; and lies there twice before it is called so. What is told is made ready
    // while the other copy is on its way to the disk, and not before it is.
    let copied;
    /** @type {Read | null} */
    const read = await new Promise((onItsWay) => {
      copied = this.keepTwice(false, onItsWay).finally(() => onItsWay(null));
    });
    const taken = this.#take(read ? Promise.resolve(read) : this.read());
    await Promise.all([copied, taken.catch(() => {})]);
  }

  /** @param {string} code @param {{reference: Reference | null, etag: string | null}} answer */
  async keepReference(code, { reference, etag }) {
    const kept = reference ? { reference, etag } : await this.log.fact(`reference ${code}`);
    await this.log.setFact(`reference ${code}`, { ...kept, checked_at: this.powers.now() });
  }
}
