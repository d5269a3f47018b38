/** One tab at a time where the browser has no Web Locks: a lease that its holder renews, and that ends with it. */

const LEASE = 60_000;
const holder = crypto.randomUUID();

/** Two senders at once would cost bytes, never a record: the server's receipts decide.
 * @param {string} name @param {boolean} steal @param {() => Promise<void>} task */
export async function alone(name, steal, task) {
  if (isHeld(localStorage.getItem(name)) && !steal) {
    return;
  }
  const renew = () => localStorage.setItem(name, JSON.stringify({ holder, until: Date.now() + LEASE }));
  renew();
  const beat = setInterval(() => isMine(localStorage.getItem(name)) && renew(), LEASE / 4);
  try {
    await task();
  } finally {
    clearInterval(beat);
    if (isMine(localStorage.getItem(name))) {
      localStorage.removeItem(name);
    }
  }
}

/** A lease that seems to last longer than any was written by another clock. @param {string | null} lease */
function isHeld(lease) {
  const left = (read(lease)?.until ?? 0) - Date.now();
  return left > 0 && left <= LEASE;
}

/** @param {string | null} lease */
const isMine = (lease) => read(lease)?.holder === holder;

/** @param {string | null} lease @returns {{holder: string, until: number} | null} */
function read(lease) {
  try {
    return JSON.parse(lease ?? "null");
  } catch {
    return null;
  }
}
