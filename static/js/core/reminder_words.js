/** Påminn mig in words: whether this phone reminds, and where it does not, why and what to do instead. */

import { t } from "./texts.js";

/** @typedef {"on" | "off" | "unsupported" | "not installed" | "denied" | "dismissed" | "not set up" | "not yours" | "unreachable"} Reminding */

/** Whether there is something to switch. @param {Reminding} state */
export const canRemind = (state) => state !== "unsupported" && state !== "not installed";

/** What is to be said besides the switch; nothing where it says it all itself. @param {Reminding} state */
export function reminderWords(state) {
  switch (state) {
    case "unsupported":
      return t`Den här webbläsaren kan inte påminna. Vad som fattas står under Läget.`;
    case "not installed":
      return t`Lägg Fältlogg på hemskärmen och öppna den därifrån, så kan den påminna. Vad som fattas står under Läget.`;
    case "denied":
      return t`Fältlogg får inte visa meddelanden här. Tillåt det i telefonens inställningar för appen och slå sedan på igen.`;
    case "dismissed":
      return t`Webbläsaren fick inget ja på sin fråga. Slå på igen för att svara.`;
    case "not set up":
      return t`Din organisation har inte slagit på påminnelser. Vad som fattas står under Läget.`;
    case "not yours":
      return t`Påminnelser är till för dem som loggar.`;
    case "unreachable":
      return t`Det gick inte att slå på. Försök igen när det finns nät.`;
    default:
      return "";
  }
}
