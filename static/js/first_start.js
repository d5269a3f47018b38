/** What a first start ends with: nothing of it hinders what is logged with, and nothing jumps for it. */

import { whenTold } from "./awaiting.js";
import { planOf } from "./planning.js";

const PATIENCE = 10_000;
const AT_REST = 1_000;

/** The way to the home screen is offered below all else, once all else is there: nothing pushes it down.
 * @param {import("./app.js").App} app @param {Promise<void>} beside what stands beside Igen */
export async function offerLast(app, beside) {
  await whenTold(app.book);
  await whenTold(app.book, PATIENCE, () => planOf(app.book));
  await beside;
  const { showPlanned } = await import("./ui/planned.js");
  await showPlanned(/** @type {HTMLElement} */ (document.querySelector("[data-part=planned]")), app);
  await new Promise((done) => setTimeout(done, AT_REST));
  const { offerHomeScreen } = await import("./ui/install_hint.js");
  offerHomeScreen(app);
}
