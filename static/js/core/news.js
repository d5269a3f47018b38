/** What those who do not see the screen are told of sending: how it ended, and none of the steps on the way. */

/** Nothing while it is under way. @param {import("./status_line.js").Line} line
 * @param {{waiting: number, need: number}} tally @param {import("./shapes").Sending} sending */
export function newsOf({ text, aside }, { waiting, need }, { paused, unreachable }) {
  if (unreachable || (paused && waiting)) {
    return `${text}, ${aside}.`;
  }
  // The time of the last sending is no news: it changes with every look.
  return waiting && !need ? "" : `${text}.`;
}
