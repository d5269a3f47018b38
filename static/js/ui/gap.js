/** A quiet line where somebody looks at what was received: which numbers of this phone never were. */

import { h } from "./dom.js";

/** Asked for when it is looked at; without an answer the line says what it said.
 * @param {import("../logbook.js").Logbook} book @returns {{element: HTMLElement, refresh(): Promise<void>}} */
export function gapLine({ log }) {
  const element = h("p", { class: "second gap", hidden: true });
  return {
    element,
    async refresh() {
      // Nothing on the screen waits for this, nor for what it takes.
      const { ask } = await import("../device/network.js");
      const answer = await ask("/api/v1/devices");
      const devices = answer !== null && answer !== "slow" && answer.status === 200 && answer.json?.devices;
      if (Array.isArray(devices)) {
        const { gapWords } = await import("../core/gaps.js");
        element.textContent = gapWords(devices, await log.fact("stream_id"), await log.items());
        element.hidden = element.textContent === "";
      }
    },
  };
}
