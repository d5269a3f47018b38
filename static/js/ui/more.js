/** Mer: the look, who logs, what the phone keeps and how safely, the app itself, and signing out. */

import { counted, local } from "../core/calendar.js";
import { rescueFile } from "../core/rescue.js";
import { h, icon, part, put } from "./dom.js";
import { pick } from "./form_what.js";
import { askToSignOut } from "./signing_out.js";
import { showState } from "./state_line.js";
import { withStyles } from "./styles.js";

const THEMES = [
  ["", "Auto"],
  ["light", "Ljust"],
  ["dark", "Mörkt"],
  ["night", "Natt"],
];

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachMore(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");
  const state = h("a", { class: "state", href: "/mina" });
  const kept = h("p", { class: "second" });
  const ofApp = h("section", { class: "group" });
  let offered = app.takeOver;

  function show() {
    showState(state, book);
    put(ofApp, ...theApp());
    put(body, state, h("div", { class: "page stack" }, look(), person(), phone(), ofApp));
    void showKept();
  }

  const look = () =>
    section(
      "Utseende",
      h("div", { class: "lengths" }, ...THEMES.map(([theme = "", word = ""]) => themeChoice(theme, word))),
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
    const organisation =
      book.reference?.organisations.find(({ key }) => key === user.organisation)?.sv ?? user.organisation;
    const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
    const options = municipalities.map(({ code, name }) =>
      h("option", { value: code, selected: code === current }, name),
    );
    const section_ = section(
      "Vem som loggar",
      h("p", {}, h("strong", {}, user.name), `, ${organisation}`),
      municipalities.length > 1 &&
        h(
          "label",
          { class: "field" },
          h("span", { class: "label" }, "Kommun"),
          h("select", { class: "input", onchange: choose }, ...options),
        ),
      h(
        "p",
        { class: "second" },
        `Är du inte ${user.name}? Logga ut, så loggar nästa person för sig. Det som väntar ligger kvar.`,
      ),
      h("button", { class: "btn btn--act", onclick: () => askToSignOut(app) }, "Logga ut"),
    );
    section_.id = "vem";
    return section_;
  }

  function phone() {
    const unsent = book.tally.waiting + book.tally.need;
    const words = unsent
      ? `${counted(unsent, "aktivitet är inte mottagen", "aktiviteter är inte mottagna")} än.`
      : "Allt du loggat är mottaget.";
    return section(
      "I telefonen",
      h("p", {}, words),
      kept,
      unsent > 0 && h("button", { class: "btn", onclick: rescue }, "Spara en kopia av det som väntar"),
    );
  }

  async function showKept() {
    const { kept: isKept, used, room } = await (await app.courier).storageState();
    const promise = isKept
      ? "Webbläsaren har lovat att behålla det som sparas."
      : "Webbläsaren kan rensa det som sparas om telefonen blir full.";
    const full =
      room !== null && room < 20_000_000
        ? " Telefonen är nästan full. Spara en kopia av det som väntar."
        : "";
    const size = used === null ? "" : ` Fältlogg använder ${megabytes(used)} MB.`;
    kept.textContent = promise + full + size;
  }

  async function rescue() {
    const [items, stream] = await Promise.all([book.log.items(), book.log.fact("stream_id")]);
    const text = rescueFile(items, book.who.user, stream, book.powers.now());
    (await app.courier).handOver(`faltlogg-${local(book.powers.now()).date}.json`, text);
    app.say("Kopian är sparad.");
  }

  function theApp() {
    const { takeOver, install } = app;
    return [
      h("h2", {}, "Appen"),
      takeOver && h("p", {}, "En ny version är hämtad."),
      takeOver && h("button", { class: "btn btn--act", onclick: takeOver }, "Byt till den nya versionen"),
      install && h("button", { class: "btn", onclick: install }, "Installera på hemskärmen"),
      !install &&
        !isInstalled() &&
        h(
          "p",
          { class: "second" },
          "Lägg Fältlogg på hemskärmen: öppna webbläsarens meny och välj Lägg till på hemskärmen.",
        ),
      h(
        "p",
        {},
        h("a", { class: "btn btn--quiet btn--edge", href: "/oversikt" }, "Öppna översikten", icon("right")),
      ),
      h("p", { class: "second" }, `Version ${app.release}`),
    ];
  }

  book.watch(() => {
    showState(state, book);
    if (offered !== app.takeOver) {
      offered = app.takeOver;
      put(ofApp, ...theApp());
    }
  });
  return {
    show() {
      show();
      if (location.hash === "#vem") {
        document.getElementById("vem")?.scrollIntoView();
      }
    },
  };
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

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1).replace(".", ",");

/** @param {string} title @param {...import("./dom.js").Child} children */
const section = (title, ...children) => h("section", { class: "group" }, h("h2", {}, title), ...children);
