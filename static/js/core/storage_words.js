/** How safely the phone keeps what is saved, in words. */

import { t } from "./texts.js";

/** @typedef {{kept: boolean, used: number | null, room: number | null}} Storage bytes; null where the browser does not say */

const LITTLE = 20_000_000;

/** @param {Storage} storage @param {number} unsent @returns {{promise: string, size: string, full: string}} */
export function storageWords({ kept, used, room }, unsent) {
  const isFull = room !== null && room < LITTLE;
  const left = room === null ? "" : t` Det finns plats för ${amount(room)} till.`;
  return {
    promise: kept
      ? t`Webbläsaren har lovat att behålla det som sparas.`
      : t`Webbläsaren har inte lovat att behålla det som sparas: den kan rensa om telefonen blir full.`,
    size: used === null ? "" : t`Fältlogg använder ${amount(used)}.${left}`,
    full: isFull
      ? t`Telefonen är nästan full. ${unsent ? t`Spara en kopia av det som väntar.` : t`Ta bort något annat, så att det går att spara.`}`
      : "",
  };
}

/** "4,2 MB", "38 GB". @param {number} bytes */
function amount(bytes) {
  if (bytes >= 1e9) {
    return `${Math.round(bytes / 1e9)} GB`;
  }
  const megabytes = bytes / 1e6;
  return `${megabytes < 10 ? megabytes.toFixed(1).replace(".", t`,`) : Math.round(megabytes)} MB`;
}
