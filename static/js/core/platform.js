/** How an app gets onto the home screen, by what the browser says of itself; a guess that only words depend on. */

/** @typedef {"ios" | "android" | "firefox-android" | "desktop" | "firefox" | "safari"} Platform */

/** @param {string} agent @param {number} touches points that the screen takes at once @returns {Platform} */
export function platformOf(agent, touches) {
  // An iPad says that it is a Mac, but no Mac is touched.
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touches > 1)) {
    return "ios";
  }
  if (/Android/.test(agent)) {
    return /Firefox/.test(agent) ? "firefox-android" : "android";
  }
  if (/Firefox/.test(agent)) {
    return "firefox";
  }
  return /Macintosh/.test(agent) && /Safari/.test(agent) && !/Chrom/.test(agent) ? "safari" : "desktop";
}
