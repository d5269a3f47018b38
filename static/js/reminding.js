/** Being reminded on this phone: who asked for it here, told to the server anew once a day, ended when they leave. */

import * as push from "./device/push.js";

/** @typedef {import("./core/reminder_words.js").Reminding} Reminding */
/** @typedef {import("./logbook.js").Logbook} Logbook */

const DAY = 86_400_000;

/** How it stands, without asking anybody. @param {Logbook} book @returns {Reminding} */
export function standing({ who }) {
  const support = push.support();
  if (support !== "supported") {
    return support;
  }
  if (push.isDenied()) {
    return "denied";
  }
  return asked()?.user === who.user.id ? "on" : "off";
}

/** @param {Logbook} book @returns {Promise<Reminding>} */
export async function turnOn(book) {
  return note(book, await push.subscribe(await phoneOf(book)));
}

/** @returns {Promise<Reminding>} */
export async function turnOff() {
  localStorage.removeItem("reminds");
  await push.unsubscribe().catch(() => {}); // the server forgets it when the push service does
  return "off";
}

/** At a start: another person's reminders end here, one's own are told of anew once a day. @param {Logbook} book */
export async function renew(book) {
  const last = asked();
  if (last && last.user !== book.who.user.id) {
    await turnOff();
  } else if (last && Math.abs(book.powers.now() - last.at) > DAY) {
    const state = await push.renew(await phoneOf(book));
    if (state !== "unreachable") {
      note(book, state);
    }
  }
}

/** @param {Logbook} book @param {Reminding} state */
function note({ who, powers }, state) {
  if (state === "on") {
    localStorage.setItem("reminds", JSON.stringify({ user: who.user.id, at: powers.now() }));
  } else {
    localStorage.removeItem("reminds");
  }
  return state;
}

/** @returns {{user: string, at: number} | null} */
const asked = () => JSON.parse(localStorage.getItem("reminds") ?? "null");

/** @param {Logbook} book */
const phoneOf = async ({ log }) => ({
  stream_id: await log.fact("stream_id"),
  language: document.documentElement.lang,
});
