/** Two versions of one entry beside each other: what differs is marked, and a person picks. */

import { compared, factsOf } from "../core/facts.js";
import { sidesOf } from "../core/sides.js";
import { t } from "../core/texts.js";
import { h, svg } from "./dom.js";

/** @typedef {import("../core/shapes").Entry} Entry */
/** @typedef {import("../core/facts.js").Compared} Compared */

/** @param {import("../app.js").App} app @param {Entry} entry */
export function versions(app, entry) {
  const { book } = app;
  if (!entry.conflict) {
    return null;
  }
  const { mine, current } = sidesOf(entry.conflict);
  const now = book.powers.now();
  const reference = /** @type {any} */ ({ types: [], places: [], organisations: [], ...book.reference });
  const theirs = current.state === "current" ? current.activity : null;
  // The other's note is not told: it is no difference that anyone could see.
  const facts = (/** @type {import("../core/shapes").Activity | null | undefined} */ activity) =>
    activity ? factsOf(reference, activity, null, now) : [];
  const rows = mine && theirs ? compared(facts(mine.activity), facts(theirs)) : null;
  const keep = async (/** @type {"keepMine" | "discard"} */ which) => {
    await app.settle((one) => one.decide(which, entry.id));
    app.say(
      which === "keepMine" ? t`Din version gäller när den är skickad.` : t`Den andra versionen gäller.`,
    );
  };
  return h(
    "div",
    { class: "versions" },
    version({
      title: t`Din`,
      second: t`från den här telefonen`,
      facts: rows ? sideOf(rows, "mine") : facts(mine?.activity).map(unmarked),
      none: t`Du tog bort aktiviteten.`,
      note: mine?.note,
      button: mine ? t`Behåll min` : t`Ta bort ändå`,
      press: () => keep("keepMine"),
    }),
    version({
      title: t`Den andra`,
      second: current.reason ? t`från samordnaren: ${current.reason}` : t`gäller nu`,
      facts: rows ? sideOf(rows, "theirs") : facts(theirs).map(unmarked),
      none: t`Aktiviteten är borttagen.`,
      button: t`Behåll den andra`,
      press: () => keep("discard"),
    }),
  );
}

/** @typedef {{label: string, words: string, differs: boolean}} Shown */

/** @param {{title: string, second: string, facts: Shown[], none: string, note?: string | undefined, button: string,
 *   press: () => void}} side */
const version = ({ title, second, facts, none, note, button, press }) =>
  h(
    "section",
    { class: "version" },
    h("h3", {}, title, h("span", { class: "second" }, ` ${second}`)),
    facts.length ? h("dl", {}, ...facts.filter(isSaid).map(fact)) : h("p", {}, none),
    note ? h("p", { class: "second" }, `”${note}”`) : null,
    h("button", { class: "btn btn--act btn--wide", onclick: press }, button),
  );

/** @param {Shown} shown */
const isSaid = ({ words, differs }) => words !== "" || differs;

/** @param {Shown} shown */
const fact = ({ label, words, differs }) =>
  h(
    "div",
    { class: differs ? "fact fact--differs" : "fact" },
    h("dt", {}, label, differs && h("span", { class: "fact__mark" }, unequal(), t` skiljer`)),
    h("dd", {}, words || t`inget`),
  );

/** Two bars and a stroke: not equal. */
const unequal = () =>
  svg(
    "svg",
    { class: "symbol", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" },
    svg("path", {
      d: "M3 7.5h14M3 12.5h14M13.5 3l-7 14",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2,
      "stroke-linecap": "round",
    }),
  );

/** @param {Compared[]} rows @param {"mine" | "theirs"} side @returns {Shown[]} */
const sideOf = (rows, side) =>
  rows.map((row) => ({ label: row.label, words: row[side], differs: row.differs }));

/** @param {import("../core/facts.js").Fact} one @returns {Shown} */
const unmarked = (one) => ({ ...one, differs: false });
