/** The line of state on Logga, and the words of it wherever else they stand. */

import { statusLine } from "../core/status_line.js";
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
export async function showPause(root, { sending: { paused }, tally, who }) {
  root.hidden = !paused || (paused === "reauth" && tally.waiting === 0);
  if (paused && !root.hidden) {
    const { pauseSentence } = await import("../core/pauses.js");
    const link = (paused === "reauth" || paused === "other_user") && SIGN_IN;
    const way = link && h("a", { class: "btn btn--act", href: link }, "Logga in");
    put(root, h("span", {}, pauseSentence(paused, tally.waiting, who.user.name)), way);
  }
}

const SIGN_IN = "/logga-in?next=/";
