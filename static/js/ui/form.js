/** Ny: the form over one draft; only Spara is filled, and what is saved is what stands here. */

import { emptyDraft } from "../core/draft.js";
import { faults } from "../core/faults.js";
import { t } from "../core/texts.js";
import { keepDraft, keptDraft, referenceOf } from "../drafting.js";
import { part, put } from "./dom.js";
import { attachCounts } from "./form_counts.js";
import { attachPieces } from "./form_pieces.js";
import { lineOf } from "./state_line.js";

/** @typedef {import("../core/shapes").Draft} Draft */

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {import("./screens.js").Screen} */
export function attachForm(root, app) {
  const { book } = app;
  const pieces = attachPieces(app, root, "", (changed) => {
    counts.refresh();
    if (changed) {
      void keep();
    }
  });
  const { form } = pieces;
  const counts = attachCounts(form);
  let isSaving = false;

  /** From now on a page that begins anew begins with this, and no more with what the form was opened filled with. */
  async function keep() {
    const isKept = await keepDraft(book, { ...form.draft, note: form.note });
    if (isKept && history.state?.state?.draft && location.pathname === "/ny") {
      const { draft: _, ...state } = history.state.state;
      history.replaceState({ ...history.state, state }, "");
    }
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    if (!pieces.tell(faults(form.draft, book.powers.now())) && !isSaving) {
      isSaving = true;
      await app.save(
        form.draft,
        saved,
        (sentence) => pieces.showError("save", t`EJ sparad. ${sentence}`),
        async (facts) => facts.delete("draft"), // what is saved is no draft any more
      );
      isSaving = false;
    }
  }

  /** @param {import("./receipt.js").Saved} receipt */
  const saved = (receipt) => app.screens.replace(form.draft.mends ? "/mina" : "/", { saved: receipt });

  root.querySelector("form")?.addEventListener("submit", submit);
  part(root, "close").addEventListener("click", () => {
    void keepDraft(book, null);
    app.screens.back();
  });
  part(root, "several").addEventListener("click", async () => {
    const isBegun = await keptDraft(book);
    // The browser keeps what goes along: of the note what may be kept.
    app.screens.replace("/flera", isBegun && { draft: { ...form.draft, note: form.note } });
  });

  /** @param {{draft?: Draft, said?: string} | undefined} state an entry to mend or to do again, and why it is here */
  async function fill(state) {
    const kept = state?.draft ?? (await keptDraft(book));
    await (kept?.note && pieces.load()); // what guards a note is there before the note is
    const reference = await referenceOf(book);
    const draft = kept ?? emptyDraft(book.who.current, book.who.user.organisation);
    const { tally } = book;
    part(root, "state").textContent = state?.said ?? (tally.waiting || tally.need ? lineOf(book).text : "");
    const title = /** @type {HTMLElement} */ (root.querySelector("h1"));
    title.textContent = draft.mends ? t`Ändra aktivitet` : t`Ny aktivitet`;
    part(root, "several").hidden = draft.mends !== null;
    pieces.show(draft, reference);
  }

  let isWhole = false;

  return {
    /** A phone without the municipality's words yet shows that it waits for them. @param {any} state */
    fill(state) {
      isWhole = book.reference !== null;
      return isWhole ? fill(state) : null;
    },
    async show(state) {
      if (!isWhole) {
        put(part(root, "counts"), t`Hämtar kommunens uppgifter.`);
        await fill(state);
      }
      app.locate();
    },
  };
}
