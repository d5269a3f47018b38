/** The words of the phone: Swedish stands in the source, a dictionary of static/js/texts/ puts it into another language. */

/** @type {Readonly<Record<string, string>> | undefined} */
let dictionary;

/** From now on these words; none for Swedish. Words made before, while a module loads, stay Swedish.
 * @param {Readonly<Record<string, string>>} [words] */
export const speak = (words) => {
  dictionary = words;
};

/** t`Sparad ${time}` is looked up as "Sparad {0}". @param {TemplateStringsArray} parts @param {(string | number | undefined)[]} given */
export const t = (parts, ...given) =>
  dictionary?.[parts.reduce((key, part, place) => `${key}{${place - 1}}${part}`)]?.replace(
    /\{(\d)\}/g,
    (_, place) => String(given[place]),
  ) ?? String.raw({ raw: parts }, ...given);

/** What the reference data calls something, in the language spoken. @param {{sv: string, en?: string}} term */
export const named = ({ sv, en }) => (dictionary && en) || sv;
