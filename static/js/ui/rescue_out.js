/** Saves a copy of what waits: a file in the person's hand, to be brought in on another phone. */

import { local } from "../core/calendar.js";
import { rescueFile } from "../core/rescue.js";
import { t } from "../core/texts.js";
import { handOver } from "../device/storage.js";

/** @param {import("../app.js").App} app */
export async function saveCopy(app) {
  const { book } = app;
  const [items, stream] = await Promise.all([book.log.items(), book.log.fact("stream_id")]);
  const text = rescueFile(items, book.who.user, stream, book.powers.now());
  handOver(`faltlogg-${local(book.powers.now()).date}.json`, text);
  app.say(t`Kopian är sparad.`);
}
