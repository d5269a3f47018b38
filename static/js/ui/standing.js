/** Läget: every commitment's figure as the server gave it, its age first, own waiting apart. */

import { local, moment } from "../core/calendar.js";
import { softened } from "../core/hyphens.js";
import { bullet } from "../core/standings.js";
import { t } from "../core/texts.js";
import { h, icon, part, put } from "./dom.js";
import { commitmentBlock } from "./standing_block.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Reference} Reference */

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachStanding(root, app) {
  await withStyles();
  const { book } = app;
  const body = part(root, "body");

  let told = "";

  /** All of it is laid out anew only where a figure is another: the log says often that something has changed. */
  function show() {
    const { reference, who, pending, powers } = book;
    const figures = [reference?.municipality.code, reference?.generated_at, ...pending];
    const now = JSON.stringify([figures, who.current, who.municipalities, local(powers.now()).date]);
    if (now === told) {
      showState();
    } else {
      told = now;
      draw(reference);
    }
  }

  function showState() {
    const [line, stands] = [stateOf(book), part(body, "state")];
    if (line.textContent !== stands.textContent) {
      stands.replaceWith(line);
    }
  }

  /** @param {Reference | null} reference */
  function draw(reference) {
    const refocus = focusIn(root);
    put(part(root, "choice"), municipality());
    const pledges = reference?.pledges.flatMap((pledge) => pledgePart(pledge, reference)) ?? [];
    const none = h("p", { class: "empty" }, t`Kommunen har inget löfte som gäller nu.`);
    put(
      body,
      stateOf(book),
      reference && h("div", { class: "page" }, ...(pledges.length ? pledges : [none])),
    );
    refocus();
  }

  function municipality() {
    const { municipalities, current } = book.who;
    if (municipalities.length < 2) {
      return h("span", { class: "second" }, municipalities[0]?.name);
    }
    const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
    const options = municipalities.map(({ code, name }) =>
      h("option", { value: code, selected: code === current }, name),
    );
    return h(
      "label",
      { class: "choice" },
      h("span", { class: "hidden-text" }, t`Kommun`),
      h("select", { onchange: choose }, ...options),
      icon("down"),
    );
  }

  /** @param {import("../core/shapes").Pledge} pledge @param {Reference} reference */
  function pledgePart({ title, demo, focus_areas }, reference) {
    // What caret and mark mean is told once, over the first bar.
    const first = focus_areas
      .flatMap(({ commitments }) => commitments)
      .find(({ progress }) => bullet(progress, 0));
    return [
      (reference.pledges.length > 1 || demo) && h("h2", { class: "pledge" }, title),
      ...focus_areas.map(({ name, commitments }) =>
        h(
          "section",
          { class: "area" },
          h("h3", {}, softened(name)),
          ...commitments.map((one) => commitmentBlock(one, book, reference, one === first)),
        ),
      ),
    ];
  }

  book.watch(() => !root.hidden && !body.querySelector("details[open]") && show());
  return {
    show() {
      told = "";
      show();
      void app.courier.then((courier) => courier.figures());
    },
  };
}

/** How old the figures are, and how much of one's own they lack. @param {import("../logbook.js").Logbook} book */
function stateOf({ reference, figures_at, tally, powers }) {
  if (!reference) {
    return h(
      "p",
      { class: "state", "data-part": "state" },
      t`Inga siffror än. De hämtas när nätet är tillbaka.`,
    );
  }
  const own = tally.waiting
    ? t`${tally.waiting} ${tally.waiting === 1 ? t`egen` : t`egna`} väntar`
    : t`inget väntar`;
  const when = figures_at === null ? "" : moment(figures_at, powers.now());
  return h(
    "p",
    { class: "state state--still", "data-part": "state" },
    h("span", { class: "status" }, icon("clock"), h("strong", {}, t`Siffror från ${when}`)),
    h("span", { class: "second" }, own),
  );
}

/** Made anew, the screen keeps the focus where it was. @param {HTMLElement} root @returns {() => void} puts it back */
function focusIn(root) {
  const held = document.activeElement;
  const id = held instanceof HTMLElement && root.contains(held) ? held.dataset["commitment"] : "";
  const wanted = id ? `[data-commitment="${id}"]` : held?.matches(".choice select") ? ".choice select" : "";
  /** @type {() => HTMLElement | null} */
  const again = () => (wanted ? root.querySelector(wanted) : null);
  return () => again()?.focus({ preventScroll: true });
}
