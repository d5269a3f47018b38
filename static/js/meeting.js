/** The phone meets the server: who is signed in, and whether what waits may go. */

import * as network from "./device/network.js";
import { who } from "./device/store.js";
import { tell } from "./device/tabs.js";

/** @typedef {import("./app.js").Early} Early */

/** Whoever is signed in: as the start was told, where it asked, and from then on as the server says now. */
async function whoIsHere() {
  const early = /** @type {Early} */ (globalThis);
  const first = await early.faltloggFirst?.session;
  delete early.faltloggFirst?.session;
  return first ?? network.session();
}

/** Sending goes on for the same person alone; another one gets a log of their own.
 * @param {import("./courier.js").Courier} courier */
export async function meet({ app: { book, release }, sender, figures }) {
  const found = await whoIsHere();
  if (found === undefined) {
    void sender.run();
    return;
  }
  if (found === null) {
    sender.pause("reauth");
    return;
  }
  if (found === "shut out") {
    void sender.wake({ signedIn: true });
    return;
  }
  if (found.user.id !== book.who.user.id) {
    await who.setLast(found);
    tell("who");
    location.reload();
    return;
  }
  // The municipality in use is the phone's own choice; the server hears of it, it does not decide.
  const kept = found.municipalities.some(({ code }) => code === book.who.current)
    ? book.who.current
    : found.current;
  book.who = { ...found, current: kept };
  await who.setLast(book.who);
  await sender.wake({ signedIn: true });
  await figures();
  if (await (await import("./comparing.js")).compare(book, release)) {
    await sender.wake();
  }
}
