/** The quiet row on Logga: why nothing is sent and the way out of it, or what the server noticed about this phone. */

import { noticesOf } from "../core/notices.js";
import { pauseOf } from "../core/pauses.js";
import { h, put } from "./dom.js";

/** @param {HTMLElement} root @param {import("../logbook.js").Logbook} book */
export function showRow(root, book) {
  const { sending, tally, who, notices, powers } = book;
  const pause = isWorthIt(book)
    ? pauseOf(sending.unreachable ? "storage" : sending.paused, tally.waiting, who.user.name)
    : null;
  const notice = pause ? undefined : noticesOf(notices, powers.now()).find(isNews);
  const sentence = pause?.sentence ?? notice?.sentence ?? "";
  if (root.dataset["told"] === sentence) {
    return; // nothing moves under a finger, and nothing is read out twice
  }
  root.dataset["told"] = sentence;
  root.hidden = sentence === "";
  root.classList.toggle("note--need", Boolean(pause));
  const away = notice && (() => void book.putAway(notice.code));
  put(
    root,
    h("span", {}, sentence),
    pause ? wayOut(pause) : notice && h("button", { class: "btn", onclick: away }, notice.button),
  );
}

/** What was told at an earlier start is kept under Mer and not told here again. @param {import("../core/notices.js").Notice} notice */
function isNews({ code, sentence }) {
  const told = /** @type {Record<string, string>} */ (JSON.parse(localStorage.getItem("noticed") ?? "{}"));
  const sign = code === "clock_off" ? code : sentence; // a clock drifts, and is the same news
  if (told[code] === sign && !here.has(code)) {
    return false;
  }
  here.add(code);
  localStorage.setItem("noticed", JSON.stringify({ ...told, [code]: sign }));
  return true;
}
/** Told since the app was started: stays until it is put away. @type {Set<string>} */
const here = new Set();

/** A session that ended says so once something waits for it. @param {import("../logbook.js").Logbook} book */
const isWorthIt = ({ sending: { paused }, tally: { waiting } }) => paused !== "reauth" || waiting > 0;

/** @param {import("../core/pauses.js").Pause} pause */
const wayOut = ({ button, href }) =>
  href
    ? h("a", { class: "btn btn--act", href }, button)
    : h("button", { class: "btn btn--act", onclick: () => location.reload() }, button);
