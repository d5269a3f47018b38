/** A timer that was forgotten asks when it really ended: nothing is saved before the answer, and nothing waits for it. */

import { clockOf, DAY, dayName, length, local, MINUTE, minutesOf } from "../core/calendar.js";
import { t } from "../core/texts.js";
import { endAt, endings } from "../core/timer.js";
import { h, icon, put } from "./dom.js";
import { moved } from "./moved.js";
import { whatIsDone } from "./timer_runs.js";

/** @typedef {import("../core/shapes").Timer} Timer */

const LENGTHS = [30, 60, 120];

/** @param {HTMLElement} box @param {Timer} timer @param {import("../app.js").App} app @param {string} state
 * @param {(end: import("./timer.js").End) => Promise<void>} finish @param {() => Promise<void>} remove */
export function ask(box, timer, { book }, state, finish, remove) {
  const { powers, timers } = book;
  const now = powers.now();
  const next = timers[timers.indexOf(timer) + 1];
  const own = h("div", { class: "timer__more", hidden: true });

  /** @param {string} title @param {string} beside @param {() => void} press */
  const chip = (title, beside, press) =>
    h(
      "button",
      { class: "chip timer__end", onclick: press },
      h("span", { class: "pick__text" }, title, h("span", { class: "pick__beside" }, beside)),
    );

  /** How long it was, ending now: since when, the clock does not know. */
  const lengths = () =>
    LENGTHS.map((minutes) =>
      chip(length(minutes), "", () => {
        const ended = powers.now();
        void finish({ started: ended - minutes * MINUTE, ended });
      }),
    );

  function ends() {
    const latest = next?.started ?? now;
    const chips = endings(timer, now, latest).map(({ minutes, ended }) => {
      const isNow = !next && ended > now - MINUTE;
      return chip(
        isNow ? t`Nu` : clockOf(ended),
        length(minutes),
        () => void finish({ ended: isNow ? Math.min(powers.now(), timer.started + DAY) : ended }),
      );
    });
    const other = h(
      "button",
      { class: "chip chip--more", "aria-expanded": "false", onclick: open },
      t`Annan tid`,
    );
    function open() {
      own.hidden = false;
      other.setAttribute("aria-expanded", "true");
      put(own, ...ownTime(timer, powers, finish));
      own.querySelector("input")?.focus();
      moved();
    }
    return [...chips, other];
  }

  function sure() {
    own.hidden = false;
    const gone = h("button", { class: "btn btn--act", onclick: remove }, t`Ta bort`);
    const keep = h("button", { class: "btn", onclick: () => put(own) }, t`Behåll`);
    put(own, h("p", {}, t`Ta bort närvaron sedan ${since}?`), h("div", { class: "pair" }, gone, keep));
    gone.focus({ preventScroll: true });
    moved();
  }

  const since = sinceWhen(timer, now);
  put(
    box,
    h("p", { class: "timer__question" }, question(state, since, next && clockOf(next.started))),
    h("p", { class: "second" }, whatIsDone(timer, book)),
    h("div", { class: "timer__ends" }, ...(state === "clock" ? lengths() : ends())),
    own,
    h("button", { class: "btn btn--quiet btn--edge", onclick: sure }, t`Ta bort`),
  );
  moved();
}

/** "20:15", "i går 20:15". @param {Timer} timer @param {number} now */
function sinceWhen({ started }, now) {
  const [then, today] = [local(started).date, local(now).date];
  return then === today ? clockOf(started) : `${dayName(then, today)} ${clockOf(started)}`;
}

/** @param {string} state @param {string} since @param {string | undefined} next */
function question(state, since, next) {
  if (state === "clock") {
    return t`Telefonens klocka har ställts om sedan närvaron startade. Hur länge pågick den?`;
  }
  return next
    ? t`Närvaro startade ${since}, och en ny ${next}. När slutade den första?`
    : t`Närvaro startade ${since} och är fortfarande igång. När slutade den?`;
}

/** @param {Timer} timer @param {{now(): number}} powers @param {(end: import("./timer.js").End) => Promise<void>} finish */
function ownTime(timer, powers, finish) {
  const input = h("input", { class: "input", type: "time", "aria-label": t`Slutade` });
  const wrong = h("p", { class: "field__error", role: "alert" });
  const save = () => {
    const ended = endAt(timer, minutesOf(input.value), powers.now());
    if (ended === null) {
      put(wrong, t`Välj ett klockslag mellan starten ${clockOf(timer.started)} och nu.`);
      input.focus();
    } else {
      void finish({ ended });
    }
  };
  const button = h("button", { class: "btn btn--act", onclick: save }, icon("tick"), t`Spara`);
  return [h("div", { class: "pair" }, input, button), wrong];
}
