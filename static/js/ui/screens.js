/** Which screen is shown: follows links and the back button without asking the network, and moves the focus along. */

import { t } from "../core/texts.js";
import { h, part, put, symbol } from "./dom.js";

/** @typedef {{show(state: any): void, fill?(state: any): Promise<unknown> | null}} Screen
 *  `fill` where a screen can be whole before it is seen: nothing moves on it then */

/** @param {(path: string, root: HTMLElement) => Promise<Screen | null>} load makes a screen the first time it is wanted */
export function attachScreens(load) {
  const tabs = /** @type {HTMLElement} */ (document.querySelector("[data-ui=tabs]"));
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-screen]")]);
  /** @param {string} path */
  const rootOf = (path) => sections.find(({ dataset }) => dataset["screen"] === path);
  /** @type {Map<string, Promise<Screen | null>>} */
  const screens = new Map();
  let current = "";
  let marked = 0; // entries on the tab, where they are told

  /** @param {string} path @param {any} state @param {boolean} moved whether a person asked for it */
  async function show(path, state, moved) {
    const root = rootOf(path);
    if (!root) {
      return;
    }
    current = path;
    screens.set(path, screens.get(path) ?? load(path, root));
    const screen = await screens.get(path);
    await screen?.fill?.(state)?.catch(() => {}); // shown as far as it came
    if (current !== path) {
      return; // another was asked for meanwhile
    }
    for (const section of sections) {
      section.hidden = section !== root;
    }
    markTab(path);
    screen?.show(state);
    document.title = [...new Set([root.querySelector("h1")?.textContent, "Fältlogg"])].join(" – ");
    if (moved) {
      window.scrollTo(0, 0);
      focusOn(root, state?.saved);
    }
  }

  /** @param {string} path */
  function markTab(path) {
    tabs.hidden = ["/ny", "/flera", "nobody"].includes(path);
    for (const link of tabs.querySelectorAll("a")) {
      if (link.pathname === path) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }

  /** @param {string} path @param {unknown} [state] */
  function go(path, state) {
    const address = new URL(path, location.href);
    history.pushState({ inside: true, state }, "", address);
    return show(address.pathname, state, true);
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link && isPlain && link.origin === location.origin && rootOf(link.pathname)) {
      event.preventDefault();
      void go(link.pathname + link.hash);
    }
  });
  window.addEventListener("popstate", ({ state }) => void show(location.pathname, state?.state, true));

  return {
    go,
    /** In place of the screen shown: what was done there is done. What was saved is told once, not again after a reload,
     * and told before the browser writes its history. @param {string} path @param {any} [state] */
    async replace(path, state) {
      const { saved: _, ...kept } = state || {};
      await show(path, state, true);
      if (current === path) {
        history.replaceState({ inside: Boolean(history.state?.inside), state: kept }, "", path);
      }
    },
    /** Back to where one came from; from a cold start to Logga. */
    back() {
      if (history.state?.inside) {
        history.back();
      } else {
        history.replaceState(null, "", "/");
        void show("/", undefined, true);
      }
    },
    /** The screen of the address, as at the start. @param {unknown} [state] */
    start: (state = history.state?.state) =>
      show(rootOf(location.pathname) ? location.pathname : "/", state, false),
    nobody: () => show("nobody", undefined, false),
    /** @param {number} count of entries that need a person, shown on the tab */
    markNeed(count) {
      if (count !== marked) {
        marked = count;
        const mark = part(tabs, "need");
        mark.hidden = count === 0;
        put(mark, symbol("need"), count, h("span", { class: "hidden-text" }, t` behöver dig`));
      }
    },
  };
}

/** The heading is read out, unless the screen has put the focus where it belongs. A receipt takes it as it wakes.
 * @param {HTMLElement} root @param {unknown} saved */
function focusOn(root, saved) {
  const isTaken = root.contains(document.activeElement) || (saved && root.querySelector(".receipt"));
  if (!isTaken) {
    root.querySelector("h1")?.focus({ preventScroll: true });
  }
}
