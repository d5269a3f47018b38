/** Sending through a world of faults: nothing lost, nothing twice, and it ends once the faults end. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { Sender } from "../../static/js/sync.js";
import { dice } from "./dice.js";
import { Shelf } from "./shelf.js";

let saved = 0;

/** @param {Shelf} shelf @param {string} type */
async function save(shelf, type) {
  saved += 1;
  const ids = { op_id: `op-${saved}`, activity_id: `activity-${saved}` };
  const body = JSON.stringify({ activity_id: ids.activity_id, type });
  const shared = { municipality: "1814", schema: /** @type {const} */ (1), attempts: 0, saved_at: 0 };
  await shelf.save([{ ...shared, ...ids, kind: "create", state: "queued", body, sha256: sha256(body) }]);
}

const sha256 = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

/** The server, by its contract: one effect an operation, one receipt for ever. */
class Ledger {
  receipts = new Map();
  effects = 0;
  bytes = 0;
  /** @type {unknown} */
  told = null;
  server_now = "2027-01-15T08:00:00.000Z";

  known = () => ({ 1814: { epoch: "e", server_seq: this.receipts.size, head: "h" } });

  /** @param {string} text */
  receive(text) {
    this.bytes += text.length;
    const { batch_id, ops, cursors } = JSON.parse(text);
    this.told = cursors;
    const results = ops.map((/** @type {any} */ op) => {
      const known = this.receipts.get(op.op_id);
      if (known) {
        return { ...known, duplicate: true };
      }
      assert.equal(sha256(op.body), op.sha256);
      const status = op.body.includes("odd") ? "rejected" : "stored";
      const receipt = {
        op_id: op.op_id,
        sha256: op.sha256,
        status,
        rev: 1,
        server_seq: this.receipts.size + 1,
      };
      this.receipts.set(op.op_id, receipt);
      this.effects += 1;
      return receipt;
    });
    return {
      status: 200,
      retryAfter: null,
      json: {
        protocol: 1,
        batch_id,
        results,
        server_now: this.server_now,
        durable_through: {},
        cursors: this.known(),
      },
    };
  }
}

const reply = (
  /** @type {number} */ status,
  /** @type {unknown} */ json,
  /** @type {string | null} */ retryAfter = null,
) => ({
  status,
  json,
  retryAfter,
});

/** Everything that may come between; each returns what the phone gets. @type {Record<string, (ledger: Ledger, text: string) => any>} */
const FAULTS = {
  "request lost": () => null,
  "answer lost after commit": (ledger, text) => {
    ledger.receive(text);
    return null;
  },
  "answer too slow": (ledger, text) => {
    ledger.receive(text);
    return "slow";
  },
  "a portal's 200": () => reply(200, null),
  "an answer to another batch": (ledger, text) => {
    const answer = ledger.receive(text);
    return { ...answer, json: { ...answer.json, batch_id: "another" } };
  },
  "half of the receipts": (ledger, text) => {
    const answer = ledger.receive(text);
    return {
      ...answer,
      json: {
        ...answer.json,
        results: answer.json.results.filter((/** @type {any} */ _, /** @type {number} */ n) => n % 2),
      },
    };
  },
  "foreign digests": (ledger, text) => {
    const answer = ledger.receive(text);
    const results = answer.json.results.map((/** @type {any} */ one) => ({ ...one, sha256: "00" }));
    return { ...answer, json: { ...answer.json, results } };
  },
  "too large": () => reply(413, null),
  "a bad request": () => reply(400, { code: "malformed" }),
  busy: () => reply(503, { code: "busy" }, "3"),
  "a proxy's page": () => reply(502, null),
  "a portal's 401": () => reply(401, null),
};

