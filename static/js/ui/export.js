/** Saves own entries as a file: what the phone has of the last days, what waits too. */

import { local } from "../core/calendar.js";
import { tableOf } from "../core/table.js";
import { t } from "../core/texts.js";
import { handOver } from "../device/storage.js";

/** @param {import("../app.js").App} app */
export function saveTable(app) {
  const { book } = app;
  if (book.reference) {
    const name = `faltlogg-${local(book.powers.now()).date}.csv`;
    handOver(name, tableOf(book.entries, book.reference), "text/csv;charset=utf-8");
    app.say(t`Filen är sparad.`);
  }
}
