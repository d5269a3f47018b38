/** The way to the home screen, step by step, for one platform. */

import { t } from "./texts.js";

/** @param {import("./platform.js").Platform} platform @returns {string} */
export function installWords(platform) {
  switch (platform) {
    case "ios": // what lies on its home screen has a memory of its own: found out underground, it is too late
      return t`Tryck på Dela i Safari, välj Lägg till på hemskärmen och tryck på Lägg till. Öppna den därifrån medan du har nät, och logga in igen om den frågar.`;
    case "android":
      return t`Öppna webbläsarens meny med tre punkter och välj Lägg till på startskärmen eller Installera app.`;
    case "firefox-android":
      return t`Öppna menyn med tre punkter i Firefox och välj Lägg till på startskärmen.`;
    case "safari":
      return t`Öppna Arkiv i menyraden och välj Lägg till i Dock.`;
    case "firefox":
      return t`Firefox på datorn installerar inga appar. Spara sidan som bokmärke, eller öppna den i Chrome eller Edge.`;
    default:
      return t`Tryck på installationsikonen i adressfältet, eller öppna menyn och välj Installera Fältlogg.`;
  }
}

/** Every platform by its name, for who helps somebody else. @returns {[import("./platform.js").Platform, string][]} */
export const platforms = () => [
  ["ios", t`iPhone och iPad`],
  ["android", t`Android med Chrome, Edge eller Samsung Internet`],
  ["firefox-android", t`Android med Firefox`],
  ["desktop", t`Dator med Chrome eller Edge`],
  ["safari", t`Mac med Safari`],
  ["firefox", t`Dator med Firefox`],
];
