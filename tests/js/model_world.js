/** Phones with tabs over one server, a line that does what it likes, and what must hold after every step. */

import assert from "node:assert/strict";
import { entriesOf, tally } from "../../static/js/core/entries.js";
import { isReadable, UNSENT } from "../../static/js/core/items.js";
import { statusLine } from "../../static/js/core/status_line.js";
import { Logbook } from "../../static/js/logbook.js";
import { reconcile } from "../../static/js/reconciling.js";
import { explain } from "../../static/js/thrown_away.js";
import "../../static/js/spoilt.js";
import "../../static/js/resolving.js"; // there before it is asked for: the same seed gives the same life
import { Sender } from "../../static/js/sync.js";
import { ModelServer, MUNICIPALITY, sha256 } from "./model_server.js";
import { Shelf } from "./shelf.js";

/** @typedef {import("../../static/js/core/shapes").Item} Item */
/** @typedef {import("../../static/js/core/shapes").Who} Who */
/** @typedef {{tab: Tab, text: string, answer: (raw: any) => void, held: any}} Request `held` has been served already */

export const KEPT_DAYS = 7;
const NEVER = new Promise(() => {});
const MOST_TABS = 3;
const MOST_PHONES = 4;

/** Lets everything run that needs no clock and no network. */
async function quiet() {
  await new Promise((done) => setImmediate(done));
  await new Promise((done) => setImmediate(done)); // a module that is asked for late takes a turn
}

/** What was saved is on one disk, under its digest, until the server has it for good. */
class Disk extends Shelf {
  /** What an app was told is saved. @type {Map<string, string>} */
  promised = new Map();
  /** What a person mended or threw away: nobody misses it. @type {Set<string>} */
  dealtWith = new Set();
  /** Numbers of records that were spoilt. @type {Set<number>} */
  spoilt = new Set();
}

class Phone {
  offset = 0; // of its clock
  hasLocks = true;
  /** @type {{tab: Tab, lose: (reason: Error) => void} | null} */
  lock = null;
  isFull = false;

  /** @param {Disk} disk */
  constructor(disk) {
    this.disk = disk;
    disk.between = (kind) => {
      if (this.isFull && kind !== "read") {
        throw new DOMException("full", "QuotaExceededError");
      }
    };
  }
}

/** One page of the app: it may die or freeze wherever it waits. */
export class Tab {
  isAlive = true;
  fuse = Infinity; // waits until it dies
  /** @type {(() => void)[] | null} */
  thaw = null;

  /** @param {World} world @param {Phone} phone */
  constructor(world, phone) {
    this.world = world;
    this.phone = phone;
    const { disk } = phone;
    const gated =
      (/** @type {string} */ name) =>
      async (/** @type {any[]} */ ...given) => {
        await this.wait();
        const result = await /** @type {any} */ (disk)[name](...given);
        await this.wait();
        return result;
      };
    const names = ["items", "pulled", "fact", "setFact", "transform", "settle", "save"];
    const log = /** @type {any} */ (Object.fromEntries(names.map((name) => [name, gated(name)])));
    this.log = {
      ...log,
      save: async (/** @type {any[]} */ sealed, /** @type {any} */ along) => {
        await log.save(sealed, along);
        for (const one of sealed) {
          disk.promised.set(one.op_id, one.sha256);
        }
      },
    };
    const powers = {
      now: () => world.server.now + phone.offset,
      elapsed: () => world.elapsed,
      chance: world.roll,
      newId: () => world.newId(),
      newStream: () => world.newId(),
      captured: () => ({ wall: "then", mono_ms: 0, boot_id: "boot" }),
      digest: async (/** @type {string} */ text) => {
        await this.wait();
        return sha256(text);
      },
    };
    this.book = new Logbook(this.log, WHO, powers);
    this.sender = new Sender({
      ...powers,
      log: this.log,
      post: (text, _limit, signal) => world.post(this, text, signal),
      signedIn: async () => {
        await this.wait();
        return world.roll() < 0.1 && world.isStormy ? undefined : world.user;
      },
      alone: (_name, steal, task) => this.alone(steal, task),
      visible: () => true,
      later: (wait, task) => world.later(this, wait, task),
      user: "me",
      build: "model",
      keptDays: KEPT_DAYS,
      changed: () => {},
      delivered: () => {},
    });
  }

