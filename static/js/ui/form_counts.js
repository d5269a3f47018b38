/** Räknas mot: what the draft would count for, with one sentence why or why not. The server alone decides. */

import { activityOf } from "../core/draft.js";
import { claims, reason, standing, written } from "../core/figures.js";
import { h, part, put } from "./dom.js";

/** @typedef {import("../core/figures.js").Claim} Claim */

const SHOWN = 2;

/** @param {import("./form.js").Form} form @returns {import("./form.js").FormPart} */
export function attachCounts(form) {
  const box = part(form.root, "counts");

  /** "31 + 1 av 52". @param {Claim} claim */
  function line({ commitment, amount }) {
    const { pending, powers } = form.app.book;
    const { value, goal, of } = standing(commitment, powers.now());
    const more = amount + (pending.get(commitment.id) ?? 0);
    const plus = more > 0 && h("span", { class: "plus" }, ` + ${written(commitment, more)}`);
    const end = goal === null ? "" : ` av ${written(commitment, goal)}`;
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
      const counted = found.filter(({ fails }) => !fails).sort(goalsFirst);
      const rest = counted.length - SHOWN;
      const more = rest > 0 ? ` och ${rest} till` : "";
      const why = draft.type
        ? reason([...counted, ...found.filter(({ fails }) => fails)], reference, activity)
        : "";
      put(
        box,
        counted.length > 0 && h("p", { class: "counts__why" }, `Räknas mot${more}`),
        ...counted.slice(0, SHOWN).map(line),
        why && h("p", { class: "counts__why" }, why),
      );
    },
  };
}

/** @param {Claim} one @param {Claim} other */
function goalsFirst(one, other) {
  const hasGoal = (/** @type {Claim} */ { commitment }) =>
    Number(commitment.progress.at_least !== undefined || Boolean(commitment.target.per));
  return hasGoal(other) - hasGoal(one);
}
