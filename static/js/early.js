/* Before the first paint: the chosen theme, language and kept typeface; a phone that knows nobody asks at once who it is. */
(() => {
  if (location.search) {
    // What was shared is read once: in no address, no history, and not told to the server by what is fetched from here.
    Object.assign(globalThis, { faltloggShared: location.search });
    history.replaceState(history.state, "", location.pathname + location.hash);
  }
  const theme = localStorage.getItem("theme");
  if (theme) {
    document.documentElement.dataset["theme"] = theme;
    // For the pages that the server makes. Anew at each start: there are browsers that forget it after a week.
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  }
  document.documentElement.lang =
    (localStorage.getItem("language") ?? /\blang=(en)/.exec(document.cookie)?.[1]) || "sv";
  const { dataset: { font = "", face = "" } = {}, src = "" } = /** @type {HTMLScriptElement} */ (
    document.currentScript
  );
  const link = (/** @type {object} */ how, tag = "link") =>
    document.head.append(Object.assign(document.createElement(tag), how));
  const ground = localStorage.getItem("ground"); // at night the system's own bar is dimmed too
  if (ground) {
    link({ name: "theme-color", content: ground }, "meta");
  }
  if (localStorage.getItem("font")) {
    link({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: face });
    link({ rel: "stylesheet", href: font });
  }
  // Wakes the database while the modules are on their way: its first opening takes longer than all the rest.
  indexedDB.databases?.().catch(() => {});
  if (!localStorage.getItem("known") && !sessionStorage.getItem("practice")) {
    const json = (/** @type {string} */ path) =>
      fetch(path).then((answer) => (answer.status === 200 ? answer.json() : null));
    const isLogga = location.pathname === "/";
    const leaving = localStorage.getItem("leaving");
    const session = json("/api/v1/session?or_nobody=1")
      .then((who) => {
        const isBack = who?.user.id !== leaving || document.referrer.includes("/logga-in");
        if (!leaving || isBack) {
          localStorage.removeItem("leaving");
          return who;
        }
        // Signed out without network: that session is ended first, it must not open the log again.
        return fetch("/api/v1/session", { method: "DELETE", headers: { "X-Faltlogg": "1" } }).then(() => {
          localStorage.removeItem("leaving");
          return null;
        });
      })
      .catch(() => null);
    // Both are asked for at once: the server knows where its user works, which the phone has yet to hear.
    const own = json(`/api/v1/reference?lang=${document.documentElement.lang}`).catch(() => null);
    const reference = session.then(async (who) => {
      if (!who?.current) {
        return null;
      }
      // What brings one's own entries here, while the app is on its way: each would be asked for after the one before.
      for (const script of [
        "courier",
        "meeting",
        "core/settling",
        ...(isLogga ? ["ui/beside", "keeping"] : []),
      ]) {
        link({ rel: "modulepreload", href: new URL(`./${script}.js`, src).href });
      }
      const found = await own;
      return found?.municipality.code === who.current ? found : null;
    });
    const plan = session
      .then((who) => (isLogga && who?.current ? json(`/api/v1/plan/${who.current}`) : null))
      .catch(() => null);
    Object.assign(globalThis, { faltloggFirst: { session, reference, plan } });
  }
})();