  /** A point where it may be gone for ever, or for long. */
  async wait() {
    this.fuse -= 1;
    if (this.fuse < 0) {
      this.die();
    }
    if (this.thaw) {
      await new Promise((done) => this.thaw?.push(() => done(undefined)));
    }
    if (!this.isAlive) {
      await NEVER;
    }
  }

  die() {
    this.isAlive = false;
    this.unlock();
    this.world.tabs = this.world.tabs.filter((tab) => tab !== this);
  }

  unlock() {
    if (this.phone.lock?.tab === this) {
      this.phone.lock = null;
    }
  }

  /** Web Locks, or none at all. @param {boolean} steal @param {() => Promise<void>} task */
  async alone(steal, task) {
    const { phone } = this;
    if (!phone.hasLocks) {
      return task();
    }
    if (phone.lock && !steal) {
      return;
    }
    phone.lock?.lose(new DOMException("stolen", "AbortError"));
    const lost = new Promise((_, lose) => {
      phone.lock = { tab: this, lose };
    });
    const mine = phone.lock;
    try {
      await Promise.race([task(), lost]);
    } finally {
      if (phone.lock === mine) {
        phone.lock = null;
      }
    }
  }
}

/** @type {Who} */
const WHO = {
  user: { id: "me", name: "Sara", organisation: "police", role: "officer" },
  municipalities: [{ code: MUNICIPALITY, name: "Lekeberg" }],
  current: MUNICIPALITY,
  entries_kept_days: KEPT_DAYS,
};

