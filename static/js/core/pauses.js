/** Why nothing is sent, and what to do about it, in the person's own words. */

import { counted } from "./calendar.js";

/** Why nothing is sent, and what to do; null while sending goes on.
 * @param {import("./shapes").Sending["paused"]} paused @param {number} waiting @param {string} name whose log this is */
export function pauseSentence(paused, waiting, name) {
  const lying = waiting
    ? `${waiting === 1 ? "Din aktivitet" : `Dina ${counted(waiting, "aktivitet", "aktiviteter")}`} ligger kvar i telefonen.`
    : "";
  switch (paused) {
    case "reauth":
      return `Logga in igen för att skicka. ${lying}`;
    case "other_user":
      return `Någon annan är inloggad. Logga in som ${name} för att skicka. ${lying}`;
    case "revoked":
      return `Telefonen är spärrad och kan inte skicka. ${lying} Spara en kopia under Mer.`;
    case "old_app":
      return `Appen är för gammal för att skicka. ${lying} Öppna den igen med nät.`;
    default:
      return null;
  }
}
