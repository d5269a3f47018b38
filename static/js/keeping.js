/** What is done beside saving and sending: the app kept for use without network, the typeface, where the phone is. */

import * as network from "./device/network.js";
import * as position from "./device/position.js";
import * as questions from "./device/questions.js";
import * as storage from "./device/storage.js";
import { who } from "./device/store.js";
import { tell } from "./device/tabs.js";
import * as worker from "./device/worker.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app */
export async function keep(app) {
  fetchFont();
  await locate(app, false);
  worker.onTakenOver(() => {
    const renew = () => isAtRest() && location.reload();
    app.book.watch(renew);
    document.addEventListener("close", renew, true);
    renew();
  });
  await worker.register((takeOver) => app.offerRelease(takeOver)).catch(() => {}); // no worker: the app works with network
}

/** A new release never comes in the middle of an entry, or of an answer to a question. */
const isAtRest = () => location.pathname !== "/ny" && !document.querySelector("dialog[open]");

/** @param {App} app @param {boolean} ask */
export async function locate(app, ask) {
  const state = await position.permission();
  if (state === "granted" || (ask && state === "prompt")) {
    position.locate((here) => app.located(here, false));
  } else {
    app.located(app.here, state === "prompt");
  }
}

/** The typeface comes last; from the next start it is there at once. */
function fetchFont() {
  const { font = "" } = document.body.dataset;
  if (!document.querySelector(`link[href="${font}"]`)) {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: font });
    link.addEventListener(
      "load",
      () => void document.fonts.load('1em "Source Sans 3"').then(fontIsKept, () => {}),
    );
    document.head.append(link);
  }
}

/** @param {unknown[]} faces */
const fontIsKept = (faces) => faces.length > 0 && localStorage.setItem("font", "1");

const FRESH = 5 * 60_000;
let figuresAt = -FRESH;

/** Fetches the figures of the municipality in use, and now and then those of the others.
 * @param {import("./logbook.js").Logbook} book @param {boolean} now */
export async function figures(book, now) {
  const isDue = performance.now() - figuresAt > FRESH;
  const others = book.who.municipalities.map(({ code }) => code).filter((code) => code !== book.who.current);
  for (const code of now || isDue ? [book.who.current, ...(isDue ? others : [])] : []) {
    const answer = await questions.reference(code, await book.etagOf(code));
    if (answer) {
      await book.keepReference(code, answer);
      figuresAt = performance.now();
    }
  }
  await book.refresh();
}

/** Ends the session here and on the server; what is unsent stays and waits for its own person.
 * @param {import("./logbook.js").Logbook} book */
export async function signOut(book) {
  await who.setLast(null);
  localStorage.removeItem("known");
  localStorage.setItem("leaving", book.who.user.id);
  if (await network.endSession()) {
    localStorage.removeItem("leaving");
  }
  tell("who");
  location.assign("/");
}

export const { persist } = storage;
export const { colleagues, setMunicipality: moveTo } = questions;
