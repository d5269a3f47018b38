/** Nobody is known on this phone: one way on. */

import { part } from "./dom.js";

/** @param {HTMLElement} root @returns {import("./screens.js").Screen} */
export function attachNobody(root) {
  return {
    show() {
      const left = part(root, "left");
      left.hidden = localStorage.getItem("leaving") === null;
      left.textContent =
        "Du är utloggad. Det som väntar ligger kvar i telefonen och skickas när du loggar in igen.";
    },
  };
}
