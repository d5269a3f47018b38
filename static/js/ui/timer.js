/** The timer on Logga: since when it runs, how long, and its end in one press; what it asks when it was forgotten. */

import { clockOf, dayName, hoursAndMinutes, local } from "../core/calendar.js";
import { claims, whereOf } from "../core/figures.js";
import { titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { endedAs, reading } from "../core/timer.js";
import { discard, end, goOn } from "../timing.js";
import { h, icon, put } from "./dom.js";
import { receiptRow } from "./receipt.js";
import { moved } from "./start.js";

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

/** @param {Timer} timer @param {number} now */
const lasted = (timer, now) => hoursAndMinutes(reading(timer, now).minutes * 60);

/** @param {Timer} timer @param {HTMLElement} slot @param {App} app @param {() => void} again */
function card(timer, slot, app, again) {
  const box = h("section", { class: "timer", "aria-label": t`Närvaro` });
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

/** @param {Timer} timer @param {App} app @param {(end: End) => Promise<void>} finish @param {() => Promise<void>} remove */
function running(timer, { book }, finish, remove) {
  const { powers } = book;
  const more = h("div", { class: "timer__more", hidden: true });
  const clock = clockOf(timer.started);
  const day = dayName(local(timer.started).date, local(powers.now()).date);

  /** @param {string} sentence @param {string} yes @param {string} no */
  function ask(sentence, yes, no) {
    fold(true);
    const gone = h("button", { class: "btn btn--act", onclick: remove }, yes);
    put(
      more,
      h("p", {}, sentence),
      h("div", { class: "pair" }, gone, h("button", { class: "btn", onclick: () => fold(false) }, no)),
    );
    gone.focus({ preventScroll: true });
  }

  /** @param {boolean} isOpen */
  function fold(isOpen) {
    more.hidden = !isOpen;
    what.setAttribute("aria-expanded", String(isOpen));
    moved();
    if (!isOpen) {
      what.focus({ preventScroll: true });
    }
  }

  function unfold() {
    if (!more.hidden) {
      fold(false);
      return;
    }
    const sure = () => ask(t`Ta bort närvaron sedan ${clock}?`, t`Ta bort`, t`Behåll`);
    put(
      more,
      h("p", {}, `${whatIsDone(timer, book)}. `, t`Inget skickas förrän den avslutas.`),
      h("button", { class: "btn btn--quiet", onclick: sure }, t`Ta bort`),
    );
    fold(true);
  }

  function stop() {
    const now = powers.now();
    if (reading(timer, now).state === "short") {
      ask(t`Mindre än en minut, så inget är sparat.`, t`Ta bort`, t`Låt den gå`);
    } else {
      void finish({ ended: now });
    }
  }

  const since = t`Närvaro sedan ${local(timer.started).date === local(powers.now()).date ? clock : `${day} ${clock}`}`;
  const what = h(
    "button",
    { class: "timer__what", "aria-expanded": "false", onclick: unfold },
    icon("clock"),
    h(
      "span",
      { class: "timer__text" },
      h("span", { class: "second" }, since),
      h(
        "span",
        { class: "timer__line" },
        h("b", { class: "timer__digits" }, lasted(timer, powers.now())),
        icon("down"),
      ),
    ),
  );
  return [what, h("button", { class: "btn btn--act", onclick: stop }, t`Avsluta`), more];
}

/** "Fotpatrull, Hidinge skola". @param {Timer} timer @param {import("../logbook.js").Logbook} book */
export function whatIsDone({ draft }, { reference }) {
  const words = reference
    ? [titleOf(reference, { type: draft.type ?? "", focus: draft.focus }).name, whereOf(reference, draft)]
    : [];
  return words.filter(Boolean).join(", ");
}
