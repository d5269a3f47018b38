/** The phone's store in memory, as strict as the real one: a transaction is kept whole or not at all. */

import { closed, isReadable, NEEDS_PERSON } from "../../static/js/core/items.js";

/** @typedef {import("../../static/js/core/shapes").Change} Change */
/** @typedef {import("../../static/js/core/shapes").Item} Item */
/** @typedef {import("../../static/js/core/shapes").Sealed} Sealed */

const keyOf = (/** @type {Change} */ { municipality, activity_id }) => `${municipality} ${activity_id}`;

/** What is on the disk: it outlives every app that opens it. */
export class Shelf {
  /** @type {Map<number, Item>} */
  outbox = new Map();
  /** @type {Map<string, Change>} */
  told = new Map();
  facts;

  /** @param {string} [stream] */
  constructor(stream = "stream") {
    this.facts = new Map(/** @type {[string, any][]} */ ([["stream_id", stream]]));
  }

  get rows() {
    return [...this.outbox.values()].sort((one, other) => one.seq - other.seq);
  }

  items = () => this.#turn(() => this.rows.map(shown));
  shown = (/** @type {readonly string[]} */ keys, /** @type {boolean} */ withPulled) =>
    this.#turn(() => ({
      items: this.rows.map(shown),
      pulled: withPulled ? [...this.told.values()] : null,
      facts: keys.map((key) => this.facts.get(key)),
    }));
  fact = (/** @type {string} */ key) => this.#turn(() => this.facts.get(key));
  setFact = (/** @type {string} */ key, /** @type {unknown} */ value) =>
    this.#turn(() => void this.facts.set(key, value), "facts");

  save = (/** @type {readonly Sealed[]} */ sealed, /** @type {any} */ along = undefined) =>
    this.#turn(() => {
      for (const one of sealed.filter(({ op_id }) => !this.rows.some((row) => row.op_id === op_id))) {
        for (const row of this.rows) {
          if (row.activity_id === one.activity_id && NEEDS_PERSON.has(row.state)) {
            this.outbox.set(row.seq, closed(row));
          }
        }
        const seq = this.facts.get("next_seq") ?? 1;
        this.outbox.set(seq, { ...one, seq });
        this.facts.set("next_seq", seq + 1);
      }
      along?.({ delete: (/** @type {string} */ key) => this.facts.delete(key) });
    }, "save");

  transform = (/** @type {(items: Item[]) => Item[]} */ change) =>
    this.#turn(() => {
      const before = this.rows.filter(isReadable);
      const changed = change(before).filter((item, place) => item !== before[place]);
      for (const item of changed) {
        this.outbox.set(item.seq, item);
      }
      return changed;
    }, "transform");

  settle = (
    /** @type {(kept: import("../../static/js/core/shapes").Kept) => import("../../static/js/core/shapes").Settlement} */ decide,
  ) =>
    this.#turn(() => {
      const settlement = decide({
        items: this.rows.filter(isReadable),
        pulled: [...this.told.values()],
        cursors: this.facts.get("cursors") ?? {},
        notices: this.facts.get("notices") ?? {},
        streams: this.facts.get("streams") ?? [this.facts.get("stream_id")],
      });
      this.#keep(settlement);
      return settlement;
    }, "settle");

  /** @param {import("../../static/js/core/shapes").Settlement} settlement */
  #keep({ items, forgotten, isPulledAnew, pulled, unpulled, facts }) {
    for (const item of items) {
      this.outbox.set(item.seq, item);
    }
    for (const seq of forgotten) {
      this.outbox.delete(seq);
    }
    if (isPulledAnew) {
      this.told.clear();
    }
    for (const row of unpulled) {
      this.told.delete(keyOf(row));
    }
    for (const row of pulled) {
      this.told.set(keyOf(row), row);
    }
    for (const [key, value] of Object.entries(facts)) {
      this.facts.set(key, value);
    }
  }

  /** What comes between: a death before or after the write, a full disk. @type {(kind: string) => (() => void) | void} */
  between = () => {};

  /** @template T @param {() => T} deed @param {string} [kind] of a write @returns {Promise<T>} */
  async #turn(deed, kind = "read") {
    const after = await this.between(kind);
    const result = structuredClone(deed());
    after?.();
    return result;
  }
}

/** @param {Item} item @returns {Item} */
const shown = (item) => (isReadable(item) ? item : { .../** @type {any} */ (item), state: "quarantined" });
