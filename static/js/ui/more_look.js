/** Mer, how it looks and speaks: the theme, and the language. */

import { t } from "../core/texts.js";
import { h } from "./dom.js";
import { pick } from "./form_what.js";

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

export const lookSections = () => [
  group(
    t`Utseende`,
    themes().map(([theme = "", word = ""]) =>
      choice("theme", word, theme === kept("theme"), () => wear(theme)),
    ),
  ),
  group(
    t`Språk`,
    LANGUAGES.map(([lang = "", word = ""]) => {
      const one = choice("language", word, document.documentElement.lang === lang, () => talk(lang));
      one.lang = lang;
      return one;
    }),
  ),
];

/** @param {string} title @param {HTMLElement[]} choices */
const group = (title, choices) =>
  h("section", { class: "group" }, h("h2", {}, title), h("div", { class: "lengths" }, ...choices));

/** @param {string} group @param {string} word @param {boolean} checked @param {() => void} press */
const choice = (group, word, checked, press) => pick({ group, checked, style: " pick--figure", press }, word);

/** @param {string} key */
const kept = (key) => localStorage.getItem(key) ?? "";

/** @param {string} theme */
function wear(theme) {
  keep("theme", theme);
  tellServer("theme", theme);
  if (theme) {
    document.documentElement.dataset["theme"] = theme;
  } else {
    delete document.documentElement.dataset["theme"];
  }
  dimBar(theme === "night");
}

/** The system's bar over an installed app bears the product's colour by day, and at night the ground. @param {boolean} isNight */
function dimBar(isNight) {
  const ground = isNight ? getComputedStyle(document.documentElement).getPropertyValue("--bg") : "";
  keep("ground", ground);
  document.querySelector("meta[name=theme-color]")?.remove();
  if (ground) {
    document.head.append(h("meta", { name: "theme-color", content: ground }));
  }
}

/** The words of a screen are made when it is: all of them anew; the pages of the server follow. @param {string} lang */
function talk(lang) {
  keep("language", lang === "sv" ? "" : lang);
  tellServer("lang", lang);
  location.reload();
}

/** What the pages of the server go by. @param {string} name @param {string} value */
function tellServer(name, value) {
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
  document.cookie = `${name}=${value}; path=/; max-age=${value ? 31536000 : 0}; samesite=lax`;
}

/** @param {string} key @param {string} value */
function keep(key, value) {
  if (value) {
    localStorage.setItem(key, value);
  } else {
    localStorage.removeItem(key);
  }
}
