/** Practice: the app as it is, over a pretended server and databases of its own; begun under Mer, ended with one tap. */

import { answerTo, ETAG, NOBODY, worldOf } from "./core/practice.js";
import { rowsOf } from "./core/practice_rows.js";
import { newStream } from "./device/powers.js";
import { pretend, sweep } from "./device/pretended.js";
import { openLog, who } from "./device/store.js";
import { planOf } from "./planning.js";
import { attachBand } from "./ui/practice_band.js";

/** @typedef {import("./core/practice.js").Trouble} Trouble */
/** @typedef {import("./core/practice.js").World} World */

// What this tab alone knows, until it is closed: a phone that is put away in the middle starts in earnest.
const WORLD = "practice";
const TROUBLE = "practice-trouble";
// Said to every tab: something may lie about that is to be swept up.
const TRACES = "practised";

/** From the real app to practice. @param {import("./logbook.js").Logbook} book */
export async function enter(book) {
  const { who: person, reference, entries, powers } = book;
  const world = worldOf(person, reference);
  const rows = rowsOf(world, entries, powers.now());
  const times = ((await planOf(book))?.times ?? []).map((time) => ({ ...time, outcome: null }));
  sessionStorage.setItem(WORLD, JSON.stringify({ ...world, rows, times }));
  localStorage.setItem(TRACES, "1");
  leavePage();
}

/** At the start of a page that practises, before anything else: what is real is out of reach from here on. */
export async function begin() {
  /** @type {World} */
  const world = JSON.parse(sessionStorage.getItem(WORLD) ?? "");
  let trouble = /** @type {Trouble} */ (sessionStorage.getItem(TROUBLE) ?? "");
  let isOpen = false;
  /** @param {Trouble} next */
  const change = (next) => {
    trouble = next;
    sessionStorage.setItem(TROUBLE, next);
    window.dispatchEvent(new Event("online")); // whatever it is now: the sender looks for itself
  };
  pretend(
    (asked) => {
      const told = answerTo(asked, world, trouble, Date.now());
      if (told?.json?.results?.some((/** @type {{status: string}} */ { status }) => status === "rejected")) {
        band.choose(""); // one is enough to learn from: mended, it is received
      }
      return told;
    },
    () => isOpen && trouble === "full",
  );
  const band = attachBand(trouble, change, leave);
  await who.setLast(world.who);
  await layWorld(world);
  isOpen = true;
}

/** The words, places and figures are there from the start, and rows to press, whatever goes wrong. @param {World} world */
async function layWorld({ who: { current }, reference, rows = [], times = [] }) {
  const { during, setFact } = openLog(NOBODY, newStream);
  await setFact(`reference ${current}`, { reference, etag: ETAG, checked_at: Date.now() });
  await setFact(`plan ${current}`, { times, titles: {}, etag: ETAG, checked_at: 0 });
  await during(["pulled"], "strict", async (store) => rows.forEach((row) => void store("pulled").put(row)));
}

/** Ends it: the real app sweeps up behind it. */
function leave() {
  sessionStorage.removeItem(WORLD);
  sessionStorage.removeItem(TROUBLE);
  leavePage();
}

/** A page that comes back by the back button is of the other kind: it starts anew, as what is said by then. */
function leavePage() {
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  location.replace("/");
}

/** At the start of the real app: takes away what practice left, however it ended. */
export async function sweepUp() {
  if (localStorage.getItem(TRACES) && !sessionStorage.getItem(WORLD)) {
    await sweep(NOBODY);
    localStorage.removeItem(TRACES);
  }
}
