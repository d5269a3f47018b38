/** A row that is pressed to log: what, where and how long, the ring to fill, and dots that open it filled instead. */

import { length } from "../core/calendar.js";
import { t } from "../core/texts.js";
import { h, icon, put } from "./dom.js";

/** @param {HTMLElement} item @param {{name: string, second: string, day?: string, shape: string, minutes: number}} words `day` on
 * a line of its own @param {() => void} press @param {() => void} open */
export function fillRow(item, { name, second, day = "", shape, minutes }, press, open) {
  const [number, unit] = length(minutes).split(" ");
  const where = [second, day]
    .filter(Boolean)
    .map((text, line) => (line ? h("span", { class: "row__second" }, text) : text));
  const time = h("span", { class: "row__time" }, h("b", {}, number), ` ${unit}`);
  const what = h(
    "span",
    { class: "row__text" },
    h("span", { class: "row__title" }, name),
    h(
      "span",
      { class: "row__line" },
      where.length > 0 && h("span", { class: "row__second" }, ...where),
      time,
    ),
  );
  const more = {
    class: "btn btn--quiet btn--icon again__open",
    "aria-label": t`Öppna ifylld: ${[name, second, day].filter(Boolean).join(", ")}`,
    onclick: open,
  };
  put(
    item,
    h("button", { class: "row", onclick: press }, icon(shape), what, h("span", { class: "ring" })),
    h("button", more, icon("dots")),
  );
}
