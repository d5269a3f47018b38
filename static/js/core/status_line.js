/** The one line of state: what waits, what is on its way, what needs its author; made from the outbox each time. */

import { moment } from "./calendar.js";

/** @typedef {{symbol: string, tone: string, text: string, aside: string}} Line */

/** @param {{waiting: number, need: number, held: number, received: number}} tally @param {import("./shapes").Sending} sending
 * @param {number} now @returns {Line} */
export function statusLine(tally, { active, paused, last_success, unreachable }, now) {
  if (unreachable) {
    return { symbol: "need", tone: "need", text: "Minnet svarar inte", aside: "öppna appen igen" };
  }
  const last = last_success === null ? "" : `senast skickat ${moment(last_success, now)}`;
  if (tally.need) {
    const aside = tally.waiting ? `${tally.waiting} väntar` : last;
    return { symbol: "need", tone: "need", text: `${tally.need} behöver dig`, aside };
  }
  if (!tally.waiting && tally.held) {
    return { symbol: "wait", tone: "wait", text: `${tally.held} hos samordnaren`, aside: last };
  }
  if (!tally.waiting) {
    const aside = last_success === null ? "" : moment(last_success, now);
    return tally.received
      ? { symbol: "kept", tone: "kept", text: "Allt skickat", aside }
      : { symbol: "notyet", tone: "wait", text: "Inget att skicka", aside: "" };
  }
  if (paused) {
    return { symbol: "wait", tone: "wait", text: `${tally.waiting} väntar`, aside: ASIDES[paused] };
  }
  return active
    ? { symbol: "wait", tone: "wait", text: `Skickar ${tally.waiting}`, aside: last }
    : { symbol: "wait", tone: "wait", text: `${tally.waiting} väntar på nät`, aside: last };
}

const ASIDES = {
  reauth: "logga in för att skicka",
  other_user: "någon annan är inloggad",
  revoked: "telefonen är spärrad",
  old_app: "appen behöver uppdateras",
};
