/** The number on the app's icon: how many entries are not received yet, told anew whenever the outbox changes. */

/** @typedef {{setAppBadge?(count: number): Promise<void>, clearAppBadge?(): Promise<void>}} Icon */

/** Where the platform has no badge, or refuses one, nothing is missing: the line of state says the same.
 * @param {import("../logbook.js").Logbook} book @param {Icon} [icon] */
export function wearBadge(book, icon = /** @type {Icon} */ (navigator)) {
  let worn = -1; // whatever an earlier start left there
  const tell = () => {
    const { waiting, need } = book.tally;
    const count = waiting + need;
    if (count !== worn && !book.sending.unreachable) {
      worn = count;
      void put(icon, count);
    }
  };
  book.watch(tell);
  tell();
}

/** For the next person this phone has nothing to tell. @param {Icon} [icon] */
export const takeBadgeOff = (icon = /** @type {Icon} */ (navigator)) => put(icon, 0);

/** @param {Icon} icon @param {number} count */
async function put(icon, count) {
  try {
    await (count ? icon.setAppBadge?.(count) : icon.clearAppBadge?.());
  } catch {
    // an icon that takes no badge, or may not: the app itself tells
  }
}
