/** Where long Swedish words may break, for labels that do not say so themselves. */

const TAILS =
  "kontroll|patrull|problematik|samverkan|miljö|arbete|insats|åtgärd|tillsyn|vandring|dialog|besök|utbildning|säkerhet|uppföljning";
const JOINTS = new RegExp(`(?<=\\p{L}{4})(?=(?:${TAILS}))`, "giu");

/** Soft hyphens at the joints of long words, for labels that carry none. @param {string} text */
export const softened = (text) => (text.includes("\u00ad") ? text : text.replace(JOINTS, "\u00ad"));
