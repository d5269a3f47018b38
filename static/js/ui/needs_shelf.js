/** What needs its author: one box each, with one sentence, one button, and a way to throw it away. */

import { clockOf, dayName, length, local } from "../core/calendar.js";
import { minutesOf } from "../core/draft.js";
import { AT_THE_DESK } from "../core/items.js";
import { needOf } from "../core/needs.js";
import { t } from "../core/texts.js";
import { change } from "./changing.js";
import { versions } from "./conflict.js";
import { h, symbol } from "./dom.js";

/** @typedef {import("../core/shapes").Entry} Entry */

/** @param {import("../app.js").App} app @param {Entry} entry @param {{name: string, place: string}} words
 * @param {boolean} isFirst @param {(entry: Entry) => void} remove */
export function needBox(app, entry, { name, place }, isFirst, remove) {
  const { sentence, button, act } = needOf(entry, app.book.who.user.name);
  const isReadable = entry.state !== "unreadable";
  const wrong = h("p", { class: "field__error", role: "alert" });
  const waits = AT_THE_DESK.has(entry.code);
  const title = `need-${entry.id || entry.seq}`;
  return h(
    "section",
    { class: "need", "aria-labelledby": title },
    h(
      "p",
      { class: `status status--${waits ? "wait" : "need"}`, id: isReadable ? null : title },
      symbol(waits ? "wait" : "need"),
      waits ? t`Hos samordnaren` : t`Behöver dig`,
    ),
    isReadable && h("h2", { id: title }, [name, place].filter(Boolean).join(", ")),
    isReadable && h("p", { class: "second" }, whenOf(entry, app.book.powers.now())),
    h("p", {}, sentence),
    act === "decide"
      ? versions(app, entry)
      : button &&
          h(
            "button",
            {
              class: `btn btn--wide ${isFirst ? "btn--primary" : "btn--act"}`,
              onclick: () => doIt(app, entry, act, wrong),
            },
            button,
          ),
    wrong,
    isReadable &&
      act !== "discard" &&
      act !== "decide" &&
      h("button", { class: "btn btn--quiet", onclick: () => remove(entry) }, t`Ta bort`),
  );
}

/** @param {import("../app.js").App} app @param {Entry} entry @param {import("../core/needs.js").Act} act
 * @param {HTMLElement} wrong */
async function doIt(app, entry, act, wrong) {
  switch (act) {
    case "copy":
      await (await import("./rescue_out.js")).saveCopy(app);
      return;
    case "discard":
      await app.settle((book) => book.decide("discard", entry.id));
      app.say(t`Borttagen här. Det som är mottaget gäller som förut.`);
      return;
    default:
      wrong.textContent = await change(app, entry);
  }
}

/** @param {Entry} entry @param {number} now */
function whenOf({ activity }, now) {
  const minutes = minutesOf(activity);
  const day = dayName(local(activity.started).date, local(now).date);
  return [`${day} ${clockOf(activity.started)}`, minutes ? length(minutes) : ""].filter(Boolean).join(" · ");
}
