/** Why nothing is sent, and the one way out of it, in the person's own words. */

import { counted } from "./calendar.js";
import { t } from "./texts.js";

/** What the button does: follows a link, or starts the app anew. */
/** @typedef {{sentence: string, button: string, href: string | null}} Pause */

const SIGN_IN = "/logga-in?next=/";

/** Null while sending goes on.
 * @param {import("./shapes").Sending["paused"] | "storage"} paused @param {number} waiting @param {string} name whose log this is
 * @returns {Pause | null} */
export function pauseOf(paused, waiting, name) {
  const lying = waiting
    ? t` ${waiting === 1 ? t`Din aktivitet` : t`Dina ${counted(waiting, t`aktivitet`, t`aktiviteter`)}`} ligger kvar i telefonen.`
    : "";
  switch (paused) {
    case "reauth":
      return { sentence: t`Logga in igen för att skicka.${lying}`, button: t`Logga in`, href: SIGN_IN };
    case "other_user":
      return {
        sentence: t`Någon annan är inloggad. Logga in som ${name} för att skicka.${lying}`,
        button: t`Logga in`,
        href: SIGN_IN,
      };
    case "revoked":
      return {
        sentence: t`Telefonen är spärrad och kan inte skicka.${lying} Spara en kopia och skicka in den från en annan telefon.`,
        button: t`Spara en kopia`,
        href: "/mer#telefonen",
      };
    case "old_app":
      return {
        sentence: t`Appen är för gammal för att skicka.${lying} Öppna den igen när du har nät.`,
        button: t`Öppna igen`,
        href: null,
      };
    case "storage":
      return {
        sentence: t`Telefonens minne svarar inte. Det som är sparat ligger kvar. Öppna appen igen.`,
        button: t`Öppna igen`,
        href: null,
      };
    default:
      return null;
  }
}
