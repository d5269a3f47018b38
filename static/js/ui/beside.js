/** What stands beside Igen and comes after it, each fetched when it is needed: the timer or its start above, the week below. */

import { whenTold } from "../awaiting.js";
import { keyOf } from "../core/again.js";
import { clockOf, HOUR, local, weekday } from "../core/calendar.js";
import { again, emptyDraft } from "../core/draft.js";
import { whereOf } from "../core/figures.js";
import { titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { lastPresence } from "../core/timer.js";
import { earlyPlan } from "../planning.js";
import { seen } from "../seeing.js";
import { begin } from "../timing.js";
import { h, icon, part, put } from "./dom.js";
import { attachHeard } from "./heard.js";
import { moved } from "./moved.js";
import { showPlanned } from "./planned.js";

const SUNDAY_AND_MONDAY = new Set([6, 0]);
const PATIENCE = 3_000;

/** @type {Promise<typeof import("./sunday.js")> | null} */
let comingSunday = null;

/** Asked for once, with what it needs. */
function sunday() {
  const coming = [import("./sunday.js"), import("../core/sunday.js"), import("../core/standings.js")];
  comingSunday ??= Promise.all(coming).then(([one]) => /** @type {typeof import("./sunday.js")} */ (one));
  comingSunday.catch(() => {
    comingSunday = null;
  });
  return comingSunday;
}

/** Resolves when all is shown that there is to show: one's own entries come first, and push nothing down.
 * @param {HTMLElement} root the screen Logga @param {import("../app.js").App} app */
export async function attachBeside(root, app) {
  const { book } = app;
  const slot = part(root, "timer");
  const week = part(root, "sunday");
  const planned = part(root, "planned");

  /** The operational days on which the week's minute may ask. */
  const isSunday = () => SUNDAY_AND_MONDAY.has(weekday(local(book.powers.now() - 6 * HOUR).date));

  async function show() {
    if (root.hidden) {
      return;
    }
    if (isSunday() || !week.hidden) {
      await (await sunday()).showSunday(week, app);
    }
    if (!slot.hidden) {
      await showTimer();
    }
    await showPlanned(planned, app);
    if (book.who.municipalities.length > 1) {
      await (await import("./timer_elsewhere.js")).showElsewhere(slot, app);
    }
  }

  async function showTimer() {
    if (book.timers.length || slot.childElementCount > 1 || slot.querySelector(".timer, .receipt")) {
      (await import("./timer.js")).showTimers(slot, app, showStart);
    } else {
      showStart();
    }
  }

  /** Nothing runs: one press starts what gave presence last. */
  function showStart() {
    const { entries, reference, powers } = book;
    const activity = reference && lastPresence(entries, reference, powers.now())?.activity;
    if (!activity) {
      put(slot);
      return;
    }
    const { name, beside } = titleOf(reference, activity);
    const second = [name, whereOf(reference, activity) || beside].filter(Boolean).join(" · ");
    const told = `${reference.municipality.code} ${keyOf(activity)}`;
    if (slot.dataset["told"] === told && slot.childElementCount) {
      return; // nothing moves under a finger
    }
    slot.dataset["told"] = told;
    const words = h(
      "span",
      { class: "row__text" },
      h("span", { class: "row__title" }, t`Starta närvaro`),
      h("span", { class: "row__second" }, second),
    );
    put(slot, h("button", { class: "row row--soft", onclick: () => start(activity) }, icon("clock"), words));
    moved();
  }

  /** @param {import("../core/shapes").Activity} activity */
  async function start(activity) {
    const { current, user } = book.who;
    if (!book.timers.length) {
      await app.settle((one) => begin(one, again(emptyDraft(current, user.organisation), activity)));
      app.say(t`Närvaro startad ${clockOf(book.powers.now())}.`);
    }
  }

  // A memory that gives way is said above: what stands beside Igen is then left as it is.
  const showAnew = async () => {
    const held = [slot, week, planned].find((one) => one.contains(document.activeElement));
    await show().catch(() => {});
    if (held && document.activeElement === document.body) {
      held.querySelector("button")?.focus({ preventScroll: true }); // what had the focus is gone
    }
  };
  if (isSunday()) {
    void sunday().catch(() => {}); // asked for again when it is shown
  }
  await Promise.all([whenTold(book, PATIENCE), earlyPlan(book).catch(() => {})]);
  let isDue = false;
  const soon = async () => {
    if (!isDue) {
      isDue = true;
      await seen(); // what was pressed comes first
      isDue = false;
      await showAnew();
    }
  };
  book.watch(() => void soon());
  new MutationObserver(() => void soon()).observe(root, {
    attributes: true,
    attributeFilter: ["hidden"],
    subtree: true,
  });
  attachHeard(app);
  await showAnew();
}