const DRAFT = {
  municipality: MUNICIPALITY,
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

export class World {
  server = new ModelServer();
  elapsed = 0;
  /** @type {string | null} */
  user = "me";
  isStormy = true;
  /** @type {Phone[]} */
  phones = [];
  /** @type {Tab[]} */
  tabs = [];
  /** @type {Request[]} */
  requests = [];
  /** @type {{tab: Tab, at: number, task: () => void}[]} */
  timers = [];
  /** How often each happening happened. @type {Record<string, number>} */
  fired = {};
  #ids = 0;

  /** @param {() => number} roll */
  constructor(roll) {
    this.roll = roll;
    this.phones.push(this.#phone(), this.#phone());
    this.open(this.phone());
  }

  newId = () => `id-${++this.#ids}`;
  /** @template T @param {readonly T[]} some @returns {T} */
  pick = (some) => /** @type {T} */ (some[Math.floor(this.roll() * some.length)]);
  phone = () => this.pick(this.phones);
  tab = () => (this.tabs.length > 0 ? this.pick(this.tabs) : this.open(this.phone()));

  #phone() {
    const phone = new Phone(new Disk(this.newId()));
    phone.hasLocks = this.roll() < 0.7;
    return phone;
  }

  /** @param {Phone} phone */
  open(phone) {
    const tab = new Tab(this, phone);
    this.tabs.push(tab);
    void (this.user === "me" ? tab.sender.wake({ signedIn: true }) : tab.sender.run());
    return tab;
  }

  /** @param {Tab} tab @param {string} text @param {AbortSignal} signal @returns {Promise<any>} */
  async post(tab, text, signal) {
    await tab.wait();
    const raw = await new Promise((answer) => {
      const request = { tab, text, answer, held: null };
      this.requests.push(request);
      signal.addEventListener("abort", () => this.#end(request, null));
    });
    await tab.wait();
    return raw;
  }

  /** @param {Request} request @param {any} raw */
  #end(request, raw) {
    this.requests = this.requests.filter((one) => one !== request);
    request.answer(raw);
  }

  /** @param {Tab} tab @param {number} wait @param {() => void} task */
  later(tab, wait, task) {
    const timer = { tab, at: this.elapsed + wait, task };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  /** @param {number} milliseconds */
  pass(milliseconds) {
    this.elapsed += milliseconds;
    this.server.now += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.elapsed);
    this.timers = this.timers.filter(({ at }) => at > this.elapsed);
    for (const { tab, task } of due) {
      if (tab.isAlive) {
        task();
      }
    }
  }

  /** One happening, and what must hold after it. */
  async step() {
    const name = this.pick(WEIGHED);
    const isReal = await HAPPENINGS[name]?.(this);
    this.fired[name] = (this.fired[name] ?? 0) + Number(isReal !== false);
    await quiet();
    this.check();
  }

  /** A person's deed on an entry that allows it. @param {(entry: import("../../static/js/core/shapes").Entry) => boolean} allows
   * @param {(tab: Tab, id: string) => Promise<unknown>} deed @returns {boolean} */
  onEntry(allows, deed) {
    const tab = this.tab();
    tab.book.entries = entriesOf(tab.phone.disk.rows.map(shown), [...tab.phone.disk.told.values()]);
    const fitting = tab.book.entries.filter(allows);
    if (fitting.length === 0 || tab.thaw) {
      return false;
    }
    void deed(tab, this.pick(fitting).id).then(
      () => tab.sender.wake(),
      () => {},
    );
    return true;
  }

  /** @param {Tab} tab @param {string} type */
  save(tab, type) {
    return tab.book.save({ ...DRAFT, type }).then(
      () => tab.sender.wake(),
      () => {}, // not saved, and said so
    );
  }

  /** The server gets a request. @param {Request} request */
  serve(request) {
    return this.server.receive(request.text, this.user);
  }

  /** @param {(request: Request) => any} what comes back; undefined for nothing yet */
  onRequest(what) {
    const waiting = this.requests.filter(({ tab }) => !tab.thaw);
    if (waiting.length === 0) {
      return false;
    }
    const request = this.pick(waiting);
    const raw = what(request);
    if (raw !== undefined) {
      this.#end(request, raw);
    }
    return true;
  }

  check() {
    for (const { disk } of this.phones) {
      checkPromises(disk, this.server);
      checkWords(disk, this.server, this);
    }
  }

  /** The weather clears, the user is back, every phone is opened: it must come to rest. */
  async calm() {
    this.isStormy = false;
    this.user = "me";
    for (const tab of [...this.tabs]) {
      tab.die();
    }
    for (const phone of this.phones) {
      phone.isFull = false;
      this.open(phone);
    }
    await this.#rest();
    await this.#rest(); // one phone's news are another's
    await Promise.all(this.tabs.map((tab) => this.reconcile(tab)));
    await this.#rest();
    await this.#rest();
  }

  /** @param {Tab} tab */
  reconcile = async ({ log, book }) => {
    const found = await reconcile(log, (text) => Promise.resolve(this.server.reconcile(text)));
    const post = (/** @type {string} */ text, /** @type {string} */ door = "") =>
      Promise.resolve(door ? this.server.reconcile(text) : this.server.explain(text, this.user));
    await explain(log, book.powers, { user: "me", build: "model" }, post);
    return found;
  };

  async #rest() {
    for (let round = 0; round < 300; round += 1) {
      this.pass(61_000);
      for (const tab of this.tabs) {
        void tab.sender.run();
      }
      for (let answers = 0; answers < 60; answers += 1) {
        await quiet();
        if (!this.onRequest((request) => this.serve(request))) {
          break;
        }
      }
      this.check();
      const isWaiting = this.phones.some(({ disk }) =>
        disk.rows.some((item) => isReadable(item) && UNSENT.has(item.state)),
      );
      if (round > 6 && !isWaiting) {
        return;
      }
    }
    assert.fail("I6: it never came to rest");
  }

  /** Nothing lost, nothing twice, and all phones show what the server has. */
  checkTheEnd() {
    const { receipts, activities } = this.server.history;
    for (const { disk } of this.phones) {
      for (const item of disk.rows.filter((one) => isReadable(one) && !disk.spoilt.has(one.seq))) {
        // What was thrown away too: the server knows its number, by a void of nothing where it was restored.
        assert.ok(receipts.has(item.op_id) || isStranded(item), `I2: ${item.op_id} (${item.state}) was lost`);
      }
      const rows = new Set(disk.rows.map(({ op_id }) => op_id));
      for (const op_id of disk.promised.keys()) {
        assert.ok(
          rows.has(op_id) || receipts.has(op_id) || disk.dealtWith.has(op_id),
          `I2: ${op_id} was forgotten and is lost`,
        );
      }
      this.#checkEntries(disk, activities);
    }
  }

  /** @param {Disk} disk @param {Map<string, import("./model_server.js").Standing>} activities */
  #checkEntries(disk, activities) {
    const entries = entriesOf(disk.rows.map(shown), [...disk.told.values()]);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const touched = new Set(
      disk.rows.filter(({ seq }) => disk.spoilt.has(seq)).map(({ activity_id }) => activity_id),
    );
    for (const [id, { state, rev, type, started }] of activities) {
      const entry = byId.get(id);
      if (entry && ["sent", "removed"].includes(entry.state) && !touched.has(id)) {
        const what = [entry.state === "sent", entry.rev, state === "current" ? entry.activity.type : type];
        assert.deepEqual(what, [state === "current", rev, type], `I19: ${id} is not as the server has it`);
      }
      const isOld = started < this.server.now - KEPT_DAYS * 86_400_000;
      assert.ok(entry || isOld || state !== "current", `I19: ${id} is missing on a phone`);
    }
  }
}

