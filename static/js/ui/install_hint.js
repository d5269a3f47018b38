/** The way to the home screen, offered once below what is logged with; put away it does not come back. */

import { installWords } from "../core/install_words.js";
import { platformOf } from "../core/platform.js";
import { t } from "../core/texts.js";
import { h, put } from "./dom.js";
import { isInstalled, isPractice } from "./more_app.js";

const AWAY = "hint-away";

/** @param {import("../app.js").App} app */
export function offerHomeScreen(app) {
  const page = document.querySelector("[data-screen='/'] .page");
  if (!page || isInstalled() || isPractice() || localStorage.getItem(AWAY)) {
    return;
  }
  const hint = h("section", { class: "note stack hint", "aria-label": t`Hemskärmen` });
  const away = () => {
    localStorage.setItem(AWAY, "1");
    hint.remove();
  };
  const show = () =>
    put(
      hint,
      h("h2", {}, t`Lägg Fältlogg på hemskärmen`),
      h("p", {}, t`Från hemskärmen öppnas den utan nät, och webbläsaren behåller det som sparas.`),
      app.install
        ? h("button", { class: "btn btn--act btn--wide", onclick: app.install }, t`Installera`)
        : h("p", {}, installWords(platformOf(navigator.userAgent, navigator.maxTouchPoints))),
      h("button", { class: "btn btn--quiet btn--wide", onclick: away }, t`Inte nu`),
    );
  show();
  page.append(hint);
  // The browser says when it can install, and when it has; the courier hears it first.
  window.addEventListener("beforeinstallprompt", show);
  window.addEventListener("appinstalled", away);
}
