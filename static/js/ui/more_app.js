/** Mer, the app itself: its next release, its place on the home screen, help, practice, and what it is. */

import { t } from "../core/texts.js";
import { h, icon, put } from "./dom.js";

/** @typedef {import("../app.js").App} App */

export const isInstalled = () => matchMedia("(display-mode: standalone)").matches;
export const isPractice = () => sessionStorage.getItem("practice") !== null;

/** @param {App} app @returns {HTMLElement} help, and a place to try things without harm */
export function learnSection(app) {
  const { book } = app;
  const waiting = book.tally.waiting + book.tally.need;
  const begin = async () => (await import("../practice.js")).enter(book);
  return h(
    "section",
    { class: "group" },
    h("h2", {}, t`Hjälp och övning`),
    h("p", {}, h("a", { class: "btn btn--quiet btn--edge", href: "/hjalp" }, t`Läs hjälpen`, icon("right"))),
    !isPractice() &&
      h(
        "p",
        { class: "second" },
        t`Pröva hur det är utan nät, när inloggningen har gått ut och när telefonen är full. Inget sparas på riktigt.`,
      ),
    !isPractice() &&
      waiting > 0 &&
      h("p", { class: "second" }, t`Det som väntar ligger kvar och skickas när övningen är slut.`),
    !isPractice() && h("button", { class: "btn", onclick: begin }, t`Börja öva`),
  );
}

/** @param {App} app @returns {{element: HTMLElement, refresh(): void}} */
export function appSection(app) {
  const element = h("section", { class: "group" });
  return {
    element,
    refresh() {
      const { takeOver, install } = app;
      put(
        element,
        h("h2", {}, t`Appen`),
        takeOver && h("p", {}, t`En ny version är hämtad.`),
        takeOver && h("button", { class: "btn btn--act", onclick: takeOver }, t`Byt till den nya versionen`),
        install && h("button", { class: "btn", onclick: install }, t`Installera på hemskärmen`),
        !install && !isInstalled() && homeScreenLink(),
        h(
          "p",
          {},
          h(
            "a",
            { class: "btn btn--quiet btn--edge", href: "/oversikt" },
            t`Öppna översikten`,
            icon("right"),
          ),
        ),
        ...about(app),
      );
    },
  };
}

const homeScreenLink = () =>
  h(
    "p",
    {},
    h(
      "a",
      { class: "btn btn--quiet btn--edge", href: "/hjalp#hemskarm" },
      t`Lägg Fältlogg på hemskärmen`,
      icon("right"),
    ),
  );

/** @param {App} app */
const about = ({ release }) => [
  h(
    "p",
    { class: "second" },
    t`Fältlogg räknar det polis och kommun gör mot medborgarlöftet, efter regler som alla kan läsa.`,
  ),
  h(
    "p",
    {},
    h(
      "a",
      { class: "btn btn--quiet btn--edge", href: "/hjalp#uppgifter" },
      t`Så hanteras uppgifterna`,
      icon("right"),
    ),
  ),
  h("p", { class: "second" }, t`Typsnitt: Source Sans 3, Adobe, SIL Open Font License 1.1.`),
  h("p", { class: "second" }, t`Version ${release}`),
];
