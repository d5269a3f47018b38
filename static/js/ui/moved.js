/** Under a finger on its way down: rows of Igen that have shifted mean nothing for a moment. */

import { part } from "./dom.js";

const REST = 600; // milliseconds
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
let stood = 0; // where the rows of Igen last stood; nowhere while Logga is hidden

/** What stands as the screen comes has not shifted. */
export function arrived() {
  stood = 0;
}

/** Something on Logga changed. If the rows of Igen shifted, a finger on its way down means none of them.
 * @param {boolean} [isReordered] */
export function moved(isReordered) {
  const rows = part(document.body, "again");
  if (!stood && !isReordered) {
    // It has come just now, and was not seen before: it is laid out for the frame, and not for us.
    requestAnimationFrame(() => {
      stood ||= rows.offsetTop;
    });
    return;
  }
  const { offsetTop, style } = rows;
  const isShifted = stood && stood !== offsetTop;
  stood = offsetTop;
  if (!isShifted && !isReordered) {
    return;
  }
  style.pointerEvents = "none";
  clearTimeout(resting);
  resting = setTimeout(() => {
    style.pointerEvents = "";
  }, REST);
}
