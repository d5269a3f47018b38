/** Messages through the browser's own push service, where the platform has one. */

import { ask, HEADERS } from "./network.js";

/** @typedef {import("../core/reminder_words.js").Reminding} Reminding */

const PATIENCE = 20_000; // a push service that cannot be reached may never answer

/** Whether the platform has push messages; the phones of Apple only for an app on the home screen.
 * @returns {"supported" | "unsupported" | "not installed"} */
export function support() {
  if (globalThis.PushManager && globalThis.Notification && navigator.serviceWorker) {
    return "supported";
  }
  return /iPhone|iPad/.test(navigator.userAgent) && !matchMedia("(display-mode: standalone)").matches
    ? "not installed"
    : "unsupported";
}

export const isDenied = () => Notification.permission === "denied";

/** Asks the person, the browser and the server, in that order. @param {{stream_id: string, language: string}} phone
 * @returns {Promise<Reminding>} */
export async function subscribe(phone) {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") {
    return permission === "denied" ? "denied" : "dismissed";
  }
  const answer = await ask("/api/v1/push/key");
  if (answer === null || answer === "slow" || answer.status !== 200) {
    return "unreachable";
  }
  const key = answer.json.public_key;
  if (!key) {
    return "not set up";
  }
  const subscription = await inTime(subscribed(key));
  return subscription ? handIn(subscription, phone) : "unreachable";
}

/** Tells the server of the subscription as it is now: the browser may have changed it, or taken it back.
 * @param {{stream_id: string, language: string}} phone @returns {Promise<Reminding>} */
export async function renew(phone) {
  const subscription = await current();
  return subscription ? handIn(subscription, phone) : "off";
}

/** Ends it in the browser and on the server; where one is not reached the other is enough. */
export async function unsubscribe() {
  const subscription = await current();
  if (subscription) {
    const body = JSON.stringify({ endpoint: subscription.endpoint });
    const told = ask("/api/v1/push/subscriptions", { method: "DELETE", headers: HEADERS, body });
    await Promise.all([told, inTime(subscription.unsubscribe())]);
  }
}

/** @param {string} key */
async function subscribed(key) {
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await pushManager.subscribe(options);
  } catch (reason) {
    if (/** @type {Error} */ (reason).name !== "InvalidStateError") {
      throw reason;
    }
    await (await pushManager.getSubscription())?.unsubscribe(); // under a key that is no longer the server's
    return pushManager.subscribe(options);
  }
}

const current = () =>
  inTime(navigator.serviceWorker.ready.then(({ pushManager }) => pushManager.getSubscription()));

/** @param {PushSubscription} subscription @param {{stream_id: string, language: string}} phone @returns {Promise<Reminding>} */
async function handIn(subscription, { stream_id, language }) {
  const { endpoint, keys } = subscription.toJSON();
  const body = JSON.stringify({ endpoint, keys, stream_id, language });
  const answer = await ask("/api/v1/push/subscriptions", { method: "POST", headers: HEADERS, body });
  if (answer === null || answer === "slow") {
    return "unreachable";
  }
  return ANSWERS[answer.status] ?? "unreachable";
}

/** @type {Readonly<Record<number, Reminding>>} */
const ANSWERS = { 204: "on", 404: "not yours", 409: "not set up", 410: "not yours" };

/** The answer, or null where there is none in time. @template T @param {Promise<T>} asked @returns {Promise<T | null>} */
const inTime = (asked) =>
  Promise.race([
    asked.catch(() => null),
    new Promise((/** @type {(none: null) => void} */ done) => setTimeout(() => done(null), PATIENCE)),
  ]);
