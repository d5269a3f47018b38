/** To those who do not see the line of state: how sending ended is told once, its steps are not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { newsOf } from "../../static/js/core/news.js";
import { statusLine } from "../../static/js/core/status_line.js";

const NOTHING = { waiting: 0, need: 0, held: 0, received: 0 };
const AT_REST = /** @type {import("../../static/js/core/shapes").Sending} */ ({
  active: false,
  paused: null,
  last_success: 0,
});

/** @param {Partial<typeof NOTHING>} tally @param {Partial<typeof AT_REST>} [sending] @param {number} [now] */
function told(tally, sending = {}, now = 0) {
  const all = { ...NOTHING, ...tally };
  const how = { ...AT_REST, ...sending };
  return newsOf(statusLine(all, how, now), all, how);
}

test("what waits or is on its way is no news", () => {
  assert.equal(told({ waiting: 2 }), "");
  assert.equal(told({ waiting: 2, held: 1, received: 1 }, { active: true }), "");
});

test("that all is sent is said without the time, which changes with every look", () => {
  assert.equal(told({ received: 3 }), "Allt skickat.");
  assert.equal(told({ received: 3 }, { last_success: 60_000 }, 60_000), told({ received: 3 }));
});

test("what needs its author or the coordinator is said with its number, whatever else waits", () => {
  assert.equal(told({ need: 1, waiting: 2 }), "1 behöver dig.");
  assert.equal(told({ held: 2, received: 1 }), "2 hos samordnaren.");
});

test("what stops the sending is said with what to do, once something waits for it", () => {
  assert.equal(told({ waiting: 1 }, { paused: "reauth" }), "1 väntar, logga in för att skicka.");
  assert.equal(told({ received: 1 }, { paused: "reauth" }), "Allt skickat.");
  assert.equal(told({ waiting: 1 }, { unreachable: true }), "Minnet svarar inte, öppna appen igen.");
});
