/** Ny: the form over one draft; only Spara is filled, and what is saved is what stands here. */

import { emptyDraft } from "../core/draft.js";
import { faults } from "../core/faults.js";
import { part, put } from "./dom.js";
import { attachWhat } from "./form_what.js";
import { attachWhen } from "./form_when.js";
import { attachWhere } from "./form_where.js";
import { lineOf } from "./state_line.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../core/shapes").Draft} Draft */
/** @typedef {{app: App, root: HTMLElement, draft: Draft, reference: import("../core/shapes").Reference,
 *   change(patch: Partial<Draft>): void}} Form */
/** @typedef {{refresh(changed: Partial<Draft> | null): void}} FormPart `null` when the whole draft is new */

/** @param {HTMLElement} root @param {App} app @returns {import("./screens.js").Screen} */
export function attachForm(root, app) {
  const { book } = app;
  /** @type {Form} */
  const form = {
    app,
    root,
    draft: emptyDraft(book.who.current, book.who.user.organisation),
    reference: /** @type {any} */ (book.reference),
    change(patch) {
      form.draft = { ...form.draft, ...patch };
      refresh(patch);
      void book.keepDraft(form.draft);
    },
  };
  // In the order of the screen: a kind brings its place, both bring what it counts for.
  const fold = attachFold(form);
  const parts = [...[attachWhat, attachWhere, attachWhen].map((attach) => attach(form)), fold];
  void import("./form_counts.js").then(({ attachCounts }) => {
    parts.push(attachCounts(form)); // to save, nobody waits for it
    parts.at(-1)?.refresh(null);
  });
  let isSaving = false;

  /** @param {Partial<Draft> | null} changed */
  function refresh(changed) {
    for (const each of parts) {
      each.refresh(changed);
    }
    for (const field of Object.keys(changed ?? ERRORS)) {
      showError(ERRORS[field] ?? "", "");
    }
  }

  /** @param {string} field @param {string} sentence */
  function showError(field, sentence) {
    const error = /** @type {HTMLElement | null} */ (root.querySelector(`[data-error="${field}"]`));
    if (error) {
      error.textContent = sentence;
      error.hidden = sentence === "";
    }
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    const wrong = Object.entries(faults(form.draft, book.powers.now()));
    const blocked = root.querySelector("[data-error=note]:not([hidden])");
    for (const [field, sentence] of wrong) {
      showError(field, sentence);
    }
    if (wrong.length || blocked) {
      const first = root.querySelector("[data-error]:not([hidden])");
      first?.closest("details")?.setAttribute("open", "");
      first?.scrollIntoView({ block: "center" });
      app.say(first?.textContent ?? "");
      return;
    }
    if (!isSaving) {
      isSaving = true;
      await app.save(form.draft, saved, (sentence) => showError("save", `EJ sparad. ${sentence}`));
      isSaving = false;
    }
  }

  /** @param {import("./receipt.js").Saved} receipt */
  function saved(receipt) {
    void book.keepDraft(null);
    app.screens.replace(form.draft.mends ? "/mina" : "/", { saved: receipt });
  }

  root.querySelector("form")?.addEventListener("submit", submit);
  part(root, "close").addEventListener("click", () => {
    void book.keepDraft(null);
    app.screens.back();
  });

  return {
    /** @param {{draft?: Draft, said?: string} | undefined} state an entry to mend or to do again, and why it is here */
    async show(state) {
      const kept = state?.draft ?? (await book.keptDraft());
      await (kept?.note && fold.load()); // what guards a note is there before the note is
      put(part(root, "counts"), "Hämtar kommunens uppgifter.");
      form.reference = await book.withReference();
      form.draft = kept ?? emptyDraft(book.who.current, book.who.user.organisation);
      const { tally } = book;
      part(root, "state").textContent = state?.said ?? (tally.waiting || tally.need ? lineOf(book).text : "");
      const title = /** @type {HTMLElement} */ (root.querySelector("h1"));
      title.textContent = form.draft.mends ? "Ändra aktivitet" : "Ny aktivitet";
      refresh(null);
      app.locate();
    },
  };
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
