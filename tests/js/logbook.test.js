/** The logbook: what is saved is called saved, whatever else fails beside it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { keepDraft } from "../../static/js/drafting.js";
import { Logbook } from "../../static/js/logbook.js";
import { Shelf } from "./shelf.js";

const WHO = {
  user: { id: "me", name: "Sara", organisation: "police", role: "officer" },
  municipalities: [{ code: "1814", name: "Lekeberg" }],
  current: "1814",
  entries_kept_days: 30,
};

let ids = 0;
const POWERS = {
  now: () => 1_800_000_000_000,
  chance: () => 0.5,
  newId: () => `id-${ids++}`,
  captured: () => ({ wall: "then", mono_ms: 0, boot_id: "boot" }),
  digest: () => Promise.resolve("ab".repeat(32)),
};

const DRAFT = {
  municipality: "1814",
  type: "foot_patrol",
  focus: [],
  place: null,
  when: /** @type {const} */ ({ kind: "now" }),
  minutes: 30,
  organisations: ["police"],
  colleagues: [],
  others: 0,
  targeted: false,
  interrupted: false,
  counters: {},
  note: "",
  mends: null,
};

const settled = () => new Promise((done) => setTimeout(done, 0));

test("an entry that is on the disk is saved, even where the phone cannot be read just then", async () => {
  const shelf = new Shelf();
  const book = new Logbook(/** @type {any} */ (shelf), WHO, POWERS);
  let failed = 0;
  shelf.between = (kind) => {
    if (kind === "read") {
      failed += 1;
      throw new DOMException("server lost", "UnknownError");
    }
  };
  await book.save(DRAFT);
  assert.ok(failed > 0, "the reading failed");
  assert.equal(shelf.rows.length, 1);
});

test("a form that cannot be kept is no reason to stop filling it in", async () => {
  const shelf = new Shelf();
  const book = new Logbook(/** @type {any} */ (shelf), WHO, POWERS);
  shelf.between = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  await keepDraft(book, DRAFT);
  await assert.rejects(book.save(DRAFT), { name: "QuotaExceededError" });
});

test("the screens are made ready while the second copy is on its way, and the word comes after both", async () => {
  const book = new Logbook(/** @type {any} */ (new Shelf()), WHO, POWERS);
  /** @type {string[]} */
  const order = [];
  let [leave, arrive] = [() => {}, () => {}];
  book.keepTwice = (_, onItsWay = () => {}) => {
    leave = () => onItsWay(null);
    return new Promise((done) => {
      arrive = done;
    });
  };
  book.watch(() => order.push("told"));
  const saving = book.save(DRAFT).then(() => order.push("the word"));
  await settled();
  assert.equal(book.entries.length, 0);
  leave();
  await settled();
  assert.deepEqual([book.entries.length, order], [1, []], "made ready, and not told yet");
  arrive();
  await saving;
  assert.deepEqual(order, ["the word"], "whoever says it tells the screens then");
});

test("what was read for the second copy is not read again", async () => {
  const shelf = new Shelf();
  const book = new Logbook(/** @type {any} */ (shelf), WHO, POWERS);
  let readings = 0;
  shelf.between = (kind) => {
    readings += kind === "read" ? 1 : 0;
  };
  book.keepTwice = async (_, onItsWay = () => {}) => onItsWay(await book.read());
  await book.save(DRAFT);
  assert.deepEqual([book.entries.length, readings], [1, 1]);
});

test("with an entry is read only what saving changes, and all of it where nothing was read before", async () => {
  const shelf = new Shelf();
  const reference = { generated_at: "2027-01-15T08:00:00Z", pledges: [], places: [], types: [] };
  const told = {
    municipality: "1814",
    activity_id: "told",
    rev: 1,
    state: "current",
    activity: { type: "x" },
  };
  shelf.facts.set("reference 1814", { reference, checked_at: 1 });
  const book = new Logbook(/** @type {any} */ (shelf), WHO, POWERS);
  /** @type {boolean[]} */
  const whole = [];
  const { shown } = shelf;
  shelf.shown = (keys, withPulled) => {
    whole.push(withPulled);
    return shown(keys, withPulled);
  };
  book.keepTwice = async (_, onItsWay = () => {}) => onItsWay(await book.read());
  await book.save(DRAFT);
  shelf.told.set("1814 told", /** @type {any} */ (told));
  await book.refresh();
  const { reference: before } = book;
  await book.save(DRAFT);
  assert.deepEqual(whole, [true, true, false]);
  assert.deepEqual(before, reference);
  assert.equal(book.reference, before, "the same words, not another copy of them");
  assert.equal(book.entries.length, 3, "what the server told is not forgotten");
});

test("an entry saved as another municipality is gone to is told beside that one's words", async () => {
  const shelf = new Shelf();
  for (const code of ["1814", "0882"]) {
    shelf.facts.set(`reference ${code}`, { reference: { generated_at: code }, checked_at: 1 });
  }
  const book = new Logbook(/** @type {any} */ (shelf), WHO, POWERS);
  book.keepTwice = async (_, onItsWay = () => {}) => onItsWay(await book.read());
  await book.refresh();
  assert.equal(book.reference?.generated_at, "1814");
  book.who = { ...book.who, current: "0882" };
  await book.save(DRAFT);
  assert.equal(book.reference?.generated_at, "0882");
});

test("what was given up while an entry was read is read again", async () => {
  const shelf = new Shelf();
  shelf.facts.set("reference 1814", { reference: { generated_at: "2027-01-15T08:00:00Z" }, checked_at: 1 });
  const book = new Logbook(/** @type {any} */ (shelf), WHO, POWERS);
  book.keepTwice = async (_, onItsWay = () => {}) => {
    const read = await book.read();
    const { shown } = shelf;
    shelf.shown = () => Promise.reject(new DOMException("server lost", "UnknownError"));
    await book.refresh();
    shelf.shown = shown;
    onItsWay(read);
  };
  await book.refresh();
  await book.save(DRAFT);
  assert.equal(book.reference?.generated_at, "2027-01-15T08:00:00Z");
  assert.deepEqual([book.entries.length, book.sending.unreachable], [1, false]);
});

test("a second copy that there cannot be holds nothing up", async () => {
  const book = new Logbook(/** @type {any} */ (new Shelf()), WHO, POWERS);
  book.keepTwice = () => Promise.resolve();
  await book.save(DRAFT);
  assert.equal(book.entries.length, 1);
});
