/** Numbers of this phone that never reached the server, in one sentence: what was numbered here, and is nowhere now. */

import { t } from "./texts.js";

const MOST_NAMED = 3;

/** @typedef {{stream_id: string, missing: number[], missing_count: number}} Device as the server tells it */

/** Empty where nothing is missing. What the phone still has is not: it is offered again.
 * @param {readonly Device[]} devices @param {string} stream this phone's @param {readonly {seq: number}[]} held @returns {string} */
export function gapWords(devices, stream, held) {
  const device = devices.find(({ stream_id }) => stream_id === stream);
  const here = new Set(held.map(({ seq }) => seq));
  const missing = (device?.missing ?? []).filter((number) => !here.has(number));
  if (!device || missing.length === 0) {
    return "";
  }
  const named = missing.slice(0, MOST_NAMED);
  const others = missing.length - named.length + device.missing_count - device.missing.length;
  const listed = others ? [...named, t`${others} till`] : named;
  const last = listed.length > 1 ? t` och ${listed.at(-1)}` : "";
  const numbers = `${listed.slice(0, last ? -1 : 1).join(", ")}${last}`;
  const again = missing.length === 1 && !others ? t`den` : t`dem`;
  return t`Nr ${numbers} från den här telefonen saknas. Logga ${again} igen om du saknar något.`;
}
