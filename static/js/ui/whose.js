/** Whose log, where a person logs in several municipalities: the name of the one in use becomes a choice. */

import { t } from "../core/texts.js";
import { h, put } from "./dom.js";

/** @param {HTMLElement} root @param {import("../app.js").App} app */
export function offerSwitch(root, app) {
  const { municipalities, current } = app.book.who;
  const names = municipalities.map(({ code, name }) =>
    h("option", { value: code, selected: code === current }, name),
  );
  const choose = (/** @type {{target: HTMLSelectElement}} */ { target }) => app.switchTo(target.value);
  put(
    root,
    " · ",
    h("select", { class: "who__choice", "aria-label": t`Kommun`, onchange: choose }, ...names),
  );
}
