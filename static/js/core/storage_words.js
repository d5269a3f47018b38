/** How safely the phone keeps what is saved, in words. */

/** @typedef {{kept: boolean, used: number | null, room: number | null}} Storage bytes; null where the browser does not say */

const LITTLE = 20_000_000;

/** @param {Storage} storage @param {number} unsent @returns {{promise: string, size: string, full: string}} */
export function storageWords({ kept, used, room }, unsent) {
  const isFull = room !== null && room < LITTLE;
  const left = room === null ? "" : ` Det finns plats för ${amount(room)} till.`;
  return {
    promise: kept
      ? "Webbläsaren har lovat att behålla det som sparas."
      : "Webbläsaren har inte lovat att behålla det som sparas: den kan rensa om telefonen blir full.",
    size: used === null ? "" : `Fältlogg använder ${amount(used)}.${left}`,
    full: isFull
      ? `Telefonen är nästan full. ${unsent ? "Spara en kopia av det som väntar." : "Ta bort något annat, så att det går att spara."}`
      : "",
  };
}

/** "4,2 MB", "38 GB". @param {number} bytes */
function amount(bytes) {
  if (bytes >= 1e9) {
    return `${Math.round(bytes / 1e9)} GB`;
  }
  const megabytes = bytes / 1e6;
  return `${megabytes < 10 ? megabytes.toFixed(1).replace(".", ",") : Math.round(megabytes)} MB`;
}
