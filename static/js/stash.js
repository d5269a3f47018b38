/** WebKit may lose its database until the page is loaded anew: a draft goes along in the history and is saved then. */

import { isQuota } from "./device/store.js";

/** Once for a draft: a second failure is told. @param {import("./core/shapes").Draft} draft @param {unknown} reason */
export function startAnewWith(draft, reason) {
  if (reason instanceof DOMException && !isQuota(reason) && !history.state?.stash) {
    history.replaceState({ ...history.state, stash: draft }, "");
    location.reload();
  }
}

/** @param {import("./app.js").App} app */
export async function saveWhatCameAlong(app) {
  const { stash, ...state } = history.state;
  await app.save(
    stash,
    (saved) => void app.screens.replace("/", { saved }),
    () => void app.screens.replace("/ny", { draft: stash }),
  );
  history.replaceState({ ...state, ...history.state, stash: undefined }, "");
}
