/** Brings in the copy of another phone: says what the file holds, sends it when told to, and what came of it. */

import { t } from "../core/texts.js";
import { h, put } from "./dom.js";

const MOST = 20_000_000; // bytes: no phone holds as much unsent, and a film chosen by mistake is not read

/** @param {import("../app.js").App} app @returns {HTMLElement} */
export function rescueIn(app) {
  const told = h("div", { class: "stack", role: "status" });
  const input = h("input", {
    class: "hidden-text",
    type: "file",
    accept: "application/json,.json",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: () => chosen(app, input, told),
  });
  const button = h("button", { class: "btn", onclick: () => input.click() }, t`Skicka in en kopia`);
  return h(
    "div",
    { class: "stack rescue" },
    h("p", { class: "second" }, t`Har du en kopia från en annan telefon? Skicka in den här.`),
    h("p", {}, button, input),
    told,
  );
}

/** @param {import("../app.js").App} app @param {HTMLInputElement} input @param {HTMLElement} told */
async function chosen(app, input, told) {
  const [file] = input.files ?? [];
  input.value = ""; // the same file may be chosen again
  if (!file) {
    return;
  }
  const { book } = app;
  const { user } = book.who;
  const [{ opened }, { faultWords, holdsWords }] = await Promise.all([
    import("../core/rescue.js"),
    import("../core/rescue_words.js"),
  ]);
  const text = file.size > MOST ? "{}" : await file.text();
  const streams = (await book.log.fact("streams")) ?? [await book.log.fact("stream_id")];
  const held = opened(text, user.id, streams);
  if (held.fault !== null) {
    put(told, h("p", { class: "note note--need" }, faultWords(held.fault, held.name, user.name)));
    return;
  }
  const send = h(
    "button",
    { class: "btn btn--act btn--wide", onclick: () => sendIn(app, text, told) },
    t`Skicka in`,
  );
  put(told, h("p", {}, holdsWords(held, book.powers.now())), send);
  send.focus();
}

/** @param {import("../app.js").App} app @param {string} text @param {HTMLElement} told */
async function sendIn(app, text, told) {
  put(told, h("p", {}, t`Skickar in kopian.`));
  const { fault, left, counts } = await app.book.decide("bringIn", text);
  const { outcomeWords } = await import("../core/rescue_words.js");
  const sentences = outcomeWords(counts, left);
  const nothing =
    fault === "network" ? [t`Inget svar. Filen är kvar: skicka in den när nätet är tillbaka.`] : [];
  put(told, ...[...nothing, ...sentences].map((sentence) => h("p", {}, sentence)));
}
