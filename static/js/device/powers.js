/** Clock, chance and digest: what the pure rules are handed. */

import { uuid7 } from "../core/operation.js";
import * as digesting from "./digest.js";

const boot = crypto.randomUUID();

export const now = () => Date.now();
export const elapsed = () => performance.now();
export const chance = () => Math.random();
export const newId = () => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
export const newStream = () => crypto.randomUUID();

/** What the clocks said when an entry was saved: lets the server judge a clock that is wrong. */
export const captured = () => ({
  wall: new Date().toISOString(),
  mono_ms: Math.round(performance.now()),
  boot_id: boot,
});

export const { digest } = digesting;

/** What may come later than what saves: on a line that fails it is asked for again.
 * @template T @param {() => Promise<T>} load @returns {Promise<T>} */
export async function surely(load) {
  try {
    return await load();
  } catch {
    await new Promise((done) => setTimeout(done, 10_000));
    return surely(load);
  }
}

/** Whether a second copy lies here from before: a phone that logs for the first time waits for none. */
export const hasSecondCopy = () =>
  navigator.storage
    ?.getDirectory?.()
    .then((files) => files.getFileHandle("copy-a"))
    .then(
      () => true,
      () => false,
    );
