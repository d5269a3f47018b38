/** The line of state on Logga, and the words of it wherever else they stand. */

import { statusLine } from "../core/status_line.js";
import { h, put, symbol } from "./dom.js";

/** @typedef {import("../logbook.js").Logbook} Logbook */

/** @param {Logbook} book */
export const lineOf = (book) => statusLine(book.tally, book.sending, book.powers.now());

/** @param {HTMLElement} root @param {Logbook} book */
export function showState(root, book) {
  const line = lineOf(book);
  const { symbol: shape, tone, text, aside } = line;
  const told = JSON.stringify(line);
  if (root.dataset["told"] === told) {
    return; // what stands is not laid out again
  }
  root.dataset["told"] = told;
  put(
    root,
    h("span", { class: `status status--${tone}` }, symbol(shape), h("strong", {}, text)),
    h("span", { class: "second" }, aside),
  );
}

/** Why nothing is sent and what to do, or what there is to know of this phone. @param {HTMLElement} root @param {import("../app.js").App} app */
export async function showPause(root, app) {
  const { sending, notices } = app.book;
  if (!root.hidden || sending.paused || sending.unreachable || Object.keys(notices).length) {
    (await import("./pause.js")).showRow(root, app);
  }
}
