/** Signing out, guarded while anything is unsent: it stays on the phone and waits for its own person. */

import { counted } from "../core/calendar.js";
import { t } from "../core/texts.js";
import { h } from "./dom.js";

/** @param {import("../app.js").App} app */
export async function askToSignOut(app) {
  const { tally, who } = app.book;
  const courier = await app.courier;
  const unsent = tally.waiting + tally.need;
  const leave = () =>
    courier.signOut().catch(async (reason) => {
      const { untilSaved } = await import("./not_saved.js");
      await untilSaved(() => courier.signOut(), reason);
    });
  if (unsent === 0) {
    await leave();
    return;
  }
  const lying =
    unsent === 1 ? t`Den ligger kvar i telefonen och skickas` : t`De ligger kvar i telefonen och skickas`;
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-labelledby": "leaving-title", onclose: () => dialog.remove() },
    h(
      "h2",
      { id: "leaving-title" },
      `${counted(unsent, t`aktivitet är inte skickad`, t`aktiviteter är inte skickade`)}`,
    ),
    h("p", {}, t`${lying} först när ${who.user.name} loggar in här igen. Ingen annan kan se dem.`),
    h("button", { class: "btn btn--primary btn--wide", onclick: () => dialog.close() }, t`Stanna kvar`),
    h("button", { class: "btn btn--wide", onclick: leave }, t`Logga ut ändå`),
  );
  document.body.append(dialog);
  dialog.showModal();
}
