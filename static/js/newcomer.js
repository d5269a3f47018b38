/** Nobody logs on this phone yet, or somebody who logs in no municipality: one way on, and nothing that came along is lost. */

import { endSession } from "./device/ending.js";
import { who } from "./device/store.js";
import { attachNobody } from "./ui/nobody.js";
import { attachScreens } from "./ui/screens.js";

/** @param {import("./core/shapes").Who | null | undefined} person signed in, without a municipality
 * @param {boolean} isAtAPlace whether a sign was scanned @param {string | undefined} shared what another app handed over */
export async function welcome(person, isAtAPlace, shared) {
  const nobody = (/** @type {string} */ _, /** @type {HTMLElement} */ root) =>
    Promise.resolve(attachNobody(root, person, endSession));
  await attachScreens(nobody).nobody();
  if (!person && isAtAPlace) {
    await (await import("./ui/visits.js")).offer(who);
  }
  if (shared) {
    (await import("./ui/shared.js")).tellNobody(shared);
  }
}
