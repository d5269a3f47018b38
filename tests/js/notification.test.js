/** A reminder that is pressed: it goes away, and the app is where somebody can log. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as routing from "../../static/js/core/routing.js";

const SOURCE = readFileSync(new URL("../../static/sw.js", import.meta.url), "utf8");
const RELEASE = { release: "r1", shell: "/", files: ["/static/r1/icons/icon-192.png"], later: [] };

/** The worker as a browser runs it, with these pages open. @param {object[]} pages */
function worker(pages) {
  /** @type {Record<string, (event: any) => void>} */
  const heard = {};
  /** @type {unknown[][]} */
  const done = [];
  const note =
    (/** @type {string} */ deed) =>
    async (/** @type {unknown[]} */ ...given) =>
      void done.push([deed, ...given]);
  const self = {
    faltlogg: { RELEASE, ...routing },
    location: { origin: "https://faltlogg.example" },
    addEventListener: (/** @type {string} */ name, /** @type {(event: any) => void} */ deed) => {
      heard[name] = deed;
    },
    clients: {
      matchAll: (/** @type {unknown} */ wanted) => {
        assert.deepEqual(wanted, { type: "window" });
        return Promise.resolve(pages.map((page) => ({ ...page, focus: note("focus") })));
      },
      openWindow: note("open"),
    },
    registration: { showNotification: note("show") },
  };
  new Function("self", SOURCE)(self);

  /** @param {string} name @param {object} [event] */
  async function send(name, event = {}) {
    /** @type {Promise<unknown>[]} */
    const waited = [];
    const waitUntil = (/** @type {Promise<unknown>} */ until) => void waited.push(until);
    heard[name]?.({ ...event, waitUntil });
    assert.equal(waited.length, 1, "the browser keeps the worker until it is done");
    await Promise.all(waited);
  }
  return { send, done };
}

/** @param {ReturnType<typeof worker>} at */
async function press({ send, done }) {
  await send("notificationclick", { notification: { close: () => done.push(["close"]) } });
  return done;
}

test("with no page open the app opens where one logs", async () => {
  assert.deepEqual(await press(worker([])), [["close"], ["open", "/"]]);
});

test("a page that is open is shown as it stands, in the middle of an entry", async () => {
  assert.deepEqual(await press(worker([{ url: "/ny" }, { url: "/" }])), [["close"], ["focus"]]);
});

test("a message is shown as it came, and one that cannot be read is shown all the same", async () => {
  const at = worker([]);
  await at.send("push", { data: { json: () => ({ title: "Närvaro v. 14", body: "0:45 kvar" }) } });
  await at.send("push", { data: { json: () => JSON.parse("{") } });
  await at.send("push", { data: null });
  const [icon] = RELEASE.files;
  const how = { tag: "reminder", icon, badge: icon };
  assert.deepEqual(at.done, [
    ["show", "Närvaro v. 14", { body: "0:45 kvar", ...how }],
    ["show", "Fältlogg", { body: "", ...how }],
    ["show", "Fältlogg", { body: "", ...how }],
  ]);
});
