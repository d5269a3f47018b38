/** Several tabs of one phone: one of them sends, all of them hear what another did. */

const LEASE = 60_000;

/** Runs the task in one tab alone; where another is at it, not at all. `steal` takes over from one that hangs.
 * @param {string} name @param {boolean} steal @param {() => Promise<void>} task */
export async function alone(name, steal, task) {
  if (navigator.locks) {
    const options = steal ? { steal: true } : { ifAvailable: true };
    await navigator.locks.request(name, options, (lock) => (lock ? task() : undefined));
    return;
  }
  // Without Web Locks a lease that runs out; two senders at once cost bytes, never a record.
  const held = Number(localStorage.getItem(name) ?? 0);
  if (held > Date.now() && !steal) {
    return;
  }
  localStorage.setItem(name, String(Date.now() + LEASE));
  try {
    await task();
  } finally {
    localStorage.removeItem(name);
  }
}

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("faltlogg") : null;

/** @param {"changed" | "who"} what */
export const tell = (what) => channel?.postMessage(what);

/** @param {(what: "changed" | "who") => void} heard */
export function listen(heard) {
  channel?.addEventListener("message", ({ data }) => heard(data));
}