/** @param {Item} item */
const shown = (item) => (isReadable(item) ? item : { .../** @type {any} */ (item), state: "quarantined" });

/** It waits for its person, who was told. @param {Item} item */
const isStranded = ({ state, receipt }) => state === "conflict" && receipt?.status === "retry";

/** I1 and I2: what was called saved is there as it was saved, until a backup has it or a person threw it away.
 * @param {Disk} disk @param {ModelServer} server */
function checkPromises(disk, server) {
  const rows = new Map(disk.rows.map((item) => [item.op_id, item]));
  for (const [op_id, digest] of disk.promised) {
    const item = rows.get(op_id);
    if (item) {
      const isAsSaved = sha256(item.body) === digest || disk.spoilt.has(item.seq);
      assert.ok(isAsSaved, `I1: ${op_id} is not as it was saved`);
    } else {
      const isSafe = server.backup.receipts.has(op_id) || disk.dealtWith.has(op_id);
      assert.ok(isSafe, `I2: ${op_id} is gone, and no backup has it`);
    }
  }
  for (const { op_id, receipt, closed, state, seq } of disk.rows) {
    if (closed) {
      disk.dealtWith.add(op_id);
    }
    if (state === "acked" && !disk.spoilt.has(seq) && !closed) {
      assert.ok(server.committed.has(op_id) && receipt, `I2: ${op_id} is called sent and never was`);
    }
  }
}

/** I18: the word for "all sent" is said only when all is. @param {Disk} disk @param {ModelServer} server @param {World} world */
function checkWords(disk, server, world) {
  const entries = entriesOf(disk.rows.map(shown), [...disk.told.values()]);
  const sending = { active: false, paused: null, last_success: null };
  const { text } = statusLine(tally(entries), sending, world.server.now);
  const gone = new Set(entries.filter(({ state }) => state === "removed").map(({ id }) => id));
  const unsent = disk.rows.filter(({ op_id }) => !server.committed.has(op_id));
  if (text === "Allt skickat") {
    assert.deepEqual(
      unsent.filter((item) => !item.closed && !(isStranded(item) && gone.has(item.activity_id))),
      [],
      "I18: all is called sent",
    );
  }
  for (const { state, id } of entries) {
    const isOut = disk.rows.some(
      (item) => item.activity_id === id && UNSENT.has(item.state) && isReadable(item),
    );
    assert.ok(state !== "sent" || !isOut, `I18: ${id} is called sent`);
  }
}

