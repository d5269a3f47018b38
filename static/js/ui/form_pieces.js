/** The pieces that a draft is filled in with, over one draft: those of Ny, and of a row of a sheet. */

import { emptyDraft } from "../core/draft.js";
import { part } from "./dom.js";
import { attachWhat } from "./form_what.js";
import { attachWhen } from "./form_when.js";
import { attachWhere } from "./form_where.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/shapes").Draft} Draft */
/** @typedef {{app: App, root: HTMLElement, id: string, draft: Draft, note: string,
 *   reference: import("../core/shapes").Reference, change(patch: Partial<Draft>): void}} Form
 *   `id` sets its ids apart; `note` is what may be kept of the draft's own */
/** @typedef {{refresh(changed: Partial<Draft> | null): void}} FormPart `null` when the whole draft is new */

/** @param {App} app @param {HTMLElement} root @param {string} id
 * @param {(changed: Partial<Draft> | null) => void} after the pieces show it */
export function attachPieces(app, root, id, after) {
  const { book } = app;
  /** @type {Form} */
  const form = {
    app,
    root,
    id,
    draft: emptyDraft(book.who.current, book.who.user.organisation),
    note: "",
    reference: /** @type {any} */ (book.reference),
    change(patch) {
      form.draft = { ...form.draft, ...patch };
      refresh(patch);
    },
  };
  // In the order of the screen: a kind brings its place.
  const fold = attachFold(form);
  const parts = [...[attachWhat, attachWhere, attachWhen].map((attach) => attach(form)), fold];

  /** @param {Partial<Draft> | null} changed */
  function refresh(changed) {
    for (const each of parts) {
      each.refresh(changed);
    }
    for (const field of Object.keys(changed ?? ERRORS)) {
      showError(ERRORS[field] ?? "", "");
    }
    after(changed);
  }

  /** @param {string} field @param {string} sentence */
  function showError(field, sentence) {
    const error = /** @type {HTMLElement | null} */ (root.querySelector(`[data-error="${field}"]`));
    if (error) {
      error.textContent = sentence;
      error.hidden = sentence === "";
    }
  }

  /** @param {Draft} draft @param {import("../core/shapes").Reference} reference */
  function show(draft, reference) {
    form.reference = reference;
    form.draft = draft;
    form.note = ""; // until the guard has seen it
    refresh(null);
  }

  /** Says what is wrong, each at its field, and goes to the first. @param {Partial<Record<string, string>>} wrong
   * @returns {boolean} whether anything is */
  function tell(wrong) {
    for (const field of new Set(Object.values(ERRORS))) {
      showError(field, wrong[field] ?? "");
    }
    const isWrong = Object.keys(wrong).length || root.querySelector("[data-error]:not([hidden])");
    if (isWrong) {
      void import("./form_faults.js").then(({ goToFirst }) => goToFirst(form));
    }
    return Boolean(isWrong);
  }

  return { form, show, showError, tell, load: fold.load };
}

/** What is folded away is fetched when it is opened. @param {Form} form @returns {FormPart & {load(): Promise<unknown>}} */
function attachFold(form) {
  const box = /** @type {HTMLDetailsElement} */ (part(form.root, "more"));
  /** @type {Promise<FormPart> | null} */
  let loading = null;
  /** @type {FormPart | null} */
  let inside = null;
  const load = async () => {
    loading ??= import("./form_more.js").then(({ attachMore }) => attachMore(form));
    inside = await loading;
    return inside;
  };
  box.addEventListener("toggle", async () => {
    if (box.open && !inside) {
      (await load()).refresh(null);
    }
  });
  return {
    load,
    refresh(changed) {
      box.open = changed ? box.open : form.draft.note !== "";
      inside?.refresh(changed);
    },
  };
}

/** Which error a changed field clears. @type {Record<string, string>} */
const ERRORS = {
  type: "type",
  when: "when",
  minutes: "when",
  organisations: "organisations",
  counters: "counters",
  place: "save",
};
