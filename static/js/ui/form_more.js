/** Fler uppgifter: focus, organisations, colleagues, counters and the note, folded away until wanted. */

import { t } from "../core/texts.js";
import { h, part, put } from "./dom.js";
import { noteField } from "./form_note.js";
import { attachPeople } from "./form_people.js";
import { pick } from "./form_what.js";
import { stepper } from "./stepper.js";

/** @typedef {import("./form_pieces.js").Form} Form */

/** @param {Form} form @returns {import("./form_pieces.js").FormPart} */
export function attachMore(form) {
  const box = part(form.root, "folded");
  const people = attachPeople(form);

  function show() {
    const { draft, reference } = form;
    const type = reference.types.find(({ code }) => code === draft.type);
    put(
      box,
      type?.focus.length
        ? group(
            t`Inriktning`,
            several(
              form,
              "focus",
              type.focus.map(({ code, sv }) => [code, sv]),
            ),
          )
        : null,
      ...(type?.counters ?? []).map(({ code, sv }) => counter(form, code, sv)),
      group(
        t`Deltog`,
        several(
          form,
          "organisations",
          reference.organisations.map(({ key, sv }) => [key, sv]),
        ),
        error("organisations"),
      ),
      stepper(t`Kollegor utan namn`, draft.others, 200, (others) => form.change({ others })),
      people.element,
      flag(t`Riktad insats`, t`Planerad i förväg mot ett utpekat problem`, draft.targeted, (targeted) =>
        form.change({ targeted }),
      ),
      flag(t`Avbröts`, t`Räknas som närvaro, inte som tillfälle`, draft.interrupted, (interrupted) =>
        form.change({ interrupted }),
      ),
      error("counters"),
      noteField(form),
    );
  }

  return {
    refresh(changed) {
      if (!changed || changed.type !== undefined) {
        show();
      }
      people.refresh(changed);
    },
  };
}

/** @param {string} title @param {...(HTMLElement | HTMLElement[])} children */
const group = (title, ...children) =>
  h("fieldset", {}, h("legend", { class: "label" }, title), h("div", { class: "grid" }, ...children.flat()));

/** @param {string} field */
const error = (field) => h("p", { class: "field__error pick--wide", "data-error": field, hidden: true });

/** Any number of the words. @param {Form} form @param {"focus" | "organisations" | "colleagues"} field @param {[string, string][]} words */
const several = (form, field, words) =>
  words.map(([code, text]) => {
    const press = () => {
      const chosen = form.draft[field];
      form.change({
        [field]: chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code],
      });
    };
    const chip = pick(
      { group: field, checked: form.draft[field].includes(code), press, kind: "checkbox" },
      text,
    );
    if (field === "organisations" && code === form.app.book.who.user.organisation) {
      /** @type {HTMLInputElement} */ (chip.querySelector("input")).disabled = true;
    }
    return chip;
  });

/** @param {Form} form @param {string} code @param {string} text */
const counter = (form, code, text) =>
  stepper(text, form.draft.counters[code] ?? 0, 100_000, (count) => {
    const { [code]: _, ...others } = form.draft.counters;
    form.change({ counters: count ? { ...others, [code]: count } : others });
  });

/** @param {string} text @param {string} help @param {boolean} checked @param {(on: boolean) => void} changed */
const flag = (text, help, checked, changed) =>
  h(
    "label",
    { class: "check" },
    h("input", {
      type: "checkbox",
      checked,
      onchange: (/** @type {{target: HTMLInputElement}} */ { target }) => changed(target.checked),
    }),
    h("span", {}, text, h("span", { class: "field__help" }, help)),
  );
