/** Mer: the look and the language, who logs, what the phone keeps and how safely, help and practice, the app itself. */

import { organisationOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { h, icon, part, put } from "./dom.js";
import { appSection, isPractice, learnSection } from "./more_app.js";
import { lookSections } from "./more_look.js";
import { phoneSection } from "./more_phone.js";
import { showState } from "./state_line.js";
import { withStyles } from "./styles.js";

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachMore(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");
  const state = h("a", { class: "state", href: "/mina" });
  const phone = await phoneSection(app);
  const ofApp = appSection(app);
  // Nobody is reminded of what is not real. What it is made of comes after the screen, its place is kept.
  const reminded =
    !isPractice() && h("section", { class: "group", id: "paminn" }, h("h2", {}, t`Påminnelser`));
  let offered = app.takeOver;

  function show() {
    showState(state, book);
    ofApp.refresh();
    if (reminded) {
      void import("./reminders.js").then(({ showReminders }) => showReminders(reminded, app));
    }
    put(
      body,
      state,
      h(
        "div",
        { class: "page stack" },
        ...lookSections(),
        person(),
        reminded,
        phone.element,
        learnSection(app),
        ofApp.element,
      ),
    );
    phone.refresh();
  }

  function person() {
    const { user, municipalities, current } = book.who;
    const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
    const options = municipalities.map(({ code, name }) =>
      h("option", { value: code, selected: code === current }, name),
    );
    return h(
      "section",
      { class: "group", id: "vem" },
      h("h2", {}, t`Vem som loggar`),
      h("p", {}, h("strong", {}, user.name), `, ${organisationOf(book.reference, user.organisation)}`),
      municipalities.length > 1 &&
        h(
          "label",
          { class: "field" },
          h("span", { class: "label" }, t`Kommun`),
          h("select", { class: "input", onchange: choose }, ...options),
        ),
      ...(isPractice() ? [inPractice()] : leaving()),
    );
  }

  const inPractice = () =>
    h("p", { class: "second" }, t`Det här är en övning. Avsluta den för att byta person.`);

  const leaving = () => [
    h(
      "p",
      { class: "second" },
      t`Är du inte ${book.who.user.name}? Logga ut, så loggar nästa person för sig. Det som väntar ligger kvar.`,
    ),
    h(
      "button",
      { class: "btn btn--act", onclick: async () => (await import("./signing_out.js")).askToSignOut(app) },
      t`Logga ut`,
    ),
    h("a", { class: "btn btn--quiet btn--edge", href: "/konto" }, t`Mitt konto`, icon("right")),
  ];

  book.watch(() => {
    showState(state, book);
    phone.refresh();
    if (offered !== app.takeOver) {
      offered = app.takeOver;
      ofApp.refresh();
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
