/** Läget's charts: bars whose goals align, places as cells, weeks as shapes. The words beside them say the same;
 * only what they leave out is a chart's label. */

import { GOAL } from "../core/standings.js";
import { t } from "../core/texts.js";
import { h, svg } from "./dom.js";

/** @typedef {import("../core/standings.js").Bullet} Bullet */

/** @param {Bullet} bar @param {string} label */
export function bulletChart({ value, plus, expected, hatch, pointed }, label) {
  const rect = (
    /** @type {string} */ name,
    /** @type {number} */ x,
    /** @type {number} */ width,
    fill = "",
  ) =>
    width > 0 &&
    svg("rect", {
      class: name,
      x: `${x}%`,
      y: -5,
      width: `${width}%`,
      height: 10,
      rx: 2,
      fill: fill || null,
    });
  const from = value + plus;
  return lane(
    label,
    rect("track", 0, GOAL),
    hatch && expected !== null && rect("lack", from, expected - from, `url(#hatch-${hatch})`),
    rect("value", 0, pointed ? 97 : value),
    pointed &&
      svg("svg", { x: "97%", class: "lane__at" }, svg("path", { class: "value", d: "M-2-5h3l5 5-5 5h-3z" })),
    rect("remains", value, Math.max(plus, plus > 0 ? 1.6 : 0)),
    expected !== null &&
      svg(
        "svg",
        { x: `${expected}%`, class: "lane__at" },
        svg("path", { class: "caret", d: "M-5.5-15h11L0-8.5z" }),
        svg("path", { class: "caret-line", d: "M0-8v20" }),
      ),
    svg("svg", { x: `${GOAL}%`, class: "lane__at" }, svg("path", { class: "goal", d: "M0-10v20" })),
  );
}

/** @param {import("../core/shapes").Progress} progress */
export function coverageChart({ at_least: all = 0, remaining = [] }) {
  const [width, reached] = [GOAL / all, all - remaining.length];
  const cells = Array.from({ length: all }, (_, place) =>
    svg("rect", {
      class: place < reached ? "value" : "remains",
      x: `${place * width}%`,
      y: -5,
      width: `${width - Math.min(1, width / 4)}%`,
      height: 10,
      rx: 2,
    }),
  );
  return lane("", ...cells);
}

/** @param {{state: string, share: number}[]} cells */
export function stripChart(cells) {
  return h(
    "span",
    { class: "strip strip--iso_week", "aria-hidden": "true" },
    ...cells.map(({ state, share }) =>
      state === "current" ? currentCell(share) : cell(state, svg("use", { href: `#week-${state}` })),
    ),
  );
}

/** @param {number} share */
const currentCell = (share) =>
  cell(
    "current",
    svg("rect", { class: "cell__box", x: 1, y: 1, width: 14, height: 14, rx: 2 }),
    svg("rect", { class: "cell__fill", x: 2, y: 14 - 12 * share, width: 12, height: 12 * share }),
  );

/** @param {string} state @param {...Node} shapes */
const cell = (state, ...shapes) =>
  svg("svg", { class: `cell cell--${state}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, ...shapes);

/** "väntat i dag" and "mål" over the first bar. @param {number | null} expected */
export function legend(expected) {
  const isTight = expected !== null && expected > 62;
  return h(
    "span",
    { class: "legend", "aria-hidden": "true" },
    svg(
      "svg",
      { class: "lane" },
      expected !== null &&
        svg(
          "text",
          {
            x: `${isTight ? Math.min(expected, 76) : Math.max(expected, 14)}%`,
            y: "1em",
            "text-anchor": isTight ? "end" : "middle",
          },
          t`väntat i dag`,
        ),
      svg("text", { x: `${GOAL}%`, y: "1em", "text-anchor": "middle" }, t`mål`),
    ),
  );
}

/** @param {string} label @param {...import("./dom.js").Child} shapes */
const lane = (label, ...shapes) =>
  h(
    "span",
    { class: "bar" },
    svg(
      "svg",
      { class: "lane", ...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" }) },
      svg("svg", { y: "50%", width: "100%", class: "lane__at" }, ...shapes),
    ),
  );
