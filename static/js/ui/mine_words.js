/** What was said of a plan, as Mina tells it: a line among the entries, and taken back there too. */

import { clockOf } from "../core/calendar.js";
import { needOf } from "../core/needs.js";
import { read } from "../core/operation.js";
import { t } from "../core/texts.js";
import { planOf, say } from "../planning.js";
import { h } from "./dom.js";
import { foldingLine } from "./mine_line.js";

/** @typedef {import("../core/shapes").Entry} Entry */

/** @param {readonly import("../core/shapes").PlannedTime[]} times @returns {Record<string, string>} by the time's name */
const titlesIn = (times) => Object.fromEntries(times.map(({ plan_item, title }) => [plan_item, title]));

/** @param {import("../app.js").App} app @returns {Promise<(entry: Entry, opened: Set<string>, done: () => void) => HTMLElement>} */
export async function linesOfWords(app) {
  const { book } = app;
  const plan = await planOf(book);
  const titles = { ...plan?.titles, ...titlesIn(plan?.times ?? []) };

  return (entry, opened, done) => {
    const body = read(book.items.findLast(({ activity_id }) => activity_id === entry.id)?.body ?? "");
    const { plan_item = "", outcome, reason = "" } = body ?? {};
    const isOpen = outcome === "open";
    const title = outcome === "done" ? t`Gjort` : isOpen ? t`Öppen igen` : t`Inte genomförd`;
    const name = titles[plan_item] ?? t`Planerat ${plan_item.split("/")[1]}`;

    async function takeBack() {
      const { municipality } = entry;
      await app.settle((one) => say(one, { municipality, plan_item, outcome: "open" }, entry.id));
      app.say(t`Öppen igen.`);
      done();
    }

    const detail = async () =>
      h(
        "div",
        { class: "line__detail" },
        entry.state === "need" && h("p", {}, needOf(entry, book.who.user.name).sentence),
        reason && h("p", {}, `”${reason}”`),
        h("p", { class: "second" }, t`Svar på planen. Räknas inte som en aktivitet.`),
        !isOpen &&
          h("div", { class: "deeds" }, h("button", { class: "btn", onclick: takeBack }, t`Ta tillbaka`)),
      );
    return foldingLine(entry, opened, detail, clockOf(entry.saved_at), name, [[title]]);
  };
}
