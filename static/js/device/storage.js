/** How safely the phone keeps what is saved, and the file that rescues it. */

/** Asks the browser to keep our data when it clears up. */
export const persist = async () => (await navigator.storage?.persist?.()) ?? false;

/** What the browser says; it may not know. @returns {Promise<{kept: boolean, used: number | null, room: number | null}>} bytes */
export async function state() {
  const kept = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
  const { usage = null, quota = null } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return { kept, used: usage, room: quota !== null && usage !== null ? quota - usage : null };
}

/** Hands the person a file. @param {string} name @param {string} text @param {string} [type] */
export function handOver(name, text, type = "application/json") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
