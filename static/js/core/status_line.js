/** The one line of state: what waits, what is on its way, what needs its author; made from the outbox each time. */

import { moment } from "./calendar.js";
import { t } from "./texts.js";

/** @typedef {{symbol: string, tone: string, text: string, aside: string}} Line */

/** @param {{waiting: number, need: number, held: number, received: number}} tally @param {import("./shapes").Sending} sending
 * @param {number} now @returns {Line} */
export function statusLine(tally, { active, paused, last_success, unreachable }, now) {
  if (unreachable) {
    return { symbol: "need", tone: "need", text: t`Minnet svarar inte`, aside: t`öppna appen igen` };
  }
  const last = last_success === null ? "" : t`senast skickat ${moment(last_success, now)}`;
  if (tally.need) {
    const aside = tally.waiting ? t`${tally.waiting} väntar` : last;
    return { symbol: "need", tone: "need", text: t`${tally.need} behöver dig`, aside };
  }
  if (!tally.waiting && tally.held) {
    return { symbol: "wait", tone: "wait", text: t`${tally.held} hos samordnaren`, aside: last };
  }
  if (!tally.waiting) {
    const aside = last_success === null ? "" : moment(last_success, now);
    return tally.received
      ? { symbol: "kept", tone: "kept", text: t`Allt skickat`, aside }
      : { symbol: "notyet", tone: "wait", text: t`Inget att skicka`, aside: "" };
  }
  if (paused) {
    return { symbol: "wait", tone: "wait", text: t`${tally.waiting} väntar`, aside: asideOf(paused) };
  }
  return active
    ? { symbol: "wait", tone: "wait", text: t`Skickar ${tally.waiting}`, aside: last }
    : { symbol: "wait", tone: "wait", text: t`${tally.waiting} väntar på nät`, aside: last };
}

/** @param {NonNullable<import("./shapes").Sending["paused"]>} paused */
const asideOf = (paused) =>
  ({
    reauth: t`logga in för att skicka`,
    other_user: t`någon annan är inloggad`,
    revoked: t`telefonen är spärrad`,
    old_app: t`appen behöver uppdateras`,
  })[paused];
