/** Hjälp: short answers that are there without network, and how to get Fältlogg onto the home screen. */

import { helpOf } from "../core/help.js";
import { installWords, platforms } from "../core/install_words.js";
import { platformOf } from "../core/platform.js";
import { t } from "../core/texts.js";
import { h, icon, part, put } from "./dom.js";
import { withStyles } from "./styles.js";

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachHelp(root, app) {
  await withStyles();
  const answers = helpOf(app.book.who.entries_kept_days ?? 30).map(({ id, question, answer }) =>
    unfolding(id, question, ...answer.map((sentence) => h("p", {}, sentence))),
  );
  put(
    part(root, "body"),
    h(
      "div",
      { class: "page answers" },
      ...answers,
      unfolding("hemskarm", t`Hur lägger jag Fältlogg på hemskärmen?`, ...homeScreen(app)),
      h(
        "p",
        {},
        h(
          "a",
          { class: "btn btn--quiet btn--edge", href: "/mer" },
          t`Öva utan att något sparas`,
          icon("right"),
        ),
      ),
    ),
  );
  return {
    show() {
      const asked = location.hash && document.getElementById(location.hash.slice(1));
      if (asked instanceof HTMLDetailsElement) {
        asked.open = true;
        asked.querySelector("summary")?.focus({ preventScroll: true });
        asked.scrollIntoView();
      }
    },
  };
}

/** @param {string} id @param {string} question @param {...HTMLElement | false} answer */
const unfolding = (id, question, ...answer) =>
  h(
    "details",
    { class: "answer", id },
    h("summary", {}, icon("down"), h("h2", {}, question)),
    h("div", { class: "answer__words stack" }, ...answer),
  );

/** The way on this phone first, then all the others. @param {import("../app.js").App} app */
function homeScreen({ install }) {
  const here = platformOf(navigator.userAgent, navigator.maxTouchPoints);
  return [
    install
      ? h("p", {}, h("button", { class: "btn btn--act", onclick: install }, t`Installera`))
      : h("p", {}, installWords(here)),
    h(
      "p",
      { class: "second" },
      t`Från hemskärmen öppnas den utan nät, och webbläsaren behåller det som sparas.`,
    ),
    h(
      "dl",
      { class: "ways" },
      ...platforms()
        .filter(([platform]) => install || platform !== here)
        .map(([platform, name]) => h("div", {}, h("dt", {}, name), h("dd", {}, installWords(platform)))),
    ),
  ];
}
