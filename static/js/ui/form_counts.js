/** Räknas mot: what the draft would count for, with one sentence why or why not. The server alone decides. */

import { activityOf } from "../core/draft.js";
import { claims } from "../core/figures.js";
import { hasGoal, reason } from "../core/reasons.js";
import { wouldCome } from "../core/receipts.js";
import { t } from "../core/texts.js";
import { h, part, put } from "./dom.js";

/** @typedef {import("../core/figures.js").Claim} Claim */

const SHOWN = 2;

/** @param {import("./form_pieces.js").Form} form */
export function attachCounts(form) {
  const box = part(form.root, "counts");

  /** "31 + 1 av 52". @param {Claim} claim @param {number} at */
  function line(claim, at) {
    const { book } = form.app;
    const { name, value, plus, end } = wouldCome(book, claim, at, book.powers.now());
    const figure = h(
      "span",
      { class: "counts__figure" },
      h("b", {}, value),
      plus && h("span", { class: "plus" }, plus),
      h("span", { class: "second" }, end),
    );
    return h("p", { class: "counts__line" }, h("span", {}, name), figure);
  }

  return {
    refresh() {
      const { app, draft, reference } = form;
      const now = app.book.powers.now();
      const activity = activityOf(draft, app.book.who.user.id, now);
      const at = activity.started; // the week or month of that day is meant, not that of today
      const found = draft.type && !Number.isNaN(at) ? claims(reference, activity, at) : [];
      const counted = found.filter(({ fails }) => !fails);
      const goals = counted.filter(({ commitment }) => hasGoal(commitment));
      const shown = (goals.length ? goals : counted).slice(0, SHOWN);
      const rest = counted.length - shown.length;
      const more = rest > 0 ? t` · och ${rest} till` : "";
      const why = draft.type
        ? reason([...shown, ...counted, ...found.filter(({ fails }) => fails)], reference, activity)
        : "";
      put(
        box,
        counted.length > 0 && h("p", { class: "counts__why" }, t`Räknas mot${more}`),
        ...shown.map((claim) => line(claim, at)),
        why && h("p", { class: "counts__why" }, why),
      );
    },
  };
}
