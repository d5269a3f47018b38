/** What is done beside saving and sending: the app kept for use without network, a watch on the storage, the typeface. */

import * as asking from "./asking.js";
import { forgetWho, nobodyLeft } from "./copying.js";
import { takeBadgeOff, wearBadge } from "./device/badge.js";
import { endSession } from "./device/ending.js";
import * as position from "./device/position.js";
import * as powers from "./device/powers.js";
import * as questions from "./device/questions.js";
import * as storage from "./device/storage.js";
import { who } from "./device/store.js";
import { tell } from "./device/tabs.js";
import { bearWitness, lostLog } from "./device/witness.js";
import * as worker from "./device/worker.js";
import { offerLast } from "./first_start.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./logbook.js").Logbook} Logbook */

const PATIENCE = 3_000;

/** @param {App} app @param {Promise<void>} beside what stands beside Igen, until it is shown
 * @param {() => void} wake the sender */
export async function keep(app, beside, wake) {
  if (localStorage.getItem("practised")) {
    void import("./practice.js").then(({ sweepUp }) => sweepUp()).catch(() => {}); // another tab practises: later
  }
  await watchStorage(app.book).catch(() => {}); // the browser keeps no witness: the server notices too
  wearBadge(app.book);
  if (localStorage.getItem("reminds")) {
    void import("./reminding.js").then(({ renew }) => renew(app.book));
  }
  nobodyLeft();
  void app.book.keepTwice();
  // On a slow line all that Logga shows comes before what is for later.
  await Promise.race([beside, new Promise((done) => setTimeout(done, PATIENCE))]);
  fetchFont();
  void powers.surely(() => import("./ui/hold.js")).then(({ attachHold }) => attachHold(document));
  document.addEventListener("visibilitychange", () => !document.hidden && void locate(app, false));
  void offerLast(app, beside);
  await locate(app, false);
  worker.onWakeUp(wake);
  worker.onTakenOver(() => {
    const renew = () => isAtRest() && location.reload();
    app.book.watch(renew);
    document.addEventListener("close", () => setTimeout(renew, 0), true);
    renew();
  });
  await worker.register((takeOver) => app.offerRelease(takeOver)).catch(() => {}); // no worker: the app works with network
}

/** Notes a log that the browser has cleared, and bears witness of the one that is there. @param {Logbook} book */
async function watchStorage(book) {
  const { log, who: person } = book;
  const streamsOf = async () => (await log.fact("streams")) ?? [await log.fact("stream_id")];
  const lost = lostLog(person.user.id, await streamsOf());
  if (lost) {
    const notices = { ...(await log.fact("notices")), storage_lost: noticeOf(lost) };
    await log.setFact("notices", notices);
    await book.refresh();
  }
  const bear = async () => {
    const { waiting, need } = book.tally;
    const [stream_id, next] = await Promise.all([log.fact("stream_id"), log.fact("next_seq")]);
    return bearWitness(person.user.id, { stream_id, saved: next - 1, unsent: waiting + need });
  };
  if ((await bear()) && book.entries.length > 0) {
    await storage.persist(); // the browser has cleared what it could: better asked again
  }
  // Once the screen has said what there is to say.
  book.watch(() => void setTimeout(() => void bear().catch(() => {}), 0));
}

/** @param {import("./device/witness.js").Witness} lost */
const noticeOf = ({ saved, unsent }) => ({ highest_seq: saved, last_contact: null, unsent });

/** A new release never comes in the middle of an entry, or of an answer to a question. */
const isAtRest = () =>
  !["/ny", "/flera"].includes(location.pathname) && !document.querySelector("dialog[open]");

/** @param {App} app @param {boolean} ask */
export async function locate(app, ask) {
  const state = await position.permission();
  if (state === "granted" || (ask && state === "prompt")) {
    position.locate((here) => app.located(here, false));
  } else {
    app.located(app.here, state === "prompt");
  }
}

/** The typeface comes last, and on Logga alone: a form would move for it. From the next start it is there at once. */
function fetchFont() {
  const { font = "" } = document.body.dataset;
  if (location.pathname === "/" && !document.querySelector(`link[href="${font}"]`)) {
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

/** Ends the session here and on the server; what is unsent stays and waits for its own person. From the moment that
 * the phone has forgotten who logs here nothing that gives no answer holds the leaving up.
 * @param {Logbook} book */
export async function signOut(book) {
  await who.setLast(null);
  localStorage.removeItem("known");
  localStorage.setItem("leaving", book.who.user.id);
  await forgetWho(book.who);
  if (localStorage.getItem("reminds")) {
    await (await import("./reminding.js")).turnOff();
  }
  if (await endSession()) {
    localStorage.removeItem("leaving");
  }
  await takeBadgeOff();
  tell("who");
  location.assign("/");
}

/** An entry is saved: the browser is asked to keep it, and to say when there is network. */
export async function saved() {
  await Promise.all([storage.persist(), worker.askForWakeUp()]);
}

export const { colleagues, setMunicipality: moveTo } = questions;
export const { figures } = asking;
