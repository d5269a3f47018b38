/** Why a draft counts or does not, in one sentence: of the best claim, else of the nearest that fails. */

import { placeOf } from "./figures.js";
import { organisationOf } from "./names.js";
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
    return place && best.commitment.counts.flagged ? t`${place.name} är utpekad av medborgare.` : "";
  }
  const near = found.filter(({ commitment, fails }) => isNear(commitment, activity, fails));
  const nearest = near.find(({ commitment }) => hasGoal(commitment)) ?? near[0];
  return nearest?.fails
    ? t`Räknas inte mot ${nearest.commitment.label}: ${place ? whyNot(nearest, reference) : whyNotAnywhere(nearest, reference, activity)}.`
    : t`Räknas inte mot något åtagande.`;
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
      : t`ingen plats är vald`;

/** @param {Claim} claimed @param {Reference} reference */
function whyNot({ commitment: { counts, target }, fails }, reference) {
  /** @param {readonly string[] | undefined} keys */
  const names = (keys) => (keys ?? []).map((key) => organisationOf(reference, key));
  switch (fails) {
    case "focus":
      return t`inriktning saknas`;
    case "performed_by":
      return t`${names(counts.performed_by).join(t` eller `)} ska ha deltagit`;
    case "jointly":
      return t`${names(counts.jointly).join(t` och `)} ska ha deltagit`;
    case "places":
    case "place_kinds":
      return t`platsen ingår inte`;
    case "flagged":
      return t`platsen är inte utpekad av medborgare`;
    case "targeted":
      return t`det ska vara en riktad insats`;
    case "min_people":
      return t`ni ska vara minst ${counts.min_people}`;
    case "min_minutes":
      return t`det ska vara minst ${counts.min_minutes} minuter`;
    case "time":
      return counts.clock
        ? t`det ska ${target.kind === "hours" ? t`ligga` : t`börja`} mellan ${counts.clock.from} och ${counts.clock.to}`
        : t`dagen ingår inte`;
    case "interrupted":
      return target.kind === "hours" ? "" : t`avbrutna räknas inte som tillfällen`;
    case "validity":
      return t`dagen ligger utanför löftets tid`;
    default:
      return t`villkoren är inte uppfyllda`;
  }
}
