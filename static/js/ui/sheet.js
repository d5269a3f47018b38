/** Flera på en gång: a shift written down as rows of drafts; one press saves all of them, or none. */

import { emptyDraft } from "../core/draft.js";
import { copied, faultsOf, MOST, settled } from "../core/sheet.js";
import { t } from "../core/texts.js";
import { keepDraft, referenceOf } from "../drafting.js";
import * as sheets from "../sheets.js";
import { h, part, put } from "./dom.js";
import { attachRows } from "./sheet_rows.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Draft} Draft */

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachSheet(root, app) {
  await withStyles();
  const { book } = app;
  const rows = attachRows(root, app);
  const removed = part(root, "removed");
  const wrong = /** @type {HTMLElement} */ (root.querySelector(".foot [data-error=save]"));
  let isSaving = false;

  const now = () => book.powers.now();
  const fresh = () => settled(emptyDraft(book.who.current, book.who.user.organisation), now());

  function add() {
    const all = rows.all();
    const last = all.at(-1);
    if (last && all.length < MOST) {
      put(removed);
      rows.replace([...all, copied(last, now())], all.length);
      rows.list.children[all.length]?.scrollIntoView({ block: "start" });
      app.say(t`Rad ${all.length + 1}, en kopia av rad ${all.length}.`);
    }
  }

  function remove() {
    const others = rows.all().filter((_, place) => place !== rows.open());
    takeAway(others.length ? others : [fresh()], others.length ? -1 : 0);
    app.say(t`Raden är borttagen.`);
  }

  function startOver() {
    takeAway([fresh()], 0);
    app.say(t`Alla rader är borttagna.`);
  }

  /** What a person takes away can be put back. @param {Draft[]} others that stay @param {number} place to fill in */
  function takeAway(others, place) {
    const [all, open] = [rows.all(), rows.open()];
    const putBack = () => {
      put(removed);
      rows.replace(all, open);
    };
    rows.replace(others, place);
    const back = h("button", { class: "btn btn--quiet", type: "button", onclick: putBack }, t`Lägg tillbaka`);
    put(removed, back);
    back.focus();
  }

  /** @param {string} sentence */
  function refuse(sentence) {
    wrong.textContent = sentence;
    wrong.hidden = sentence === "";
    app.say(sentence);
  }

  async function save() {
    refuse("");
    if (!rows.tell(faultsOf(rows.all(), now())) && !isSaving) {
      isSaving = true;
      const saved = await sheets.saveAll(app, rows.all());
      isSaving = false;
      if (typeof saved === "string") {
        refuse(t`Inget är sparat. ${saved}`);
      } else {
        await app.screens.replace("/", { saved });
      }
    }
  }

  part(root, "add").addEventListener("click", add);
  part(root, "save").addEventListener("click", save);
  part(root, "empty").addEventListener("click", startOver);
  part(root, "close").addEventListener("click", () => app.screens.back());
  part(rows.editor, "remove").addEventListener("click", remove);

  return {
    /** @param {{draft?: Draft, rows?: Draft[]} | undefined} state what was begun in Ny, or what a new start brought along */
    async show(state) {
      await referenceOf(book);
      const kept = state?.rows ?? (await sheets.kept(book));
      const begun = state?.draft && kept.length < MOST ? [settled(state.draft, now())] : [];
      const all = [...kept, ...begun];
      put(removed);
      refuse("");
      rows.replace(all.length ? all : [fresh()], Math.max(0, all.length - 1));
      if (begun.length) {
        history.replaceState({ ...history.state, state: null }, ""); // taken over once, not again after a reload
        void keepDraft(book, null);
      }
      app.locate();
    },
  };
}
