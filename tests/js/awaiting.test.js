import assert from "node:assert/strict";
import { test } from "node:test";
import { whenTold } from "../../static/js/awaiting.js";

/** A log that says when it has changed. */
function bookOf() {
  const watchers = new Set();
  return {
    isTold: false,
    watchers,
    watch: (/** @type {() => void} */ watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    async say(/** @type {boolean} */ isTold) {
      this.isTold = isTold;
      for (const watcher of watchers) {
        watcher();
      }
      await settled();
    },
  };
}

const settled = () => new Promise((done) => setImmediate(done));

/** @param {any} book @param {number} [patience] @param {() => unknown} [isThere] */
function waiting(book, patience, isThere) {
  const found = { isOver: false };
  whenTold(book, patience, isThere).then(() => {
    found.isOver = true;
  });
  return found;
}

test("what is known already is not waited for", async () => {
  const book = bookOf();
  book.isTold = true;
  const found = waiting(book);
  await settled();
  assert.ok(found.isOver);
});

test("the server's word is waited for, and heard once", async () => {
  const book = bookOf();
  const found = waiting(book);
  await book.say(false);
  assert.ok(!found.isOver);
  await book.say(true);
  assert.ok(found.isOver);
  assert.equal(book.watchers.size, 0);
});

test("what else is to have come is waited for, through a storage that gives way", async () => {
  const book = bookOf();
  let plan = () => Promise.reject(new Error("no storage"));
  const found = waiting(book, undefined, () => plan());
  await book.say(true);
  assert.ok(!found.isOver);
  plan = () => Promise.resolve(/** @type {never} */ ({}));
  await book.say(true);
  assert.ok(found.isOver);
});

test("a server that says nothing is waited for so long and no longer", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const book = bookOf();
  const found = waiting(book, 3_000);
  context.mock.timers.tick(2_999);
  await settled();
  assert.ok(!found.isOver);
  context.mock.timers.tick(1);
  await settled();
  assert.ok(found.isOver);
  assert.equal(book.watchers.size, 0);
});
