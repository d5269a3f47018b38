/** The quiet row on Logga: why nothing is sent and the way out of it, or what the server noticed about this phone. */

import { noticesOf } from "../core/notices.js";
import { pauseOf } from "../core/pauses.js";
import { h, put } from "./dom.js";

/** @param {HTMLElement} root @param {import("../app.js").App} app */
export function showRow(root, app) {
  const { book } = app;
  const { tally, who, notices, powers } = book;
  const pause = pauseOf(stopOf(book), tally.waiting, who.user.name);
  const notice = pause ? undefined : noticesOf(notices, powers.now()).find(isNews);
  const sentence = pause?.sentence ?? notice?.sentence ?? "";
  if (root.dataset["told"] === sentence) {
    return; // nothing moves under a finger, and nothing is read out twice
  }
  root.dataset["told"] = sentence;
  root.hidden = sentence === "";
  root.classList.toggle("note--need", Boolean(pause));
  const away = notice && (() => void book.decide("putAway", notice.code));
  put(
    root,
    h("span", {}, sentence),
    pause ? wayOut(pause, app) : notice && h("button", { class: "btn", onclick: away }, notice.button),
  );
}

/** What was told at an earlier start is kept under Mer and not told here again. @param {import("../core/notices.js").Notice} notice */
function isNews({ code, sign }) {
  const told = /** @type {Record<string, string>} */ (JSON.parse(localStorage.getItem("noticed") ?? "{}"));
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
function stopOf({ sending: { paused, unreachable }, tally: { waiting } }) {
  if (unreachable) {
    return "storage";
  }
  return paused === "reauth" && waiting === 0 ? null : paused;
}

/** @param {import("../core/pauses.js").Pause} pause @param {import("../app.js").App} app */
const wayOut = ({ button, href }, { takeOver }) =>
  href
    ? h("a", { class: "btn btn--act", href }, button)
    : h(
        "button",
        { class: "btn btn--act", onclick: () => (takeOver ? takeOver() : location.reload()) },
        button,
      );
