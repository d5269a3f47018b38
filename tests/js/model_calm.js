/** How a life in the model ends: the weather clears, and everything must come to rest. */

import assert from "node:assert/strict";
import { isReadable, UNSENT } from "../../static/js/core/items.js";
import { reconcile } from "../../static/js/reconciling.js";
import { explain } from "../../static/js/thrown_away.js";

/** @typedef {import("./model_tab.js").Tab} Tab */
/** @typedef {import("./model_world.js").World} World */

/** Lets everything run that needs no clock and no network. */
export async function quiet() {
  await new Promise((done) => setImmediate(done));
  await new Promise((done) => setImmediate(done)); // a module that is asked for late takes a turn
}

/** The user is back and every phone is opened. @param {World} world */
export async function calm(world) {
  world.isStormy = false;
  world.user = "me";
  for (const tab of [...world.tabs]) {
    tab.die();
  }
  for (const phone of world.phones) {
    phone.isFull = false;
    world.open(phone);
  }
  await rest(world);
  await rest(world); // one phone's news are another's
  await Promise.all(world.tabs.map((tab) => compare(world, tab)));
  await rest(world);
  await rest(world);
}

/** A day's comparison with the server. @param {World} world @param {Tab} tab */
export async function compare(world, { log, book }) {
  const { server } = world;
  const found = await reconcile(log, (text) => Promise.resolve(server.reconcile(text)));
  const post = (/** @type {string} */ text, /** @type {string} */ door = "") =>
    Promise.resolve(door ? server.reconcile(text) : server.explain(text, world.user));
  await explain(log, book.powers, { user: "me", build: "model" }, post);
  return found;
}

/** @param {World} world */
async function rest(world) {
  for (let round = 0; round < 300; round += 1) {
    world.pass(61_000);
    for (const tab of world.tabs) {
      void tab.sender.run();
    }
    for (let answers = 0; answers < 60; answers += 1) {
      await quiet();
      if (!world.onRequest((request) => world.serve(request))) {
        break;
      }
    }
    world.check();
    const isWaiting = world.phones.some(({ disk }) =>
      disk.rows.some((item) => isReadable(item) && UNSENT.has(item.state)),
    );
    if (round > 6 && !isWaiting) {
      return;
    }
  }
  assert.fail("I6: it never came to rest");
}
