/** The worker that keeps the second copy, each text in two files by turns: one of them is whole, whenever the power goes. */

import { digest } from "./digest.js";

const SHARED = "readwrite-unsafe"; // several tabs at once: they take turns by a lock of ours

/** @typedef {{mode?: string, getSize(): number, truncate(size: number): void, flush(): void, close(): void,
 *   read(into: Uint8Array, where: {at: number}): number, write(from: Uint8Array, where: {at: number}): number}} Slot */

/** @type {Record<string, Slot[]>} */
const kept = {};
let serving = Promise.resolve();

addEventListener("message", ({ data, ports: [port] }) => {
  serving = serving.then(async () => {
    try {
      port?.postMessage({ text: await serve(data) });
    } catch (reason) {
      port?.postMessage({ fault: String(reason) });
    }
  });
});

/** @param {import("./second_copy.js").Wish} wish @returns {Promise<string>} what is there now */
async function serve({ name, write, over }) {
  const slots = kept[name] ?? (await opened(name));
  const found = await Promise.all(slots.map(contentOf));
  const isFirst = (found[0]?.turn ?? 0) >= (found[1]?.turn ?? 0);
  const [newest, oldest] = /** @type {[Slot, Slot]} */ (isFirst ? slots : [...slots].reverse());
  const { turn, text } = found[isFirst ? 0 : 1] ?? { turn: 0, text: "" };
  const isOurs = write !== undefined && text === over;
  if (isOurs) {
    await put(oldest, turn + 1, write);
    newest.truncate(0); // what is settled is to lie here no longer
  }
  if (slots[0]?.mode === SHARED) {
    kept[name] = slots;
  } else {
    slots.forEach((slot) => void slot.close()); // another tab has the next turn
  }
  return isOurs ? write : text;
}

/** @param {string} name @returns {Promise<Slot[]>} */
async function opened(name) {
  const folder = await navigator.storage.getDirectory();
  const open = async (/** @type {string} */ which) => {
    const file = await folder.getFileHandle(`${name}-${which}`, { create: true });
    return /** @type {any} */ (file).createSyncAccessHandle({ mode: SHARED });
  };
  return Promise.all(["a", "b"].map(open));
}

/** @param {Slot} slot @returns {Promise<{turn: number, text: string} | null>} null where it is not whole */
async function contentOf(slot) {
  const bytes = new Uint8Array(slot.getSize());
  slot.read(bytes, { at: 0 });
  const [, turn = "", sum, text = ""] = /^(\d+) (\w+)\n(.*)$/su.exec(new TextDecoder().decode(bytes)) ?? [];
  return sum && sum === (await digest(turn + text)) ? { turn: Number(turn), text } : null;
}

/** @param {Slot} slot @param {number} turn @param {string} text */
async function put(slot, turn, text) {
  const bytes = new TextEncoder().encode(`${turn} ${await digest(turn + text)}\n${text}`);
  slot.truncate(0);
  if (slot.write(bytes, { at: 0 }) < bytes.length) {
    throw new Error("the disk is full");
  }
  slot.flush();
}
