/** The service worker's registration, and the new release that waits for its turn. */

import { scriptAddress } from "./scripts.js";

/** @param {(takeOver: () => void) => void} onWaiting called when a new release is ready; it takes over when told */
export async function register(onWaiting) {
  if (!navigator.serviceWorker) {
    return;
  }
  if (document.body.dataset["worker"] === "off") {
    // It lets go by itself; a page that was loaded meanwhile may have kept it.
    await (await navigator.serviceWorker.getRegistration())?.unregister();
    return;
  }
  const registration = await navigator.serviceWorker.register(scriptAddress("/sw.js"), {
    updateViaCache: "none",
  });
  const offer = () => {
    const waiting = registration.waiting;
    if (waiting && navigator.serviceWorker.controller) {
      onWaiting(() => waiting.postMessage("take over"));
    }
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - asked > 3_600_000) {
      asked = Date.now();
      registration.update().catch(() => {}); // no network: next time
    }
  });
}

/** Calls when another release has taken over, in this tab or another. @param {() => void} taken */
export function onTakenOver(taken) {
  let isControlled = Boolean(navigator.serviceWorker?.controller);
  navigator.serviceWorker?.addEventListener("controllerchange", () => {
    if (isControlled) {
      taken();
    }
    isControlled = true; // the first worker of all only begins to keep the app
  });
}

/** Background Sync, where the browser has it: asks to be woken when there is network, should this page be asleep by then. */
export async function askForWakeUp() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await /** @type {any} */ (registration)?.sync?.register("send").catch(() => {}); // not allowed: timers do as well
}

/** @param {() => void} wake */
export function onWakeUp(wake) {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data === "send" && wake());
}
