/** A voice of its own for what becomes of what was saved: it never speaks over the one that answers a press. */

import { newsOf } from "../core/news.js";
import { h } from "./dom.js";
import { lineOf } from "./state_line.js";

/** @param {import("../app.js").App} app */
export function attachHeard({ book }) {
  const voice = h("p", { class: "hidden-text", "aria-live": "polite", "data-ui": "heard" });
  document.querySelector("main")?.append(voice);
  const news = () => newsOf(lineOf(book), book.tally, book.sending);
  let told = news(); // what stands as the app opens is read, and is no news
  book.watch(() => {
    const now = news();
    if (now !== told) {
      told = now;
      voice.textContent = now;
    }
  });
}
