/** Räknas mot: what the draft would count for, with one sentence why or why not. The server alone decides. */

import { activityOf } from "../core/draft.js";
import { claims, standing, written } from "../core/figures.js";
import { hasGoal, reason } from "../core/reasons.js";
import { t } from "../core/texts.js";
import { h, part, put } from "./dom.js";

/** @typedef {import("../core/figures.js").Claim} Claim */

const SHOWN = 2;

/** @param {import("./form_pieces.js").Form} form */
export function attachCounts(form) {
  const box = part(form.root, "counts");

  /** "31 + 1 av 52". @param {Claim} claim */
  function line({ commitment, amount }) {
    const { pending, powers } = form.app.book;
    const { value, goal, of } = standing(commitment, powers.now());
    const more = amount + (pending.get(commitment.id) ?? 0);
    const plus = more > 0 && h("span", { class: "plus" }, ` + ${written(commitment, more)}`);
    const end = goal === null ? "" : t` av ${written(commitment, goal)}`;
    const figure = h(
      "span",
      { class: "counts__figure" },
      h("b", {}, written(commitment, value)),
      plus,
      h("span", { class: "second" }, end),
    );
    return h(
      "p",
      { class: "counts__line" },
      h("span", {}, [commitment.label, of].filter(Boolean).join(" ")),
      figure,
    );
  }

  return {
    refresh() {
      const { app, draft, reference } = form;
      const now = app.book.powers.now();
      const activity = activityOf(draft, app.book.who.user.id, now);
      const found = draft.type && !Number.isNaN(activity.started) ? claims(reference, activity, now) : [];
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
        ...shown.map(line),
        why && h("p", { class: "counts__why" }, why),
      );
    },
  };
}
