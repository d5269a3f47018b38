/** The note of a draft: how long it may be, and what the guard thinks of it while it is written. */

import { NOTE_LENGTH } from "../core/faults.js";
import { keptNote } from "../core/kept_note.js";
import { judge, sentence } from "../core/personal_data.js";
import { t } from "../core/texts.js";
import { h } from "./dom.js";

/** @typedef {import("./form_pieces.js").Form} Form */

/** The note, judged at every letter: what is blocked here is stored nowhere. @param {Form} form */
export function noteField(form) {
  const left = h("span", { class: "second" });
  const warning = h("p", { class: "note note--need", hidden: true });
  const id = `${form.id}note`;
  const blocked = h("p", { class: "field__error", "data-error": "note", id: `${id}-error`, hidden: true });
  const text = h("textarea", {
    class: "input",
    id,
    rows: 3,
    maxlength: NOTE_LENGTH,
    "aria-describedby": `${id}-help ${id}-error`,
  });
  text.value = form.draft.note;
  const weigh = () => {
    const verdict = judge(text.value);
    form.note = keptNote(text.value);
    left.textContent = t`${[...text.value].length} av ${NOTE_LENGTH} tecken`;
    blocked.hidden = verdict.level !== "block";
    blocked.textContent = verdict.level === "block" ? sentence(verdict) : "";
    warning.hidden = verdict.level !== "warn";
    warning.textContent = verdict.level === "warn" ? sentence(verdict) : "";
    text.setAttribute("aria-invalid", String(verdict.level === "block"));
  };
  text.addEventListener("input", () => {
    weigh();
    blocked.scrollIntoView({ block: "nearest" });
    form.change({ note: text.value });
  });
  weigh();
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, t`Anteckning`),
    h("p", { class: "field__help", id: `${id}-help` }, t`Om aktiviteten, aldrig om en person. `, left),
    text,
    blocked,
    warning,
  );
}
