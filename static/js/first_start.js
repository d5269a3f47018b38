/** What waits until the server has told what its user has logged: so that little hinders that, and nothing jumps for it. */

import { planOf } from "./planning.js";

/** @typedef {import("./logbook.js").Logbook} Logbook */

const PATIENCE = 10_000;
const AT_REST = 1_000;

/** Resolves once the server has told, or when that has been waited for. @param {Logbook} book
 * @param {number} [patience] milliseconds; as long as it takes @param {() => unknown} [isThere] what else is to have come */
export const whenTold = (book, patience, isThere = () => true) =>
  new Promise((/** @type {(value?: unknown) => void} */ done) => {
    const end = () => {
      unwatch();
      done();
    };
    const look = async () => book.isTold && (await isThere()) && end();
    const unwatch = book.watch(() => void look().catch(() => {})); // where the storage gives way: at the next word
    if (patience) {
      setTimeout(end, patience);
    }
    void look().catch(() => {});
  });

/** The way to the home screen is offered below all else, once all else is there: nothing pushes it down.
 * @param {import("./app.js").App} app */
export async function offerLast(app) {
  await whenTold(app.book);
  const drawing = Promise.all([
    import("./ui/planned.js"),
    import("./ui/styles.js"),
    // What the first needs in turn: found one in the other, each would wait for the one before.
    import("./ui/planned_row.js"),
    import("./ui/planned_why.js"),
    import("./ui/dots.js"),
    import("./core/personal_data.js"),
  ]);
  const styled = drawing.then(([, { withStyles }]) => withStyles()); // on their way while the plan is
  styled.catch(() => {}); // told below
  await whenTold(app.book, PATIENCE, () => planOf(app.book));
  const [{ showPlanned }] = await drawing;
  await showPlanned(/** @type {HTMLElement} */ (document.querySelector("[data-part=planned]")), app);
  await styled; // where another has begun to show it
  await new Promise((done) => setTimeout(done, AT_REST));
  const { offerHomeScreen } = await import("./ui/install_hint.js");
  offerHomeScreen(app);
}
