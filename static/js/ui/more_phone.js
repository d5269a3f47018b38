/** Mer, I telefonen: what is not received yet, how safely it is kept, what was noticed, and copies out and in. */

import { counted } from "../core/calendar.js";
import { noticesOf } from "../core/notices.js";
import { storageWords } from "../core/storage_words.js";
import { t } from "../core/texts.js";
import * as storage from "../device/storage.js";
import { h, put } from "./dom.js";
import { gapLine } from "./gap.js";
import { rescueIn } from "./rescue_in.js";

/** @param {import("../app.js").App} app */
const table = (app) =>
  h(
    "div",
    { class: "stack" },
    h(
      "p",
      { class: "second" },
      t`Det du har loggat de senaste ${app.book.who.entries_kept_days ?? 30} dagarna ligger i telefonen.`,
    ),
    h("button", { class: "btn", onclick: save(app) }, t`Spara det som tabell`),
  );

/** @param {import("../app.js").App} app */
const save = (app) => async () => (await import("./export.js")).saveTable(app);

/** Whole when it is there: what came later would push away what is being read or pressed below it.
 * @param {import("../app.js").App} app @returns {Promise<{element: HTMLElement, open(): void, refresh(): void}>} */
export async function phoneSection(app) {
  const { book } = app;
  let state = await storage.state();
  const unsent = h("div", { class: "stack" });
  const kept = h("div", { class: "stack" });
  const noticed = h("div", { class: "stack" });
  const gap = gapLine(book);
  let told = "";

  function showUnsent() {
    const { waiting, need } = book.tally;
    const count = waiting + need;
    const words = count
      ? t`${counted(count, t`aktivitet är inte mottagen`, t`aktiviteter är inte mottagna`)} än.`
      : t`Allt du loggat är mottaget.`;
    put(
      unsent,
      h("p", {}, words),
      count > 0 &&
        h(
          "button",
          { class: "btn", onclick: async () => (await import("./rescue_out.js")).saveCopy(app) },
          t`Spara en kopia av det som väntar`,
        ),
    );
  }

  async function lookAgain(asked = false) {
    state = await storage.state();
    showKept(asked);
  }

  function showKept(asked = false) {
    const { promise, size, full } = storageWords(state, book.tally.waiting + book.tally.need);
    const ask = async () => {
      await storage.persist();
      await lookAgain(true);
    };
    put(
      kept,
      full && h("p", { class: "note note--need" }, full),
      h("p", { class: "second" }, promise, " ", size),
      !state.kept && !asked && h("button", { class: "btn", onclick: ask }, t`Be webbläsaren behålla det`),
      !state.kept &&
        asked &&
        h("p", { class: "second" }, t`Webbläsaren sa nej. Lägg Fältlogg på hemskärmen, så lovar den oftast.`),
    );
  }

  function showNoticed() {
    const notices = noticesOf(book.notices, book.powers.now());
    put(
      noticed,
      ...notices.map(({ code, sentence, button }) =>
        h(
          "div",
          { class: "note stack noticed" },
          h("p", {}, sentence),
          h("button", { class: "btn", onclick: () => book.decide("putAway", code) }, button),
        ),
      ),
    );
  }

  const element = h(
    "section",
    { class: "group", id: "telefonen" },
    h("h2", {}, t`I telefonen`),
    noticed,
    unsent,
    gap.element,
    kept,
    table(app),
    rescueIn(app),
  );
  return {
    element,
    open: () => void gap.refresh(),
    refresh() {
      const sign = JSON.stringify([book.tally, book.notices]);
      if (told !== sign) {
        told = sign;
        showUnsent();
        showNoticed();
        showKept();
        void lookAgain();
      }
    },
  };
}
