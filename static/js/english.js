/** Puts the phone into English: a dictionary for what the modules say, and for what stands in the shell itself. */

import { speak } from "./core/texts.js";
import { ENGLISH } from "./texts/en.js";
import { putShellInto } from "./ui/shell_words.js";

export function speakEnglish() {
  speak(ENGLISH);
  putShellInto(ENGLISH);
}