const FAULTS = /** @type {const} */ ([
  { status: 502, json: null, retryAfter: null },
  { status: 503, json: { code: "busy" }, retryAfter: "3" },
  { status: 200, json: null, retryAfter: null }, // a portal, or half an answer
  { status: 401, json: null, retryAfter: null },
  { status: 413, json: null, retryAfter: null },
  { status: 400, json: { code: "malformed" }, retryAfter: null },
]);

/** What may happen; false where there was nothing for it to happen to.
 * @type {Record<string, (world: World) => unknown>} */
const HAPPENINGS = {
  save: (world) => void world.save(world.tab(), world.roll() < 0.8 ? "foot_patrol" : "survey"),
  "save what is refused": (world) => void world.save(world.tab(), "odd"),
  "save what is held": (world) => void world.save(world.tab(), "secret"),
  "amend an entry": (world) =>
    world.onEntry(
      ({ state }) => state !== "removed" && state !== "unreadable",
      (tab, id) => {
        const base_rev = tab.book.entries.find((one) => one.id === id)?.rev ?? null;
        const type = world.pick(["survey", "training", "outreach"]);
        return tab.book.save({ ...DRAFT, type, mends: { activity_id: id, base_rev } });
      },
    ),
  "take an entry back": (world) =>
    world.onEntry(
      ({ state }) => state !== "unreadable",
      (tab, id) => tab.book.withdraw([id]),
    ),
  "keep the own version": (world) =>
    world.onEntry(
      ({ conflict }) => conflict !== null,
      (tab, id) => tab.book.decide("keepMine", id),
    ),
  "keep the other version": (world) =>
    world.onEntry(
      ({ conflict }) => conflict !== null,
      (tab, id) => tab.book.decide("discard", id),
    ),
  "throw away": (world) =>
    world.onEntry(
      ({ state }) => state === "need",
      (tab, id) => tab.book.decide("discard", id),
    ),
  answered: (world) => world.onRequest((request) => request.held ?? world.serve(request)),
  "request lost": (world) => world.onRequest(({ held }) => held ?? null),
  "answer lost": (world) =>
    world.onRequest((request) => {
      world.serve(request);
      return null;
    }),
  "answer too slow": (world) =>
    world.onRequest((request) => {
      world.serve(request);
      return "slow";
    }),
  "answer late": (world) =>
    world.onRequest((request) => {
      request.held ??= world.serve(request);
      return undefined;
    }),
  "request twice": (world) =>
    world.onRequest((request) => {
      world.serve(request);
      return world.serve(request);
    }),
  "half of the receipts": (world) =>
    world.onRequest((request) => {
      const raw = world.serve(request);
      raw.json.results = raw.json.results?.filter(() => world.roll() < 0.5);
      return raw;
    }),
  "foreign digests": (world) =>
    world.onRequest((request) => {
      const raw = world.serve(request);
      raw.json.results = raw.json.results?.map((/** @type {any} */ one) => ({ ...one, sha256: "00" }));
      return raw;
    }),
  "another's answer": (world) =>
    world.onRequest((request) => {
      const raw = world.serve(request);
      return { ...raw, json: { ...raw.json, batch_id: "another" } };
    }),
  "a fault of the line": (world) => world.onRequest(() => world.pick(FAULTS)),
  "time passes": (world) => world.pass(Math.floor(world.roll() * 120_000)),
  "an hour passes": (world) => world.pass(3_600_000),
  "days pass": (world) => world.pass(3 * 86_400_000),
  "a day's comparison": (world) => {
    const tab = world.tab();
    return (
      world.user === "me" &&
      !tab.thaw &&
      void world.reconcile(tab).then(
        () => tab.sender.wake(),
        () => {},
      )
    );
  },
  "the app dies": (world) => {
    world.tab().fuse = Math.floor(world.roll() * 12);
  },
  "the app dies at once": (world) => world.tab().die(),
  "the app starts": (world) => world.tabs.length < MOST_TABS && world.open(world.phone()),
  "a tab freezes": (world) => {
    world.tab().thaw ??= [];
  },
  "a tab thaws": (world) => {
    const frozen = world.tabs.find(({ thaw }) => thaw);
    const waiting = frozen?.thaw ?? [];
    if (frozen) {
      frozen.thaw = null;
    }
    waiting.forEach((go) => void go());
    return Boolean(frozen);
  },
  "somebody looks at the app": (world) => {
    const tab = world.tab();
    void (world.user === "me" ? tab.sender.wake({ signedIn: true }) : tab.sender.pause("other_user"));
  },
  "the clock is set": (world) => {
    world.phone().offset = world.pick([0, 0, -10, 10, -1 / 365, 1 / 365]) * 365 * 86_400_000;
  },
  "the session ends": (world) => {
    world.user = null;
  },
  "another signs in": (world) => {
    world.user = "other";
    world.tabs.forEach((tab) => void tab.sender.pause("other_user"));
  },
  "the user is back": (world) => {
    world.user = "me";
    world.tabs.forEach((tab) => void tab.sender.wake({ signedIn: true }));
  },
  "the disk is full": (world) => {
    world.phone().isFull = true;
  },
  "the disk has room": (world) => {
    world.phones.forEach((phone) => {
      phone.isFull = false;
    });
  },
  "a record is spoilt": (world) => {
    const { disk } = world.phone();
    if (disk.rows.length === 0 || world.roll() < 0.7) {
      return false;
    }
    const item = world.pick(disk.rows);
    const how = world.pick([{ state: "flying" }, { body: "{" }, { body: `${item.body} ` }, { sha256: 7 }]);
    disk.spoilt.add(item.seq);
    disk.outbox.set(item.seq, /** @type {any} */ ({ ...item, ...how }));
    return true;
  },
  "a profile is cloned": (world) => {
    if (world.phones.length >= MOST_PHONES || world.roll() < 0.8) {
      return false;
    }
    const { disk } = world.phone();
    const copy = new Disk();
    Object.assign(copy, {
      outbox: structuredClone(disk.outbox),
      told: structuredClone(disk.told),
      facts: structuredClone(disk.facts),
      promised: new Map(disk.promised),
      dealtWith: new Set(disk.dealtWith),
      spoilt: new Set(disk.spoilt),
    });
    world.phones.push(new Phone(copy));
    return true;
  },
  "a coordinator corrects": (world) => world.server.correct(world.roll()),
  "a backup is made": (world) => world.server.back_up(),
  "the server is restored": (world) => world.server.restore(),
  "a replica follows": (world) => world.server.replicate(),
  "the replica takes over": (world) => world.server.fail_over(),
};

/** @type {Readonly<Record<string, number>>} how much more often than others */
const OFTEN = {
  save: 8,
  answered: 24,
  "amend an entry": 4,
  "take an entry back": 2,
  "time passes": 12,
  "the app starts": 3,
  "somebody looks at the app": 6,
  "the user is back": 4,
  "keep the own version": 2,
  "keep the other version": 6,
  "throw away": 2,
  "a coordinator corrects": 2,
  "the disk has room": 4,
  "a tab thaws": 3,
};
const WEIGHED = Object.keys(HAPPENINGS).flatMap((name) => new Array(OFTEN[name] ?? 1).fill(name));
export const NAMES = Object.keys(HAPPENINGS);
