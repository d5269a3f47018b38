/** The styles of the screens that are not needed to log: loaded once, when the first of them opens. */

/** @type {Promise<unknown> | null} */
let loading = null;

export function withStyles() {
  const { more = "" } = document.body.dataset;
  loading ??= Promise.all(more.split(" ").map(load));
  return loading;
}

/** @param {string} href @returns {Promise<void>} */
const load = (href) =>
  new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.addEventListener("load", () => done());
    link.addEventListener("error", () => done()); // plain is better than nothing
    document.head.append(link);
  });