/** A phone over one store; `restart` is the death of the app. @param {Shelf} shelf @param {any} over */
function phoneOver(shelf, over) {
  const clock = { now: 1_800_000_000_000 };
  /** @type {{at: number, task: () => void}[]} */
  const timers = [];
  const told = { active: false, paused: /** @type {string | null} */ (null) };
  let ids = 0;
  const start = () =>
    new Sender({
      log: shelf,
      signedIn: () => Promise.resolve("me"),
      alone: (/** @type {string} */ _, /** @type {boolean} */ __, /** @type {() => Promise<void>} */ task) =>
        task(),
      now: () => clock.now,
      elapsed: () => clock.now,
      newStream: () => "another stream",
      digest: (/** @type {string} */ text) => Promise.resolve(sha256(text)),
      chance: () => 0.5,
      newId: () => `batch-${ids++}`,
      visible: () => true,
      later: (/** @type {number} */ wait, /** @type {() => void} */ task) => {
        const timer = { at: clock.now + wait, task };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
      user: "me",
      build: "test",
      keptDays: 30,
      changed: (/** @type {any} */ state) => Object.assign(told, state),
      delivered: () => {},
      ...over,
    });
  return { clock, timers, told, start };
}

/** Lets time pass until nothing is left to send. @param {ReturnType<typeof phoneOver>} phone @param {Shelf} shelf @param {Sender} sender */
async function settle(phone, shelf, sender) {
  for (let round = 0; round < 400; round += 1) {
    if (!shelf.rows.some(({ state }) => state === "queued" || state === "sending")) {
      return;
    }
    phone.clock.now += 61_000;
    phone.timers.splice(0);
    await sender.run();
  }
  assert.fail("it never came to rest");
}

for (const name of Object.keys(FAULTS)) {
  test(`${name}: nothing lost, nothing twice`, async () => {
    const [shelf, ledger] = [new Shelf(), new Ledger()];
    let hits = 0;
    const post = (/** @type {string} */ text) => {
      hits += 1;
      return Promise.resolve(hits <= 3 ? FAULTS[name]?.(ledger, text) : ledger.receive(text));
    };
    const phone = phoneOver(shelf, { post });
    const sender = phone.start();
    for (let n = 0; n < 30; n += 1) {
      await save(shelf, "foot_patrol");
    }
    await sender.wake();
    assert.ok(hits >= 1, "the fault fired");
    assert.ok(shelf.rows.every(({ body }) => body.length > 0));
    await settle(phone, shelf, sender);
    assert.deepEqual([ledger.effects, ledger.receipts.size], [30, 30]);
    assert.ok(
      shelf.rows.every(
        ({ state, receipt, sha256: digest }) => state === "acked" && receipt?.sha256 === digest,
      ),
    );
  });
}

/** The app dies with a batch on its way and leases in the store. @param {Shelf} shelf @param {() => number} roll */
function die(shelf, roll) {
  const lease = { batch_id: "x", until: 0 };
  for (const item of shelf.rows) {
    if (item.state === "queued" && roll() < 0.5) {
      shelf.outbox.set(item.seq, { ...item, state: "sending", lease });
    }
  }
}

/** @param {() => number} roll @param {Ledger} ledger @param {{stormy: boolean}} weather */
const worldOf = (roll, ledger, weather) => (/** @type {string} */ text) => {
  const names = Object.keys(FAULTS);
  const fault = FAULTS[names[Math.floor(roll() * names.length)] ?? ""];
  return Promise.resolve(
    weather.stormy && roll() < 0.6 && fault ? fault(ledger, text) : ledger.receive(text),
  );
};

/** A phone's life in bad weather: entries, deaths, tries. @param {ReturnType<typeof phoneOver>} phone @param {Shelf} shelf
 * @param {() => number} roll */
async function live(phone, shelf, roll) {
  let sender = phone.start();
  for (let step = 0; step < 60; step += 1) {
    phone.clock.now += Math.floor(roll() * 30_000);
    const happening = roll();
    if (happening < 0.6) {
      await save(shelf, happening < 0.06 ? "odd" : "foot_patrol");
    } else if (happening < 0.7) {
      die(shelf, roll);
      sender = phone.start();
    }
    await (roll() < 0.5 ? sender.wake() : sender.run());
  }
  return sender;
}

describe("random worlds: nothing lost, nothing twice", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    test(`seed ${seed}`, async () => {
      const [roll, shelf, ledger, weather] = [dice(seed), new Shelf(), new Ledger(), { stormy: true }];
      const phone = phoneOver(shelf, { post: worldOf(roll, ledger, weather), chance: roll });
      const sender = await live(phone, shelf, roll);
      weather.stormy = false;
      await settle(phone, shelf, sender);
      assert.equal(ledger.effects, shelf.rows.length);
      assert.deepEqual(
        shelf.rows.map(({ state, receipt, sha256: digest }) => [state, receipt?.sha256 === digest]),
        shelf.rows.map(({ body }) => [body.includes("odd") ? "needs_fix" : "acked", true]),
      );
    });
  }
});

test("an entry that the server cannot take blocks no other", async () => {
  const [shelf, ledger] = [new Shelf(), new Ledger()];
  const post = (/** @type {string} */ text) =>
    Promise.resolve(text.includes("poison") ? reply(400, null) : ledger.receive(text));
  const phone = phoneOver(shelf, { post });
  const sender = phone.start();
  for (const text of ["foot_patrol", "poison", "survey", "training", "outreach"]) {
    await save(shelf, text);
  }
  await sender.wake();
  assert.deepEqual(
    shelf.rows.map(({ state }) => state),
    ["acked", "queued", "acked", "acked", "acked"],
  );
});

