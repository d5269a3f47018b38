/** Practice, said on every screen: that nothing is real, what goes wrong on purpose, and the way out. */

import { t } from "../core/texts.js";
import { h, symbol } from "./dom.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/practice.js").Trouble} Trouble */

/** @returns {[Trouble, string][]} */
const troubles = () => [
  ["", t`Allt fungerar`],
  ["no network", t`Inget nät`],
  ["signed out", t`Inloggningen har gått ut`],
  ["full", t`Telefonen är full`],
  ["refused", t`Nästa aktivitet behöver dig`],
];

/** @param {Trouble} trouble @param {(trouble: Trouble) => void} change @param {() => void} leave */
export function attachBand(trouble, change, leave) {
  void withStyles();
  const choice = h(
    "select",
    {
      class: "input",
      "aria-label": t`Öva på`,
      onchange: () => choose(/** @type {Trouble} */ (choice.value)),
    },
    ...troubles().map(([value, word]) => h("option", { value, selected: value === trouble }, word)),
  );
  /** @param {Trouble} next */
  function choose(next) {
    choice.value = next;
    change(next);
  }
  const band = h(
    "aside",
    { class: "practice", "aria-label": t`Övning` },
    h(
      "p",
      { class: "practice__word" },
      symbol("paused"),
      h("strong", {}, t`Övning: inget sparas på riktigt`),
    ),
    h("button", { class: "btn btn--quiet", "aria-label": t`Avsluta övningen`, onclick: leave }, t`Avsluta`),
    choice,
  );
  document.body.prepend(band);
  // What sticks to the top of a screen, or is scrolled to, stays below the band, however large its letters are.
  new ResizeObserver(() =>
    document.documentElement.style.setProperty("--band", `${band.offsetHeight}px`),
  ).observe(band);
  document.addEventListener("click", (event) => stayInside(event, choose), true);
  return { choose };
}

/** The real sign-in is not for practice: going there signs in at once. Nothing else outside the app is to be had.
 * @param {MouseEvent} event @param {(trouble: Trouble) => void} choose */
function stayInside(event, choose) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.download || document.querySelector(`[data-screen="${link.pathname}"]`)) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (link.pathname === "/logga-in") {
    choose("");
  }
}
