/** Vad: the kinds of activity that are likely first, and all of them. */

import { likelyKinds } from "../core/choices.js";
import { capital, iconOf, titleOf } from "../core/names.js";
import { t } from "../core/texts.js";
import { drawnIds, h, icon, part, put } from "./dom.js";

/** @typedef {import("../core/names.js").What} What */

const QUICK = 4;

/** @param {import("./form_pieces.js").Form} form @returns {import("./form_pieces.js").FormPart} */
export function attachWhat(form) {
  const box = part(form.root, "what");
  const drawn = drawnIds();
  /** @type {What[]} */
  let offered = [];

  /** @param {What} what @param {string} [style] */
  function choice(what, style = "") {
    const { type, focus } = form.draft;
    const checked = what.type === type && what.focus.join() === focus.join();
    const { name, beside } = titleOf(form.reference, what);
    const shape = iconOf(form.reference, what, drawn);
    return pick({ group: "what", checked, style, press: () => choose(what), shape, beside }, name);
  }

  /** @param {What} what */
  function choose({ type, focus }) {
    const isNewType = type !== form.draft.type;
    form.change({ type, focus: [...focus], ...(isNewType ? { counters: {} } : {}) });
    if (!offered.some((one) => one.type === type && one.focus.join() === focus.join())) {
      offered = [{ type, focus }, ...offered].slice(0, QUICK);
    }
    if (box.childElementCount > QUICK + 1) {
      quick();
      /** @type {HTMLElement | null} */ (box.querySelector("input:checked"))?.focus();
    }
  }

  function quick() {
    const [first, ...rest] = offered;
    const all = h(
      "button",
      { class: "chip chip--more", type: "button", onclick: every },
      t`Alla typer`,
      icon("right"),
    );
    put(box, first && choice(first, " pick--wide"), ...rest.map((what) => choice(what)), all);
  }

  function every() {
    const types = form.reference.types
      .filter(({ made_by_product }) => !made_by_product)
      .sort(
        (one, other) =>
          Number(one.code === "other") - Number(other.code === "other") ||
          one.sv.localeCompare(other.sv, "sv"),
      );
    const kinds = types.flatMap(({ code, focus }) => [
      choice({ type: code, focus: [] }, " pick--wide"),
      ...focus.map((one) => choice({ type: code, focus: [one.code] })),
    ]);
    const fewer = h(
      "button",
      { class: "chip chip--more pick--wide", type: "button", onclick: quick },
      t`Visa färre`,
    );
    put(box, ...kinds, fewer);
    box.querySelector("input")?.focus();
  }

  return {
    refresh(changed) {
      if (changed) {
        return;
      }
      const { type, focus } = form.draft;
      const { entries, who } = form.app.book;
      const likely = likelyKinds(entries, form.reference, who.user.organisation, QUICK);
      // What was done last is meant again more often than not; without a past nothing is guessed.
      const usual = entries.length > 0 ? likely[0] : undefined;
      const chosen = type ? { type, focus: [...focus] } : usual;
      const others = likely.filter(
        (what) => what.type !== chosen?.type || what.focus.join() !== chosen.focus.join(),
      );
      offered = [...(chosen ? [chosen] : []), ...others].slice(0, QUICK);
      form.draft = chosen ? { ...form.draft, type: chosen.type, focus: [...chosen.focus] } : form.draft;
      quick();
    },
  };
}

/** A choice among several: the whole chip is pressed, a tick says that it is chosen.
 * @param {{group: string, checked: boolean, style?: string, press: () => void, shape?: string, beside?: string,
 *   kind?: "radio" | "checkbox"}} how
 * @param {string} text @param {string} [note] */
export function pick({ group, checked, style = "", press, shape, beside, kind = "radio" }, text, note = "") {
  return h(
    "label",
    { class: `chip pick${style}` },
    h("input", { class: "hidden-text", type: kind, name: group, checked, onchange: press }),
    shape && icon(shape),
    h(
      "span",
      { class: "pick__text" },
      capital(text).replace("/", "/\u200b"),
      beside && h("span", { class: "pick__beside" }, beside),
    ),
    note && h("span", { class: "pick__note" }, note),
    icon("tick", " pick__tick"),
  );
}
