/** Mer: the look, who logs, what the phone keeps and how safely, the app itself, and signing out. */

import { organisationOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { h, icon, part, put } from "./dom.js";
import { pick } from "./form_what.js";
import { phoneSection } from "./more_phone.js";
import { reminders } from "./reminders.js";
import { askToSignOut } from "./signing_out.js";
import { showState } from "./state_line.js";
import { withStyles } from "./styles.js";

const themes = () => [
  ["", t`Auto`],
  ["light", t`Ljust`],
  ["dark", t`Mörkt`],
  ["night", t`Natt`],
];

// No `t`: who does not read the one spoken now finds the way by the other.
const LANGUAGES = [
  ["sv", "Svenska"],
  ["en", "English"],
];

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachMore(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");
  const state = h("a", { class: "state", href: "/mina" });
  const phone = await phoneSection(app);
  const ofApp = h("section", { class: "group" });
  let offered = app.takeOver;

  function show() {
    showState(state, book);
    put(ofApp, ...theApp());
    put(
      body,
      state,
      h("div", { class: "page stack" }, look(), language(), person(), reminders(app), phone.element, ofApp),
    );
    phone.refresh();
  }

  const look = () =>
    section(
      t`Utseende`,
      h("div", { class: "lengths" }, ...themes().map(([theme = "", word = ""]) => themeChoice(theme, word))),
    );

  const language = () =>
    section(
      t`Språk`,
      h("div", { class: "lengths" }, ...LANGUAGES.map(([lang = "", word = ""]) => tongue(lang, word))),
    );

  /** @param {string} theme @param {string} word */
  const themeChoice = (theme, word) =>
    pick(
      {
        group: "theme",
        checked: (localStorage.getItem("theme") ?? "") === theme,
        style: " pick--figure",
        press: () => wear(theme),
      },
      word,
    );

  function person() {
    const { user, municipalities, current } = book.who;
    const organisation = organisationOf(book.reference, user.organisation);
    const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
    const options = municipalities.map(({ code, name }) =>
      h("option", { value: code, selected: code === current }, name),
    );
    const section_ = section(
      t`Vem som loggar`,
      h("p", {}, h("strong", {}, user.name), `, ${organisation}`),
      municipalities.length > 1 &&
        h(
          "label",
          { class: "field" },
          h("span", { class: "label" }, t`Kommun`),
          h("select", { class: "input", onchange: choose }, ...options),
        ),
      h(
        "p",
        { class: "second" },
        t`Är du inte ${user.name}? Logga ut, så loggar nästa person för sig. Det som väntar ligger kvar.`,
      ),
      h("button", { class: "btn btn--act", onclick: () => askToSignOut(app) }, t`Logga ut`),
    );
    section_.id = "vem";
    return section_;
  }

  function theApp() {
    const { takeOver, install } = app;
    return [
      h("h2", {}, t`Appen`),
      takeOver && h("p", {}, t`En ny version är hämtad.`),
      takeOver && h("button", { class: "btn btn--act", onclick: takeOver }, t`Byt till den nya versionen`),
      install && h("button", { class: "btn", onclick: install }, t`Installera på hemskärmen`),
      !install &&
        !isInstalled() &&
        h(
          "p",
          { class: "second" },
          t`Lägg Fältlogg på hemskärmen: öppna webbläsarens meny och välj Lägg till på hemskärmen.`,
        ),
      h(
        "p",
        {},
        h("a", { class: "btn btn--quiet btn--edge", href: "/oversikt" }, t`Öppna översikten`, icon("right")),
      ),
      h("p", { class: "second" }, t`Version ${app.release}`),
    ];
  }

  book.watch(() => {
    showState(state, book);
    phone.refresh();
    if (offered !== app.takeOver) {
      offered = app.takeOver;
      put(ofApp, ...theApp());
    }
  });
  return {
    show() {
      show();
      phone.open();
      if (location.hash) {
        document.getElementById(location.hash.slice(1))?.scrollIntoView();
      }
    },
  };
}

/** Its own name in its own language, whatever is spoken now. @param {string} lang @param {string} word */
function tongue(lang, word) {
  const checked = document.documentElement.lang === lang;
  const choice = pick({ group: "language", checked, style: " pick--figure", press: () => talk(lang) }, word);
  choice.lang = lang;
  return choice;
}

/** The words of a screen are made when it is: all of them anew. @param {string} lang */
function talk(lang) {
  if (lang === "sv") {
    localStorage.removeItem("language");
  } else {
    localStorage.setItem("language", lang);
  }
  location.reload();
}

/** @param {string} theme */
function wear(theme) {
  if (theme) {
    localStorage.setItem("theme", theme);
    document.documentElement.dataset["theme"] = theme;
  } else {
    localStorage.removeItem("theme");
    delete document.documentElement.dataset["theme"];
  }
}

const isInstalled = () => matchMedia("(display-mode: standalone)").matches;

/** @param {string} title @param {...import("./dom.js").Child} children */
const section = (title, ...children) => h("section", { class: "group" }, h("h2", {}, title), ...children);
