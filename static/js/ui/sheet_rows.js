/** The rows of a sheet: their heads beneath each other, the one that is filled in opened in place. */

import { MOST, settled } from "../core/sheet.js";
import { t } from "../core/texts.js";
import * as sheets from "../sheets.js";
import { h, part, put } from "./dom.js";
import { attachPieces } from "./form_pieces.js";
import { rowHead } from "./sheet_row.js";

/** @typedef {import("../core/shapes").Draft} Draft */
/** @typedef {(import("../core/sheet.js").Faults | null)[]} AllFaults */

/** @param {HTMLElement} root @param {import("../app.js").App} app */
export function attachRows(root, app) {
  const { book } = app;
  const list = part(root, "rows");
  const { content } = /** @type {HTMLTemplateElement} */ (part(root, "editor"));
  const editor = /** @type {HTMLElement} */ (content.querySelector(".sheet__edit")); // it stands in the row that is open
  /** @type {Draft[]} */
  let rows = [];
  /** @type {AllFaults} as of the last try to save */
  let faults = [];
  let open = 0;

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

  /** @param {number} place */
  function head(place) {
    const isOpen = place === open;
    const press = () => unfold(isOpen ? -1 : place);
    return rowHead({ book, rows, place, isOpen, fault: faults[place] ?? null, press });
  }

  /** Heads alone are made anew: what is being filled in stays as it is. */
  function showHeads() {
    [...list.children].forEach((item, place) => {
      item.firstElementChild?.replaceWith(head(place));
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
    }
    keep(); // with the kind and the place that are offered first
    put(
      list,
      ...rows.map((_, each) => h("li", { class: "sheet__row" }, head(each), each === open && editor)),
    );
    tellCount();
    list.children[place]?.querySelector("button")?.focus({ preventScroll: true });
    list.children[place]?.scrollIntoView({ block: "nearest" });
  }

  editor.addEventListener("submit", (event) => event.preventDefault());

  return {
    list,
    editor,
    unfold,
    all: () => rows,
    open: () => open,
    /** @param {Draft[]} others instead of these @param {number} place of the one to fill in */
    replace(others, place) {
      rows = others;
      faults = [];
      unfold(place);
    },
    /** Says what is wrong at the rows, opens the first of them and goes to its field. @param {AllFaults} wrong
     * @returns {boolean} whether anything is */
    tell(wrong) {
      faults = wrong;
      const first = wrong.findIndex(Boolean);
      if (first >= 0) {
        unfold(first);
        pieces.tell(wrong[first] ?? {});
      }
      return first >= 0;
    },
  };
}
