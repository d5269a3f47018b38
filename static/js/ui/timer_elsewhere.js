/** Presence that runs in another of one's municipalities is told above Igen: a switch never leaves it forgotten. */

import { clockOf, dayName, local } from "../core/calendar.js";
import { t } from "../core/texts.js";
import { h, icon, put } from "./dom.js";
import { moved } from "./moved.js";

/** @param {HTMLElement} slot the timers of the municipality in use; this stands above them @param {import("../app.js").App} app */
export async function showElsewhere(slot, app) {
  const { book } = app;
  const { municipalities, current } = book.who;
  const others = municipalities.filter(({ code }) => code !== current);
  const found = await Promise.all(
    others.map(async ({ code, name }) => {
      const last = (await book.log.fact(`timers ${code}`))?.at(-1);
      return last && { code, name, since: sinceOf(last.started, book.powers.now()) };
    }),
  );
  const running = found.filter(Boolean);
  const told = JSON.stringify([current, running]);
  const above = slot.previousElementSibling;
  const box = above?.classList.contains("timers") ? above : h("div", { class: "timers" });
  if (/** @type {HTMLElement} */ (box).dataset["told"] === told || (box !== above && !running.length)) {
    return; // nothing moves under a finger
  }
  /** @type {HTMLElement} */ (box).dataset["told"] = told;
  slot.before(box);
  put(box, ...running.map(({ code, name, since }) => row(name, since, () => app.switchTo(code))));
  moved();
}

/** @param {number} started @param {number} now */
function sinceOf(started, now) {
  const [day, today] = [local(started).date, local(now).date];
  return day === today ? clockOf(started) : `${dayName(day, today)} ${clockOf(started)}`;
}

/** @param {string} name @param {string} since @param {() => void} press */
const row = (name, since, press) =>
  h(
    "button",
    { class: "row row--soft", onclick: press },
    icon("clock"),
    h(
      "span",
      { class: "row__text" },
      h("span", { class: "row__title" }, t`Närvaro igång i ${name}`),
      h("span", { class: "row__second" }, t`Sedan ${since}. Tryck för att gå dit`),
    ),
  );
