/** Places by a few letters of their name, another name of theirs, or their kind. */

/** @typedef {import("./shapes").Place} Place */
/** @typedef {import("./shapes").Reference} Reference */

/** Places whose name, alias or kind holds every word. @param {Reference} reference @param {readonly {place: Place, away: number | null}[]} places
 * @param {string} search */
export function found(reference, places, search) {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return places.filter(({ place }) => {
    const kinds = place.kinds.map(
      (kind) => reference.place_kinds.find(({ code }) => code === kind)?.sv ?? "",
    );
    const text = plain([place.name, ...(place.aliases ?? []), ...kinds].join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** Whether a place is called just that already. @param {Reference} reference @param {string} name */
export const isNamed = ({ places }, name) =>
  places.some(({ name: own, aliases = [] }) => [own, ...aliases].some((one) => plain(one) === plain(name)));

/** @param {string} text */
const plain = (text) =>
  text
    .toLocaleLowerCase("sv")
    .normalize("NFD")
    .replace(/[\p{M}\u00ad]/gu, "");
