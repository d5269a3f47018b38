/** The timers on Logga: what each of them shows, its end as a saved entry with its receipt, and its minutes. */

import { claims } from "../core/figures.js";
import { t } from "../core/texts.js";
import { endedAs, reading } from "../core/timer.js";
import { discard, end, goOn } from "../timing.js";
import { h, put } from "./dom.js";
import { moved } from "./moved.js";
import { receiptRow } from "./receipt.js";
import { lasted, running } from "./timer_runs.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/shapes").Timer} Timer */
/** @typedef {{ended: number, started?: number}} End */

const MINUTE = 60_000;
/** Its end is saved, its receipt on the way. */
let ending = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let tick;

/** @param {HTMLElement} slot @param {App} app @param {() => void} otherwise shows what stands here when none is left */
export function showTimers(slot, app, otherwise) {
  const { timers, powers } = app.book;
  const now = powers.now();
  const isAwaited = ending !== "" && timers.every(({ id }) => id !== ending);
  if (isAwaited || slot.querySelector(".receipt")) {
    return; // the receipt stands its ten seconds
  }
  const again = () => showTimers(slot, app, otherwise);
  clearTimeout(tick);
  if (timers.length === 0) {
    otherwise();
    return;
  }
  tick = setTimeout(again, MINUTE - (now % MINUTE) + 50);
  // What was left when another was started asks first, one at a time; the last one runs.
  const shown = timers.length > 1 ? [timers[0], timers.at(-1)] : timers;
  const told = shown.map((timer) => `${timer?.id} ${timer && stateOf(timer, app)}`).join();
  if (slot.dataset["told"] === told) {
    const digits = slot.querySelector(".timer__digits");
    put(digits ?? h("b"), lasted(/** @type {Timer} */ (timers.at(-1)), now));
    return;
  }
  slot.dataset["told"] = told;
  const cards = shown.map((timer) => timer && card(timer, slot, app, again));
  put(slot, ...cards);
  moved();
}

/** @param {Timer} timer @param {App} app */
function stateOf(timer, { book: { timers, powers } }) {
  const { state } = reading(timer, powers.now());
  return timer !== timers.at(-1) ? "left" : state === "short" ? "running" : state;
}

/** @param {Timer} timer @param {HTMLElement} slot @param {App} app @param {() => void} again */
function card(timer, slot, app, again) {
  const box = h("div", { class: "timer", role: "group", "aria-label": t`Närvaro` });
  const state = stateOf(timer, app);

  /** @param {End} span */
  async function finish({ started = timer.started, ended }) {
    const { book } = app;
    ending = timer.id;
    await app.settle((one) => end(one, timer, { started, ended }));
    navigator.vibrate?.(15);
    const at = book.powers.now();
    const activity = endedAs(timer, book.who.user.id, { started, ended });
    const counted = book.reference ? claims(book.reference, activity, at) : [];
    const commitments = counted.filter(({ fails }) => !fails).map(({ commitment }) => commitment.id);
    const back = (/** @type {import("../logbook.js").Logbook} */ one) => goOn(one, timer);
    receiptRow(box, app, { id: timer.id, at, commitments, back }, done);
    ending = "";
  }

  function done() {
    const hadFocus = slot.contains(document.activeElement);
    put(box);
    slot.dataset["told"] = "";
    again();
    if (hadFocus) {
      slot.querySelector("button")?.focus({ preventScroll: true });
    }
  }

  async function remove() {
    await app.settle((book) => discard(book, timer));
    app.say(t`Närvaron är borttagen. Inget är sparat.`);
  }

  if (state === "running") {
    put(box, ...running(timer, app, finish, remove));
  } else {
    box.classList.add("timer--asks");
    void import("./timer_asks.js").then(({ ask }) => ask(box, timer, app, state, finish, remove));
  }
  return box;
}
