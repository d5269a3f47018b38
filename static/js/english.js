/** Puts the phone into English: a dictionary for what the modules say, and for what stands in the shell itself. */

import { speak } from "./core/texts.js";
import { ENGLISH } from "./texts/en.js";
import { putShellInto } from "./ui/shell_words.js";

export function speakEnglish() {
  speak(ENGLISH);
  putShellInto(ENGLISH);
  installIn("en");
}

/** Installed from here, the app and its shortcuts are named so too. @param {string} language */
function installIn(language) {
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));
  if (manifest) {
    manifest.href = `/manifest.webmanifest?lang=${language}`;
  }
}
