/** What an entry opens to: what it counted for, who changed it and why, and what can be done with it. */

import { moment } from "../core/calendar.js";
import { again, emptyDraft } from "../core/draft.js";
import { factsOf } from "../core/facts.js";
import { historyOf } from "../core/history.js";
import { t } from "../core/texts.js";
import { change } from "./changing.js";
import { h, put } from "./dom.js";
import { pick } from "./form_what.js";

/** @typedef {import("../core/shapes").Entry} Entry */

/** What is said is sent as it stands, and read at the desk. */
const reasons = () => [t`Blev inte av`, t`Loggad två gånger`, t`Fel uppgifter`];

/** @param {import("../app.js").App} app @param {Entry} entry @param {(reason: string) => void} remove */
export function entryDetail(app, entry, remove) {
  const { book } = app;
  const reference = /** @type {any} */ ({ types: [], places: [], organisations: [], ...book.reference });
  const onTheLine = [t`Vad`, t`Var`, t`När`, t`Anteckning`];
  const facts = factsOf(reference, entry.activity, entry.note, book.powers.now())
    .filter(({ label, words }) => words && !onTheLine.includes(label))
    .filter(({ label, words }) => label !== t`Deltog` || words.includes(",")) // alone goes without saying
    .map(({ label, words }) => `${label}: ${words}.`);
  const stands = entry.state !== "removed";
  return h(
    "div",
    { class: "line__detail" },
    ...whatBecame(entry, book.powers.now()).map((sentence) => h("p", {}, sentence)),
    stands && countedFor(entry) && h("p", {}, countedFor(entry)),
    facts.length > 0 && h("p", { class: "second" }, facts.join(" ")),
    entry.note && h("p", { class: "second" }, `”${entry.note}”`),
    deeds(app, entry, remove),
  );
}

/** @param {Entry} entry */
function countedFor(entry) {
  const { counted_towards, state } = entry;
  const { corrected, origin } = historyOf(entry);
  if (corrected) {
    return ""; // the receipt was given for what it said before
  }
  const labels = counted_towards.map(({ label }) => label);
  if (labels.length) {
    return t`Räknades mot: ${labels.join(", ")}.`;
  }
  // Only the phone that sent it was told what it counted for.
  return state === "sent" && origin === "here" ? t`Räknades inte mot något åtagande.` : "";
}

/** What others did with it, and where it came from. @param {Entry} entry @param {number} now @returns {string[]} */
function whatBecame(entry, now) {
  const { corrected, taken_in, reason, merged_into, changed_at, refused, origin } = historyOf(entry);
  const stands = entry.state !== "removed";
  const by = taken_in ? t`Mottagen` : t`Rättad`;
  const why = reason ? `: ${unstopped(reason)}` : "";
  const when = changed_at ? ` ${moment(changed_at, now)}` : "";
  const received = entry.received_at ? t` Mottagen ${moment(entry.received_at, now)}.` : "";
  return [
    corrected && stands && t`${by} av samordnaren${when}${why}.`,
    refused && `${stands ? t`Ändringen avvisad` : t`Avvisad`} ${moment(refused.at, now)}.`,
    merged_into && t`Sammanförd med en annan aktivitet${when}${why}.`,
    !stands && !refused && !merged_into && !entry.withdrawing && t`Borttagen${when}${why}.`,
    origin === "phone" && t`Från en annan telefon.${received}`,
    origin === "elsewhere" && t`Inte loggad på den här telefonen.${received}`,
  ].filter((sentence) => typeof sentence === "string");
}

/** @param {string} words */
const unstopped = (words) => words.replace(/\.$/, "");

/** @param {import("../app.js").App} app @param {Entry} entry @param {(reason: string) => void} remove */
function deeds(app, entry, remove) {
  const { book } = app;
  const box = h("div", { class: "deeds" });
  const wrong = h("p", { class: "field__error", role: "alert" });
  const redo = () => {
    const empty = emptyDraft(book.who.current, book.who.user.organisation);
    void app.screens.go("/ny", { draft: again(empty, entry.activity) });
  };
  const alter = async () => {
    wrong.textContent = await change(app, entry);
  };
  // What the product makes itself is no one's to fill in anew.
  const known = book.reference?.types.find(({ code }) => code === entry.activity.type);
  const mayChange = entry.state !== "removed" && !known?.made_by_product;
  const offer = () => {
    put(
      box,
      mayChange && h("button", { class: "btn", onclick: alter }, t`Ändra`),
      h("button", { class: "btn", onclick: redo }, t`Logga igen`),
      entry.state !== "removed" && h("button", { class: "btn", onclick: askWhy }, t`Ta bort`),
    );
  };
  const askWhy = () => {
    put(box, whyRemoved(remove, offer));
    box.querySelector("input")?.focus();
  };
  offer();
  return h("div", { class: "stack" }, box, wrong);
}

/** @param {(reason: string) => void} remove @param {() => void} stay */
function whyRemoved(remove, stay) {
  let reason = "";
  const choices = reasons().map((word) =>
    pick(
      {
        group: "reason",
        checked: false,
        style: "",
        press: () => {
          reason = word;
        },
      },
      word,
    ),
  );
  const back = (/** @type {MouseEvent} */ { currentTarget }) => {
    const box = /** @type {HTMLElement} */ (currentTarget).closest(".deeds");
    stay();
    /** @type {HTMLElement | null} */ (box?.querySelector("button:last-child"))?.focus();
  };
  return h(
    "fieldset",
    { class: "why" },
    h("legend", {}, t`Varför tas den bort? `, h("span", { class: "second" }, t`Kan hoppas över.`)),
    h("div", { class: "grid" }, ...choices),
    h(
      "div",
      { class: "pair" },
      h("button", { class: "btn btn--act", type: "button", onclick: () => remove(reason) }, t`Ta bort`),
      h("button", { class: "btn", type: "button", onclick: back }, t`Behåll`),
    ),
  );
}
