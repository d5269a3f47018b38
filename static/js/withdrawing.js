/** Entries taken back, each under its own id: what is counted is counted off again. */

import { discarding, retraction } from "./core/taking_back.js";

/** What was refused is thrown away, and the server is told. All are taken back, or none.
 * @param {import("./logbook.js").Logbook} book @param {readonly string[]} ids @param {string} [reason]
 * @param {import("./device/store.js").Along} [along] what changes with it, or neither */
export async function withdraw(book, ids, reason, along) {
  const entries = book.entries.filter(({ id, state }) => ids.includes(id) && state !== "removed");
  const bodies = entries.map(({ id, municipality, rev, state }) => {
    const frame = {
      activity_id: id,
      municipality,
      captured: book.powers.captured(),
      ...(reason && { reason }),
    };
    const isRefused = state === "need" && rev === null;
    return isRefused ? discarding(frame) : retraction({ ...frame, base_rev: rev ?? 1 });
  });
  if (bodies.length) {
    await book.seal(bodies, along);
  }
}
