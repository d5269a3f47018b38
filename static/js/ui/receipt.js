/** The receipt: the row that was pressed says that it is saved and what it comes to, and takes it back for 10 s. */

import { clockOf } from "../core/calendar.js";
import { comesTo } from "../core/receipts.js";
import { t } from "../core/texts.js";
import { withdraw } from "../withdrawing.js"; // here before Ångra is
import { h, icon, put } from "./dom.js";

/** @typedef {import("../logbook.js").Logbook} Logbook */
/** @typedef {{id: string, at: number, commitments: string[], ids?: string[], words?: string,
 *  back?: (book: Logbook) => Promise<unknown>}} Saved
 *  an entry's id, when, and what it counts for; `ids` where several were saved together, that one among them; `back` how it is
 *  taken back where that is more than withdrawing it, `words` what was said where it is no entry that counts */

const SECONDS = 10;
const NOT_A_SECOND_TAP = 600; // a double tap on the row must not land on Ångra, which shows itself asleep so long

/** @param {HTMLElement} item @param {import("../app.js").App} app @param {Saved} saved @param {() => void} done */
export function receiptRow(item, app, saved, done) {
  const { book } = app;
  const ids = saved.ids ?? [saved.id];
  const figures = h("span", { class: "row__second" });
  const left = h("span", { "aria-hidden": "true" }, `${SECONDS} s`);
  let seconds = SECONDS;
  const started = () => book.entries.find(({ id }) => id === saved.id)?.activity.started ?? saved.at;
  /** @type {readonly unknown[] | null} */
  let told = null;
  const tell = () => {
    if (told === book.entries) {
      return; // read anew they are others
    }
    told = book.entries;
    const sent = [...book.entries, ...book.words].filter(
      ({ id, state }) => ids.includes(id) && state === "sent",
    );
    const isSent = sent.length === ids.length;
    // The server's word goes, once it is there.
    const counted = isSent
      ? sent.flatMap(({ counted_towards }) => counted_towards.map(({ commitment }) => commitment))
      : saved.commitments;
    const state = isSent ? (ids[1] ? t`skickade` : t`skickad`) : t`${book.tally.waiting} väntar`;
    const comes = saved.words ?? comesTo(book, counted, started(), book.powers.now());
    const text = [comes, state].filter(Boolean).join(" · ");
    if (figures.textContent !== text) {
      put(figures, text); // what stands is not laid out again
    }
  };
  const unwatch = book.watch(tell);
  const timer = setInterval(() => {
    seconds -= 1;
    left.textContent = `${seconds} s`;
    if (seconds === 0) {
      end();
    }
  }, 1000);
  function end() {
    clearInterval(timer);
    unwatch();
    if (!item.isConnected) {
      return; // another screen, or a newer receipt, took its place
    }
    const hadFocus = item.contains(document.activeElement);
    done();
    if (hadFocus) {
      item.querySelector("button")?.focus({ preventScroll: true });
    }
  }
  async function undo() {
    if (!button.ariaDisabled) {
      button.ariaDisabled = "true"; // pressed twice, it is taken back once
      await app.settle(saved.back ?? ((book) => withdraw(book, ids)));
      const one = saved.words ? t`Ångrad.` : t`Ångrad. Aktiviteten räknas inte.`;
      app.say(ids[1] ? t`Ångrade. Aktiviteterna räknas inte.` : one);
      end();
    }
  }
  tell();
  const at = clockOf(saved.at);
  const time = ids[1] ? t`${ids.length} sparade ${at}` : t`Sparad ${at}`;
  const way = { class: "receipt__undo", "aria-disabled": "true", onclick: undo };
  const button = h("button", way, h("b", {}, t`Ångra`), left);
  const words = h("p", { class: "row__text" }, h("b", { class: "row__title" }, time), figures);
  put(item, h("div", { class: "receipt" }, icon("tick"), words, button));
  app.say(t`${time}. ${figures.textContent}. Ångra går i ${SECONDS} sekunder.`);
  const before = document.activeElement;
  setTimeout(() => wake(button, before), NOT_A_SECOND_TAP);
}

/** The focus comes to what can be pressed, and not before the screen is laid out for the frame. Whoever has gone on
 * meanwhile is not called back. @param {HTMLElement} button @param {Element | null} before what had the focus */
function wake(button, before) {
  button.removeAttribute("aria-disabled");
  if ([before, document.body].includes(document.activeElement)) {
    button.focus({ preventScroll: true });
  }
}
