/** Several tabs of one phone: one of them sends, all of them hear what another did. */

/** Runs the task in one tab alone; where another is at it, not at all. `steal` takes over from one that hangs.
 * @param {string} name @param {boolean} steal @param {() => Promise<void>} task @returns {Promise<void>} */
export async function alone(name, steal, task) {
  if (!navigator.locks) {
    return (await import("./lease.js")).alone(name, steal, task);
  }
  const options = steal ? { steal: true } : { ifAvailable: true };
  await navigator.locks.request(name, options, (lock) => (lock ? task() : undefined));
}

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("faltlogg") : null;

/** @param {"changed" | "who"} what */
export const tell = (what) => channel?.postMessage(what);

/** @param {(what: "changed" | "who") => void} heard */
export function listen(heard) {
  channel?.addEventListener("message", ({ data }) => heard(data));
}
