/** A timer: how it reads, when it must have been forgotten, and what it ends as, once. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOUR, local, MINUTE, wholeMinute } from "../../static/js/core/calendar.js";
import { emptyDraft } from "../../static/js/core/draft.js";
import { told } from "../../static/js/core/operation.js";
import { endAt, endedAs, endings, lastPresence, reading } from "../../static/js/core/timer.js";
import { Logbook } from "../../static/js/logbook.js";
import { begin, discard, end, goOn } from "../../static/js/timing.js";
import { DAYS, entry, MONDAY_AT_THREE, PRESENCE, reference } from "./examples.js";

/** @typedef {import("../../static/js/core/shapes").Timer} Timer */

const DRAFT = { ...emptyDraft("1814", "police"), type: "foot_patrol", place: "norra", minutes: 45 };

/** @param {number} started @returns {Timer} */
const since = (started) => ({ id: "entry", op_id: "op", draft: DRAFT, started });
const at = (/** @type {string} */ text) => Date.parse(text);

// Over both changes of the clock.
const anInstant = fc.integer({ min: at("2026-03-27T00:00Z"), max: at("2026-10-27T00:00Z") });

test("it runs by the minute from the minute it began, over midnight too", () => {
  const timer = since(at("2026-03-09T23:10:40+01:00"));
  const minutes = (/** @type {string} */ now) => reading(timer, at(now));
  assert.deepEqual(minutes("2026-03-09T23:11:20+01:00"), { state: "short", minutes: 1 });
  assert.deepEqual(minutes("2026-03-10T01:40:00+01:00"), { state: "running", minutes: 150 });
});

test("the night of the change is as long as it was, not as the clock shows", () => {
  const spring = reading(since(at("2026-03-29T01:30:00+01:00")), at("2026-03-29T03:30:00+02:00"));
  const autumn = reading(since(at("2026-10-25T01:30:00+02:00")), at("2026-10-25T03:30:00+01:00"));
  assert.deepEqual([spring.minutes, autumn.minutes], [60, 180]);
});

test("after six hours, or over the morning, it asks; a clock set back asks how long it was", () => {
  const evening = since(at("2026-03-09T20:15:00+01:00"));
  const state = (/** @type {Timer} */ timer, /** @type {string} */ now) => reading(timer, at(now)).state;
  assert.equal(state(evening, "2026-03-10T02:15:00+01:00"), "running");
  assert.equal(state(evening, "2026-03-10T02:15:01+01:00"), "asks");
  const night = since(at("2026-03-10T03:00:00+01:00"));
  assert.equal(state(night, "2026-03-10T05:59:00+01:00"), "running");
  assert.equal(state(night, "2026-03-10T06:30:00+01:00"), "asks");
  assert.equal(state(since(at("2026-03-10T05:40:00+01:00")), "2026-03-10T06:30:00+01:00"), "running");
  assert.equal(state(evening, "2026-03-09T20:14:59+01:00"), "clock");
});

test("whatever the clock says, it reads as no less than nothing and no more than has passed", () => {
  fc.assert(
    fc.property(anInstant, fc.integer({ min: -3 * DAYS, max: 3 * DAYS }), (started, passed) => {
      const { minutes, state } = reading(since(started), started + passed);
      assert.ok(minutes >= 0 && minutes <= Math.max(0, Math.ceil(passed / MINUTE)));
      assert.equal(state === "clock", passed < 0);
      assert.ok(state !== "running" || (passed >= MINUTE && passed <= 6 * HOUR));
    }),
  );
});

test("the usual length, one hour, two and now are offered, as far as they can be", () => {
  const timer = since(at("2026-03-09T20:15:00+01:00"));
  const lengths = (/** @type {string} */ now, latest = now) =>
    endings(timer, at(now), at(latest)).map(({ minutes }) => minutes);
  assert.deepEqual(lengths("2026-03-10T06:40:00+01:00"), [45, 60, 120, 625]);
  assert.deepEqual(lengths("2026-03-12T06:40:00+01:00"), [45, 60, 120]); // now would be more than a day
  assert.deepEqual(lengths("2026-03-10T06:40:00+01:00", "2026-03-09T21:05:00+01:00"), [45, 50]);
});

