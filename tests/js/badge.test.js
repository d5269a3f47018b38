/** The number on the icon is the outbox's own: told when it changes, gone when there is nothing, never in the way. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { takeBadgeOff, wearBadge } from "../../static/js/device/badge.js";

/** What the badge needs of a logbook, and a way to change it. */
function bookOf(/** @type {number} */ waiting, need = 0) {
  /** @type {(() => void)[]} */
  const watchers = [];
  const book = {
    tally: { waiting, need },
    sending: { unreachable: false },
    watch: (/** @type {() => void} */ watcher) => watchers.push(watcher),
    becomes(/** @type {number} */ now, needing = 0, unreachable = false) {
      book.tally = { waiting: now, need: needing };
      book.sending = { unreachable };
      for (const watcher of watchers) {
        watcher();
      }
    },
  };
  return book;
}

function iconOf() {
  /** @type {number[]} */
  const told = [];
  return {
    told,
    setAppBadge: (/** @type {number} */ count) => Promise.resolve(void told.push(count)),
    clearAppBadge: () => Promise.resolve(void told.push(0)),
  };
}

test("the icon bears what is not received, and each change once", () => {
  const [book, icon] = [bookOf(2, 1), iconOf()];
  wearBadge(/** @type {any} */ (book), icon);
  book.becomes(2, 1);
  book.becomes(0, 1);
  book.becomes(0, 0);
  assert.deepEqual(icon.told, [3, 1, 0]);
});

test("a number that an earlier start left there goes when nothing waits", () => {
  const icon = iconOf();
  wearBadge(/** @type {any} */ (bookOf(0)), icon);
  assert.deepEqual(icon.told, [0]);
});

test("a storage that does not answer says nothing of how many there are", () => {
  const [book, icon] = [bookOf(2), iconOf()];
  wearBadge(/** @type {any} */ (book), icon);
  book.becomes(0, 0, true);
  assert.deepEqual(icon.told, [2]);
});

test("whoever signs out takes the number along", async () => {
  const icon = iconOf();
  await takeBadgeOff(icon);
  assert.deepEqual(icon.told, [0]);
});

test("a platform without badges, or one that says no, is no fault", async () => {
  const refusing = { setAppBadge: () => Promise.reject(new Error("no")) };
  wearBadge(/** @type {any} */ (bookOf(1)), refusing);
  await takeBadgeOff({});
  await takeBadgeOff({
    clearAppBadge() {
      throw new TypeError("not here");
    },
  });
});
