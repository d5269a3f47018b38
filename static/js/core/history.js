/** What others did with an entry, and where it came from: told where entries are read, not where they are made. */

import { BY_THE_DESK } from "./entries.js";

/** @typedef {{corrected: boolean, taken_in: boolean, reason: string, merged_into: string | null, changed_at: number | null,
 *   refused: {at: number, reason: string} | null, origin: "here" | "phone" | "elsewhere"}} History
 *   `corrected`: its newest version is a coordinator's, `taken_in` that it is so by being taken in; `reason` their words;
 *   `merged_into` what it is part of now; `changed_at` when the server took a version that this phone did not make;
 *   `refused` is what a coordinator said no to last; logged on this phone, on another, or by file or desk */

/** @param {import("./shapes").Entry} entry @returns {History} */
export function historyOf({ past: { items, change, ahead } }) {
  const decision = items.at(-1)?.decision;
  return {
    corrected: BY_THE_DESK.has(ahead?.kind ?? ""),
    taken_in: Boolean(ahead?.settles),
    reason: ahead?.reason ?? "",
    merged_into: ahead?.merged_into ?? null,
    changed_at: ahead?.saved_at ?? null,
    refused: decision?.reason ? decision : null,
    origin: items.length ? "here" : change?.stream_id ? "phone" : "elsewhere",
  };
}