test("an end that is offered lies after the start, at the latest now, and is no longer than a day", () => {
  fc.assert(
    fc.property(anInstant, fc.nat(4 * DAYS), fc.nat(4 * DAYS), (started, passed, until) => {
      const now = started + passed;
      for (const { minutes, ended } of endings(since(started), now, started + until)) {
        const activity = endedAs(since(started), "me", { started, ended });
        assert.equal((activity.ended ?? 0) - activity.started, minutes * MINUTE);
        assert.ok(minutes >= 1 && minutes <= 1440 && ended <= now && ended <= started + until);
      }
    }),
  );
});

test("a clock time is its first one after the start, and none that is still to come", () => {
  fc.assert(
    fc.property(anInstant, fc.integer({ min: 1, max: 1439 }), (started, passed) => {
      const ended = wholeMinute(started) + passed * MINUTE;
      const { minutes } = local(ended);
      const found = endAt(since(started), minutes, ended) ?? Number.NaN;
      assert.ok(found > wholeMinute(started) && found <= ended);
      assert.equal(local(found).minutes, minutes);
      const earlier = Array.from(
        { length: (found - wholeMinute(started)) / MINUTE - 1 },
        (_, one) => one + 1,
      );
      assert.ok(earlier.every((one) => local(wholeMinute(started) + one * MINUTE).minutes !== minutes));
      assert.equal(endAt(since(started), minutes, found - 1), null);
    }),
    { numRuns: 40 },
  );
  assert.equal(endAt(since(MONDAY_AT_THREE), Number.NaN, MONDAY_AT_THREE + HOUR), null);
  const [twice, again] = [at("2026-10-25T02:50:00+02:00"), at("2026-10-25T02:10:00+01:00")];
  assert.equal(endAt(since(twice), 2 * 60 + 10, again), again); // the second ten past two of that night
});

test("a start takes what gave presence last, where presence is promised", () => {
  const town = reference(PRESENCE);
  const joint = entry(
    { state: "sent" },
    { organisations: ["municipality"], type: "survey", focus: [], place: null },
  );
  const patrol = entry({ state: "wait" }, { type: "foot_patrol", focus: ["school"], place: "norra" });
  const gone = entry({ state: "sent" }, { place: "riven" });
  const last = (/** @type {any[]} */ ...entries) => lastPresence(entries, town, MONDAY_AT_THREE)?.id;
  assert.equal(last(gone, joint, patrol), patrol.id);
  assert.equal(last(joint), joint.id);
  assert.equal(last(gone, entry({ state: "removed" })), undefined);
});

/** The phone's store as two tabs share it: a transaction is kept whole or not at all. */
class Disk {
  /** @type {any[]} */
  rows = [];
  /** @type {Map<string, any>} */
  facts = new Map();
  /** Dies in the middle of the next write. */
  dies = false;

  items = () => Promise.resolve([...this.rows]);
  shown = (/** @type {readonly string[]} */ keys) =>
    Promise.resolve({ items: this.rows, pulled: [], facts: keys.map((key) => this.facts.get(key)) });
  fact = (/** @type {string} */ key) => Promise.resolve(this.facts.get(key));

  /** @param {any[]} sealed @param {any} [along] */
  save = ([sealed], along) =>
    this.during([], "strict", async (/** @type {any} */ store) => {
      const saved = this.rows.find(({ op_id }) => op_id === sealed.op_id);
      if (!saved) {
        this.rows.push({ ...sealed, seq: this.rows.length + 1 });
        await along?.(store("facts"));
      }
    });

  /** @param {string[]} _ @param {any} __ @param {any} deed */
  during = async (_, __, deed) => {
    const [rows, facts] = [[...this.rows], new Map(this.facts)];
    await deed(() => ({
      get: (/** @type {string} */ key) => answering(this.facts.get(key)),
      put: (/** @type {any} */ value, /** @type {string} */ key) => this.facts.set(key, value),
    }));
    if (this.dies) {
      Object.assign(this, { rows, facts, dies: false });
      throw new DOMException("killed", "AbortError");
    }
  };
}

/** @param {any} result of an IndexedDB request */
function answering(result) {
  const request = { result, onsuccess: () => {} };
  queueMicrotask(() => request.onsuccess());
  return request;
}

