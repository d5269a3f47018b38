/** What a form begins with: the words to choose among, and the draft as it was left, for some hours. */

/** @typedef {import("./core/shapes").Draft} Draft */
/** @typedef {import("./logbook.js").Logbook} Logbook */

/** The municipality's words, places and pledges, as soon as the phone has them.
 * @param {Logbook} book @returns {Promise<import("./core/shapes").Reference>} */
export function referenceOf(book) {
  return new Promise((done) => {
    const look = () => {
      if (book.reference) {
        unwatch();
        done(book.reference);
      }
    };
    const unwatch = book.watch(look);
    look();
  });
}

const LIVES = 4 * 3_600_000;

/** A courtesy, never a fault: saving itself will say what is wrong. @param {Logbook} book @param {Draft | null} draft
 * @returns {Promise<boolean>} whether it is kept */
export const keepDraft = ({ log, powers }, draft) =>
  log.setFact("draft", draft && { draft, at: powers.now() }).then(
    () => true,
    () => false,
  );

/** @param {Logbook} book @returns {Promise<Draft | null>} */
export async function keptDraft({ log, powers, who }) {
  const kept = await log.fact("draft").catch(() => null);
  const isFresh = kept && powers.now() - kept.at < LIVES;
  return isFresh && kept.draft.municipality === who.current ? kept.draft : null;
}
