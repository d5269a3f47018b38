/** Waiting until what stands on the screen is seen: what is less urgent comes after it. */

const UNSEEN = 200; // milliseconds: where nothing is painted nothing waits for it

/** Resolves in the turn after the next frame. */
export const afterPaint = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

/** Resolves once what stands on the screen now is seen, or is not looked at. */
export const seen = () => Promise.race([afterPaint(), new Promise((done) => setTimeout(done, UNSEEN))]);