const WHO = {
  user: { id: "me", name: "Sara", organisation: "police", role: "officer" },
  municipalities: [{ code: "1814", name: "Lekeberg" }],
  current: "1814",
  entries_kept_days: 30,
};

/** @param {Disk} disk @param {{now: number}} clock */
async function tab(disk, clock) {
  const powers = {
    now: () => clock.now,
    chance: () => 0.5,
    newId: () => crypto.randomUUID(),
    captured: () => ({ wall: "then", mono_ms: 0, boot_id: "boot" }),
    digest: () => Promise.resolve("ab".repeat(32)),
  };
  const book = new Logbook(/** @type {any} */ (disk), WHO, powers);
  await book.refresh();
  return book;
}

/** @param {Logbook} book */
const first = ({ timers }) => /** @type {Timer} */ (timers[0]);

test("what is started outlives the app, and ends as one entry with its note and its real times", async () => {
  const [disk, clock] = [new Disk(), { now: MONDAY_AT_THREE }];
  await begin(await tab(disk, clock), { ...DRAFT, note: "Lugnt vid skolan. " });
  assert.equal(disk.rows.length, 0); // nothing to send
  clock.now += 75 * MINUTE;
  const book = await tab(disk, clock);
  await end(book, first(book), { started: first(book).started, ended: clock.now });
  assert.deepEqual([book.timers, disk.rows.length], [[], 1]);
  const said = told(disk.rows[0].body);
  assert.deepEqual([said?.activity.started, said?.activity.ended], [MONDAY_AT_THREE, clock.now]);
  assert.equal(said?.note, "Lugnt vid skolan."); // what was written before the start is told at the end
});

test("killed while it ends, it runs on: the entry and the timer's end are one", async () => {
  const [disk, clock] = [new Disk(), { now: MONDAY_AT_THREE }];
  const book = await tab(disk, clock);
  await begin(book, DRAFT);
  disk.dies = true;
  await assert.rejects(end(book, first(book), { started: MONDAY_AT_THREE, ended: MONDAY_AT_THREE + HOUR }));
  const next = await tab(disk, clock);
  assert.deepEqual([next.timers.length, disk.rows.length], [1, 0]);
  await end(next, first(next), { started: MONDAY_AT_THREE, ended: MONDAY_AT_THREE + HOUR });
  assert.deepEqual([next.timers.length, disk.rows.length], [0, 1]);
});

test("two tabs that end it save one entry, and one that runs anew is left alone", async () => {
  const [disk, clock] = [new Disk(), { now: MONDAY_AT_THREE }];
  const book = await tab(disk, clock);
  await begin(book, DRAFT);
  const stale = await tab(disk, clock);
  const timer = first(stale);
  await end(book, first(book), { started: MONDAY_AT_THREE, ended: MONDAY_AT_THREE + HOUR });
  await begin(book, DRAFT);
  await end(stale, timer, { started: MONDAY_AT_THREE, ended: MONDAY_AT_THREE + 2 * HOUR });
  assert.deepEqual([stale.timers.length, disk.rows.length], [1, 1]);
});

test("two tabs that start one lose none: the last one runs, the first one is asked for", async () => {
  const [disk, clock] = [new Disk(), { now: MONDAY_AT_THREE }];
  const [book, stale] = [await tab(disk, clock), await tab(disk, clock)];
  await begin(book, DRAFT);
  clock.now += HOUR;
  await begin(stale, { ...DRAFT, place: "sodra" });
  assert.deepEqual(
    stale.timers.map(({ draft }) => draft.place),
    ["norra", "sodra"],
  );
});

test("an end that is taken back lets it run on, under ids of its own; thrown away, nothing is left", async () => {
  const [disk, clock] = [new Disk(), { now: MONDAY_AT_THREE }];
  const book = await tab(disk, clock);
  await begin(book, DRAFT);
  const timer = first(book);
  await end(book, timer, { started: MONDAY_AT_THREE, ended: MONDAY_AT_THREE + HOUR });
  await goOn(book, timer);
  assert.equal(first(book).started, MONDAY_AT_THREE);
  assert.notEqual(first(book).id, timer.id);
  assert.deepEqual(
    disk.rows.map(({ kind }) => kind),
    ["create", "withdraw"],
  );
  await discard(book, first(book));
  assert.deepEqual([book.timers, disk.facts.get("timers 1814")], [[], []]);
});
