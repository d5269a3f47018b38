/** Goes to the first field of a draft that something is said of, and reads it out. */

import { part } from "./dom.js";

/** @param {import("./form_pieces.js").Form} form */
export function goToFirst({ app, root }) {
  const first = /** @type {HTMLElement | null} */ (root.querySelector("[data-error]:not([hidden])"));
  first?.closest("details")?.setAttribute("open", "");
  fieldOf(root, first)?.focus({ preventScroll: true });
  (first ?? part(root, "more")).scrollIntoView({ block: "center" });
  app.say(first?.textContent ?? "");
}

/** @param {HTMLElement} root @param {HTMLElement | null} error @returns {HTMLElement | null} */
function fieldOf(root, error) {
  if (error?.dataset["error"] === "when") {
    return part(root, "when");
  }
  const box = error?.closest("fieldset, .field");
  return box?.querySelector("input:enabled, textarea, button") ?? root.querySelector("summary"); // what is folded away
}
