/** Why a draft counts or does not, in one sentence: of the best claim, else of the nearest that fails. */

import { placeOf } from "./figures.js";
import { t } from "./texts.js";

/** @typedef {import("./shapes").Activity} Activity */
/** @typedef {import("./shapes").Commitment} Commitment */
/** @typedef {import("./shapes").Reference} Reference */
/** @typedef {import("./figures.js").Claim} Claim */

/** @param {Commitment} commitment */
export const hasGoal = ({ progress, target }) => progress.at_least !== undefined || Boolean(target.per);

/** One sentence: why the best claim counts, or why the nearest does not.
 * @param {Claim[]} found @param {Reference} reference @param {Activity} activity */
export function reason(found, reference, activity) {
  const best = found[0];
  const place = placeOf(reference, activity.place);
  if (best && !best.fails) {
    return place && best.commitment.counts.flagged ? `${place.name} är utpekad av medborgare.` : "";
  }
  const near = found.filter(({ commitment, fails }) => isNear(commitment, activity, fails));
  const nearest = near.find(({ commitment }) => hasGoal(commitment)) ?? near[0];
  return nearest?.fails
    ? `Räknas inte mot ${nearest.commitment.label}: ${place ? whyNot(nearest, reference) : whyNotAnywhere(nearest, reference, activity)}.`
    : "Räknas inte mot något åtagande.";
}

/** @param {Commitment} commitment @param {Activity} activity @param {Claim["fails"]} fails */
const isNear = ({ counts }, activity, fails) =>
  Boolean(counts.types?.includes(activity.type)) &&
  fails !== "types" &&
  (fails !== "focus" || !activity.focus.length);

const OF_PLACE = new Set(["places", "place_kinds", "flagged"]);

/** @param {Claim} claimed @param {Reference} reference @param {Activity} activity */
const whyNotAnywhere = (claimed, reference, { proposed }) =>
  !OF_PLACE.has(claimed.fails ?? "")
    ? whyNot(claimed, reference)
    : proposed
      ? t`platsen är bara föreslagen`
      : "ingen plats är vald";

/** @param {Claim} claimed @param {Reference} reference */
function whyNot({ commitment: { counts, target }, fails }, reference) {
  /** @param {readonly string[] | undefined} keys */
  const names = (keys) =>
    (keys ?? []).map((key) => reference.organisations.find((one) => one.key === key)?.sv ?? key);
  switch (fails) {
    case "focus":
      return "inriktning saknas";
    case "performed_by":
      return `${names(counts.performed_by).join(" eller ")} ska ha deltagit`;
    case "jointly":
      return `${names(counts.jointly).join(" och ")} ska ha deltagit`;
    case "places":
    case "place_kinds":
      return "platsen ingår inte";
    case "flagged":
      return "platsen är inte utpekad av medborgare";
    case "targeted":
      return "det ska vara en riktad insats";
    case "min_people":
      return `ni ska vara minst ${counts.min_people}`;
    case "min_minutes":
      return `det ska vara minst ${counts.min_minutes} minuter`;
    case "time":
      return counts.clock
        ? `det ska ${target.kind === "hours" ? "ligga" : "börja"} mellan ${counts.clock.from} och ${counts.clock.to}`
        : "dagen ingår inte";
    case "interrupted":
      return target.kind === "hours" ? "" : "avbrutna räknas inte som tillfällen";
    case "validity":
      return "dagen ligger utanför löftets tid";
    default:
      return "villkoren är inte uppfyllda";
  }
}
