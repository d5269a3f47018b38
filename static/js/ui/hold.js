/** Igen held down: a long press, the menu key or the second mouse button opens the row in Ny, and logs nothing. */

const LONG = 500; // milliseconds, as systems count it
const FAR = 10; // pixels: a finger that wanders scrolls

/** @param {Pick<Document, "addEventListener">} page */
export function attachHold(page) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let from = { x: 0, y: 0 };
  let isHeld = false; // since the finger came down: its click is not meant

  /** @param {Element} row */
  function open(row) {
    clearTimeout(timer);
    isHeld = true;
    /** @type {HTMLElement | null} */ (row.parentElement?.querySelector(".again__open"))?.click();
  }

  page.addEventListener("pointerdown", (event) => {
    const row = rowOf(event);
    isHeld = false;
    clearTimeout(timer);
    if (row && event.button === 0) {
      from = event;
      timer = setTimeout(() => open(row), LONG);
    }
  });
  page.addEventListener("pointermove", ({ x, y }) => {
    if (Math.hypot(x - from.x, y - from.y) > FAR) {
      clearTimeout(timer);
    }
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    page.addEventListener(end, () => clearTimeout(timer));
  }
  // Phones that have one tell of a long press themselves; so do the menu key and the second mouse button.
  page.addEventListener("contextmenu", (event) => {
    const row = rowOf(event);
    if (row || isHeld) {
      event.preventDefault();
    }
    if (row && !isHeld) {
      open(row);
    }
  });
  page.addEventListener(
    "click",
    (event) => {
      if (isHeld && event.detail > 0 && rowOf(event)) {
        event.stopPropagation();
        event.preventDefault();
      }
    },
    true,
  );
}

/** @param {Event} event */
const rowOf = ({ target }) => (target instanceof Element ? target.closest(".again .row") : null);
