/** Ends the session on the server. */

import { ask } from "./network.js";

/** @returns {Promise<boolean>} whether the server has ended it */
export async function endSession() {
  const answer = await ask("/api/v1/session", { method: "DELETE", headers: { "X-Faltlogg": "1" } });
  return answer !== null && answer !== "slow" && answer.status < 500;
}