test("an ended session pauses sending only, and the same user's return resumes it", async () => {
  const [shelf, ledger] = [new Shelf(), new Ledger()];
  let user = /** @type {string | null} */ (null);
  const phone = phoneOver(shelf, {
    post: (/** @type {string} */ text) => Promise.resolve(ledger.receive(text)),
    signedIn: () => Promise.resolve(user),
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  await sender.wake();
  assert.equal(phone.told.paused, "reauth");
  await save(shelf, "survey");
  assert.deepEqual([shelf.rows.length, ledger.effects], [2, 0]);
  user = "somebody else";
  await sender.wake();
  assert.deepEqual([phone.told.paused, ledger.effects], ["other_user", 0]);
  await sender.wake({ signedIn: true });
  assert.deepEqual([phone.told.paused, ledger.effects], [null, 2]);
});

test("no network is no reason to hammer: the next try is timed, and one timer at most waits", async () => {
  const shelf = new Shelf();
  let tries = 0;
  const phone = phoneOver(shelf, {
    post: () => {
      tries += 1;
      return Promise.resolve(null);
    },
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  await sender.wake();
  await sender.wake();
  await sender.wake();
  assert.equal(tries, 3);
  assert.equal(phone.timers.length, 1);
});

test("fault: 429/503 -> a wake-up by the system does not go before the server's word", async () => {
  const [shelf, ledger] = [new Shelf(), new Ledger()];
  let refusals = 0;
  const phone = phoneOver(shelf, {
    post: async (/** @type {string} */ text) => {
      if (ledger.effects === 0 && refusals === 0) {
        refusals += 1;
        await sender.nudge(); // as Background Sync does, with the request on its way
        return reply(503, { code: "busy" }, "30");
      }
      return ledger.receive(text);
    },
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  await sender.wake();
  await sender.nudge();
  assert.deepEqual([refusals, ledger.effects], [1, 0]);
  phone.clock.now += 31_000;
  await sender.nudge();
  assert.equal(ledger.effects, 1);
});

test("a restored server that asks for everything gets everything, once a run", async () => {
  const shelf = new Shelf();
  let ledger = new Ledger();
  let sent = 0;
  let asks = false;
  const phone = phoneOver(shelf, {
    post: (/** @type {string} */ text) => {
      sent += 1;
      const answer = ledger.receive(text);
      return Promise.resolve({ ...answer, json: { ...answer.json, resync: asks } });
    },
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  await save(shelf, "survey");
  await sender.wake();
  ledger = new Ledger();
  asks = true;
  await save(shelf, "training");
  sent = 0;
  await sender.wake();
  assert.equal(ledger.effects, 3);
  assert.equal(sent, 2);
  assert.ok(shelf.rows.every(({ state }) => state === "acked"));
});

test("the phone says how far it knows the ledger, and makes itself heard when it was silent for long", async () => {
  const [shelf, ledger] = [new Shelf(), new Ledger()];
  const phone = phoneOver(shelf, {
    post: (/** @type {string} */ text) => Promise.resolve(ledger.receive(text)),
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  await sender.wake();
  assert.deepEqual(ledger.told, {});
  phone.clock.now += 7_200_000;
  await sender.wake();
  assert.deepEqual(ledger.told, ledger.known());
  assert.equal(ledger.effects, 1);
});

test("fault: frozen tab -> its lock is taken over once it has shown no sign of life for long, and all is sent", async () => {
  const [shelf, ledger] = [new Shelf(), new Ledger()];
  let refused = 0;
  const phone = phoneOver(shelf, {
    post: (/** @type {string} */ text) => Promise.resolve(ledger.receive(text)),
    alone: (
      /** @type {string} */ _,
      /** @type {boolean} */ steal,
      /** @type {() => Promise<void>} */ task,
    ) => {
      refused += Number(!steal);
      return steal ? task() : Promise.resolve(); // another tab holds it
    },
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  for (let minutes = 0; minutes < 3; minutes += 1) {
    await sender.run();
    phone.clock.now += 60_000;
  }
  assert.ok(refused >= 3, "the lock was held");
  assert.equal(ledger.effects, 0);
  phone.clock.now += 60_000;
  await sender.run();
  assert.equal(ledger.effects, 1);
});

test("a sender without a sign of life is given up: its line is cut, all is sent anew, and what it hears late decides nothing", async () => {
  const [shelf, ledger] = [new Shelf(), new Ledger()];
  /** @type {{text: string, signal: AbortSignal, answer: (raw: any) => void}[]} */
  const stuck = [];
  const phone = phoneOver(shelf, {
    post: (/** @type {string} */ text, /** @type {number} */ _, /** @type {AbortSignal} */ signal) =>
      stuck.length > 0
        ? Promise.resolve(ledger.receive(text))
        : new Promise((answer) => stuck.push({ text, signal, answer })), // no time limit ends this one
  });
  const sender = phone.start();
  await save(shelf, "foot_patrol");
  const hanging = sender.wake();
  while (stuck.length === 0) {
    await new Promise((next) => setImmediate(next));
  }
  const [{ text, signal, answer } = assert.fail()] = stuck;
  await sender.run(); // three minutes have not gone by
  assert.deepEqual([ledger.effects, signal.aborted], [0, false]);
  phone.clock.now += 181_000;
  await sender.run();
  assert.deepEqual([ledger.effects, signal.aborted], [1, true]);
  const settled = structuredClone(shelf.rows);
  const late = ledger.receive(text);
  answer({
    ...late,
    json: { ...late.json, results: late.json.results.map((/** @type {any} */ one) => ({ ...one, rev: 9 })) },
  });
  await hanging;
  assert.deepEqual(shelf.rows, settled);
  assert.equal(settled[0]?.state, "acked");
});
