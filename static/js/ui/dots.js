/** Facts with a dot between them, which is drawn only where two stand on the same line. */

import { h } from "./dom.js";

/** @param {string} style classes of the line @param {...(Node | string | false | undefined)} facts */
export const dotted = (style, ...facts) =>
  h(
    "span",
    { class: `${style} dotted` },
    ...facts
      .filter(Boolean)
      .map((fact, place) => h("span", {}, place > 0 && h("span", { class: "dotted__dot" }, " · "), fact)),
  );
