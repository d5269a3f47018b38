/** Keeps a second copy of what is unsettled outside the database, and puts it back where the browser lost that. */

import { copyOf, lackingIn } from "./core/second_copy.js";
import { change, read } from "./device/second_copy.js";

/** @typedef {import("./core/second_copy.js").Held} Held */
/** @typedef {import("./core/shapes").Who} Who */
/** @typedef {{who: Who | null, logs: Record<string, Held>}} Copy who logs here, and the logs by their users */
/** @typedef {import("./logbook.js").Logbook} Logbook */
/** @typedef {import("./logbook.js").Read} Read */

const PATIENCE = 1_000;
const PATIENCE_AT_START = 10_000; // a phone that comes up after a power cut is slow, and nobody signs in twice for that
// Who signed out last, until somebody is signed in: a copy that could not be told so in time names them still.
const LEFT = "left";

/** Resolves when the copy is as the log is, or cannot be: what is saved is saved without it. @param {Logbook} book
 * @param {boolean} [isStart] nothing has been said yet of what is sent: what the log lacks is waited for longer
 * @param {(read: Read | null) => void} [onItsWay] is handed what was read for it */
export async function copy(book, isStart, onItsWay) {
  const patience = after(isStart ? PATIENCE_AT_START : PATIENCE);
  /** @type {Read | null} */
  let found = null;
  const decide = async (/** @type {string} */ before) => {
    found = await agree(book, copyIn(before));
    return textOf(book, copyIn(before), found);
  };
  const copied = change("copy", decide, () => onItsWay?.(found));
  await Promise.race([copied, patience]).catch(() => {});
}

/** Who logged here, as the copy knows it. @returns {Promise<Who | null>} */
export async function whoWasHere() {
  const reading = Promise.race([read("copy"), after(PATIENCE_AT_START)]);
  const { who } = copyIn((await reading.catch(() => "")) || "");
  return who?.user.id === localStorage.getItem(LEFT) ? null : who;
}

/** @param {number} milliseconds @returns {Promise<void>} */
const after = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The words, places and pledges of the municipality in use as well: without them nothing can be logged.
 * @param {Logbook} book */
export const copyWords = ({ log, who }) =>
  change("words", async (before) => {
    const key = keyOf(who);
    const kept = await log.fact(key);
    return kept?.reference ? JSON.stringify({ key, kept }) : before;
  }).catch(() => {});

/** @param {Logbook} book */
async function bringWordsBack({ log, who }) {
  const { key, kept } = JSON.parse((await read("words")) || "{}");
  if (key === keyOf(who) && !(await log.fact(key))) {
    await log.setFact(key, kept);
  }
}

/** Where a log keeps them. @param {Who} who */
const keyOf = ({ current }) => `reference ${current}`;

/** They log here no more; what is unsettled waits for them. Whoever leaves does not wait for a copy without an answer.
 * @param {Who} leaver */
export async function forgetWho({ user }) {
  localStorage.setItem(LEFT, user.id);
  const forgotten = change("copy", (before) => JSON.stringify({ ...copyIn(before), who: null }));
  await Promise.race([forgotten, after(PATIENCE)]).catch(() => {});
}

/** Somebody is signed in. */
export const nobodyLeft = () => localStorage.removeItem(LEFT);

/** @param {string} text @returns {Copy} */
const copyIn = (text) => (text ? JSON.parse(text) : { who: null, logs: {} });

/** Puts back into the log what it lacks. @param {Logbook} book @param {Copy} copy @returns {Promise<Read>} the log then */
async function agree(book, { logs }) {
  const held = logs[book.who.user.id];
  const read = await book.read();
  const lacking = held && lackingIn(heldIn(read), held);
  if (!lacking) {
    return read;
  }
  await bringBack(book, lacking);
  await bringWordsBack(book);
  await book.refresh();
  return book.read();
}

/** The next copy. @param {Logbook} book @param {Copy} copy @param {Read} read */
const textOf = ({ who }, { logs }, read) =>
  JSON.stringify({ who, logs: { ...logs, [who.user.id]: copyOf(heldIn(read)) } });

/** @param {Read} read @returns {Held} */
function heldIn({ items, facts }) {
  const [stream_id, streams, next_seq] = facts;
  return { stream_id, streams: streams ?? [stream_id], next_seq: next_seq ?? 1, items };
}

/** @param {Logbook} book @param {import("./core/second_copy.js").Returning} lacking */
const bringBack = ({ log }, { items, facts }) =>
  log.during(["outbox", "facts"], "strict", (store) => {
    for (const item of items) {
      store("outbox").put(item);
    }
    for (const [key, value] of Object.entries(facts)) {
      store("facts").put(value, key);
    }
    return Promise.resolve();
  });
