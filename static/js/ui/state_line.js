/** The line of state on Logga, and the words of it wherever else they stand. */

import { pauseSentence, statusLine } from "../core/status_line.js";
import { h, put, symbol } from "./dom.js";

/** @typedef {import("../logbook.js").Logbook} Logbook */

/** @param {Logbook} book */
export const lineOf = (book) => statusLine(book.tally, book.sending, book.powers.now());

/** @param {HTMLElement} root @param {Logbook} book */
export function showState(root, book) {
  const { symbol: shape, tone, text, aside } = lineOf(book);
  put(
    root,
    h("span", { class: `status status--${tone}` }, symbol(shape), h("strong", {}, text)),
    h("span", { class: "second" }, aside),
  );
}

/** Why nothing is sent and what to do, where there is something to do. @param {HTMLElement} root @param {Logbook} book */
export function showPause(root, book) {
  const { paused } = book.sending;
  const sentence = pauseSentence(paused, book.tally.waiting, book.who.user.name);
  root.hidden = sentence === null || (paused === "reauth" && book.tally.waiting === 0);
  const link = paused === "reauth" || paused === "other_user";
  put(root, h("span", {}, sentence), link && h("a", { class: "btn btn--act", href: SIGN_IN }, "Logga in"));
}

export const SIGN_IN = "/logga-in?next=/";
