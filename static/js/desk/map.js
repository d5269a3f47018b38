/** The places on a map with tiles, in place of the drawing: loaded on that page alone, where tiles are set up.
 * What it shows is read from the list beside it, which says the same. */

/** @typedef {{name: string, href: string, point: [number, number], seen: string, flagged: boolean, ago: string}} Spot */

// All that Leaflet writes as HTML: a question to the browser, and the signs on its three buttons.
const ITS_OWN = new Set([
  "<svg/>",
  '<span aria-hidden="true">+</span>',
  '<span aria-hidden="true">&#x2212;</span>',
  '<span aria-hidden="true">&#215;</span>',
]);
const CLOSE_ENOUGH = 15;

/** @type {any} */ (globalThis).trustedTypes?.createPolicy("default", {
  /** @param {string} html */
  createHTML: (html) => (ITS_OWN.has(html) ? html : null),
});

/** @returns {Spot[]} */
const spots = () =>
  [...document.querySelectorAll("[data-point]")].map((row) => {
    const { point = "", seen = "", flagged } = /** @type {HTMLElement} */ (row).dataset;
    const [north, east] = point.split(" ").map(Number);
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    return {
      name: link.textContent ?? "",
      href: link.href,
      point: [north ?? 0, east ?? 0],
      seen,
      flagged: flagged !== undefined,
      ago: row.querySelector(".spot__seen")?.firstChild?.textContent?.trim() ?? "",
    };
  });

/** @param {Spot} spot */
function words(spot) {
  const link = Object.assign(document.createElement("a"), { href: spot.href, textContent: spot.name });
  const box = document.createElement("p");
  box.append(link, document.createElement("br"), spot.ago);
  return box;
}

/** @param {HTMLElement} box */
async function draw(box) {
  // A classic script: it leaves `L` behind.
  await import(/** @type {string} */ (box.dataset["library"]));
  const { L } = /** @type {any} */ (globalThis);
  const { tiles, credit = "", label = "", closer, farther } = box.dataset;
  const shown = spots();
  const holder = document.createElement("div");
  holder.className = "map__tiles";
  holder.setAttribute("role", "region");
  holder.setAttribute("aria-label", label);
  box.querySelector(".map__svg")?.replaceWith(holder);
  for (const close of box.querySelectorAll(".map__svg, .map__close")) {
    close.remove();
  }
  const source = Object.assign(document.createElement("p"), { className: "second", textContent: credit });
  holder.after(source);
  const map = L.map(holder, { attributionControl: false, zoomControl: false });
  L.control.zoom({ zoomInTitle: closer, zoomOutTitle: farther }).addTo(map);
  L.tileLayer(tiles, { maxZoom: 19 }).addTo(map);
  for (const spot of shown) {
    const classes = `map__mark map__spot map__spot--${spot.seen}${spot.flagged ? " map__spot--flagged" : ""}`;
    L.circleMarker(spot.point, { radius: 7, className: classes }).bindPopup(words(spot)).addTo(map);
  }
  map.fitBounds(L.latLngBounds(shown.map(({ point }) => point)).pad(0.1), { maxZoom: CLOSE_ENOUGH });
}

const box = document.getElementById("karta");
if (box?.dataset["tiles"]) {
  void draw(box);
}
