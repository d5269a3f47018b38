/** Files of this origin that are flushed to the disk: what lies in them outlives the loss of IndexedDB. */

import { scriptAddress } from "./scripts.js";

/** @typedef {"copy" | "words"} Name */
/** @typedef {{name: Name, write?: string, over?: string}} Wish to read; or to write, over what is thought to be there */

/** @type {Worker | null} only workers may flush */
let clerk = null;
/** What lies there, as far as this page knows. @type {Partial<Record<Name, string>>} */
const known = {};

/** Puts another text in place of what is there, and resolves when that is on the disk; one change after the other,
 * whatever tab it comes from. @param {Name} name @param {(before: string) => string | Promise<string>} decide asked anew
 *   where another tab has written since @param {() => void} [onItsWay] said when the page has done its part */
export const change = (name, decide, onItsWay) =>
  inTurn(async () => {
    for (let text = null; text === null || text !== known[name]; ) {
      const before = known[name] ?? (await read(name));
      text = await decide(before);
      const asking = text === before ? text : ask({ name, write: text, over: before });
      onItsWay?.();
      known[name] = await asking;
    }
  });

/** @param {Name} name @returns {Promise<string>} */
export const read = (name) => ask({ name });

/** @param {() => Promise<void>} task */
const inTurn = async (task) => {
  await (navigator.locks ? navigator.locks.request("faltlogg-copy", task) : task());
};

/** @param {Wish} wish @returns {Promise<string>} what is there now */
async function ask(wish) {
  // What is done in practice is no one's to keep.
  if (!navigator.storage?.getDirectory || sessionStorage.getItem("practice")) {
    throw new DOMException("no files of an origin", "NotSupportedError");
  }
  const address = scriptAddress(new URL("./second_copy_clerk.js", import.meta.url).href);
  clerk ??= new Worker(address, { type: "module" });
  const { port1, port2 } = new MessageChannel();
  clerk.postMessage(wish, [port2]);
  const { text, fault } = await new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
  });
  if (fault) {
    throw new Error(fault);
  }
  return text;
}
