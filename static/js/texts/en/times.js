/** Days, months, lengths. */

export const TIMES = {
  "mån tis ons tors fre lör sön": "Mon Tue Wed Thu Fri Sat Sun",
  "jan feb mars apr maj juni juli aug sep okt nov dec": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  "i dag": "today",
  "i går": "yesterday",
  "i går {0}": "yesterday {0}",
  " tim": " h",
  "{0}:{1} tim": "{0}:{1} h",
  "nu, {0}": "now, {0}",
  "v. {0}": "wk {0}",
};
