/** Flera på en gång: rows of drafts, one of them opened with Ny's own pieces; one press saves all of them, or none. */

import { emptyDraft } from "../core/draft.js";
import { copied, faultsOf, MOST, settled } from "../core/sheet.js";
import { t } from "../core/texts.js";
import * as sheets from "../sheets.js";
import { h, part, put } from "./dom.js";
import { attachPieces } from "./form_pieces.js";
import { rowHead } from "./sheet_row.js";
import { withStyles } from "./styles.js";

/** @typedef {import("../core/shapes").Draft} Draft */

/** @param {HTMLElement} root @param {import("../app.js").App} app @returns {Promise<import("./screens.js").Screen>} */
export async function attachSheet(root, app) {
  await withStyles();
  const { book } = app;
  const list = part(root, "rows");
  const wrong = /** @type {HTMLElement} */ (root.querySelector(".foot [data-error=save]"));
  const editor = part(root, "editor");
  /** @type {Draft[]} */
  let rows = [];
  /** @type {(import("../core/sheet.js").Faults | null)[]} as of the last try to save */
  let faults = [];
  let open = 0;
  let isSaving = false;

  const pieces = attachPieces(app, editor, "row-", (changed) => {
    pieces.form.draft = settled(pieces.form.draft, book.powers.now());
    rows[open] = pieces.form.draft;
    if (changed) {
      faults[open] = null;
      keep();
      showHeads();
    }
  });

  const keep = () => void sheets.keep(book, rows);
  const head = (/** @type {number} */ place) => list.children[place]?.querySelector("button");

  /** @param {number} place */
  function line(place) {
    const isOpen = place === open;
    const press = () => unfold(isOpen ? -1 : place);
    return rowHead({ book, rows, place, isOpen, fault: faults[place] ?? null, press });
  }

  /** Heads alone are made anew: what is being filled in stays as it is. */
  function showHeads() {
    [...list.children].forEach((item, place) => {
      item.firstElementChild?.replaceWith(line(place));
    });
    tellCount();
  }

  function tellCount() {
    part(root, "state").textContent =
      rows.length === MOST ? t`Högst ${MOST}. Spara, och börja på nästa.` : "";
    part(root, "save").textContent = rows.length > 1 ? t`Spara alla ${rows.length}` : t`Spara`;
    /** @type {HTMLButtonElement} */ (part(root, "add")).disabled = rows.length >= MOST;
  }

  /** @param {number} place of the row to fill in; -1 for none */
  function unfold(place) {
    open = place;
    const row = rows[place];
    if (row) {
      pieces.show(row, /** @type {any} */ (book.reference));
      keep(); // with the kind and the place that are offered first
    }
    put(
      list,
      ...rows.map((_, each) => h("li", { class: "sheet__row" }, line(each), each === open && editor)),
    );
    tellCount();
    head(place)?.focus({ preventScroll: true });
    list.children[place]?.scrollIntoView({ block: "nearest" });
  }

  function add() {
    const last = rows.at(-1);
    if (last && rows.length < MOST) {
      rows = [...rows, copied(last, book.powers.now())];
      faults = [];
      forget();
      unfold(rows.length - 1);
      list.children[open]?.scrollIntoView({ block: "start" });
      app.say(t`Rad ${rows.length}, en kopia av rad ${rows.length - 1}.`);
    }
  }

  function remove() {
    const others = rows.filter((_, place) => place !== open);
    replaceAll(others.length ? others : [fresh()], others.length ? -1 : 0);
    app.say(t`Raden är borttagen.`);
  }

  function startOver() {
    replaceAll([fresh()], 0);
    app.say(t`Alla rader är borttagna.`);
  }

  /** What a person takes away can be put back. @param {Draft[]} others @param {number} place to fill in */
  function replaceAll(others, place) {
    const before = { rows, open };
    const putBack = () => {
      rows = before.rows;
      faults = [];
      forget();
      unfold(before.open);
    };
    rows = others;
    faults = [];
    keep();
    unfold(place);
    const back = h("button", { class: "btn btn--quiet", type: "button", onclick: putBack }, t`Lägg tillbaka`);
    put(part(root, "removed"), back);
    back.focus();
  }

  const forget = () => put(part(root, "removed"));

  const fresh = () => settled(emptyDraft(book.who.current, book.who.user.organisation), book.powers.now());

  /** @param {string} sentence */
  function refuse(sentence) {
    wrong.textContent = sentence;
    wrong.hidden = sentence === "";
  }

  async function save() {
    refuse("");
    faults = faultsOf(rows, book.powers.now());
    const first = faults.findIndex(Boolean);
    if (first >= 0) {
      unfold(first);
      pieces.tell(faults[first] ?? {});
    } else if (!isSaving) {
      isSaving = true;
      const saved = await sheets.saveAll(app, rows);
      isSaving = false;
      if (typeof saved === "string") {
        refuse(t`Inget är sparat. ${saved}`);
        app.say(wrong.textContent ?? "");
      } else {
        rows = [];
        await app.screens.replace("/", { saved });
      }
    }
  }

  editor.hidden = false;
  editor.remove(); // it stands in the row that is open
  part(root, "add").addEventListener("click", add);
  part(root, "save").addEventListener("click", save);
  part(root, "empty").addEventListener("click", startOver);
  part(root, "close").addEventListener("click", () => app.screens.back());
  part(editor, "remove").addEventListener("click", remove);
  editor.addEventListener("submit", (event) => event.preventDefault());

  return {
    /** @param {{draft?: Draft, rows?: Draft[]} | undefined} state what Ny had filled in, or what a new start brought along */
    async show(state) {
      await book.withReference();
      const kept = state?.rows ?? (await sheets.kept(book));
      const first = state?.draft ? settled(state.draft, book.powers.now()) : fresh();
      rows = kept.length ? [...kept] : [first];
      faults = [];
      forget();
      refuse("");
      unfold(rows.length - 1);
      app.locate();
    },
  };
}
