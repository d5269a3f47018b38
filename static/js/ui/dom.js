/** Elements made and found: text as text, never as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes
 *  A function is a listener ("onclick"), false and null leave the attribute out, true sets it empty. */

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Attributes} [attributes] @param {Child[]} children
 * @returns {HTMLElementTagNameMap[T]} */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** @param {string} tag @param {Attributes} [attributes] @param {Child[]} children @returns {SVGElement} */
export const svg = (tag, attributes, ...children) =>
  fill(/** @type {SVGElement} */ (document.createElementNS(SVG, tag)), attributes, children);

/** @template {Element} T @param {T} element @param {Attributes | undefined} attributes @param {Child[]} children */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  put(element, ...children);
  return element;
}

/** Replaces what an element holds. @param {Element} element @param {Child[]} children */
export function put(element, ...children) {
  const shown = children.filter((child) => child !== null && child !== undefined && child !== false);
  element.replaceChildren(...shown.map((child) => (child instanceof Node ? child : String(child))));
}

/** A line icon of the sprite (24 grid). @param {string} id @param {string} [more] classes */
export const icon = (id, more = "") => drawn(`icon${more}`, id, 24);
/** A status shape of the sprite (20 grid). @param {string} id */
export const symbol = (id) => drawn("symbol", id, 20);

/** @param {string} name @param {string} id @param {number} size */
const drawn = (name, id, size) =>
  svg(
    "svg",
    { class: name, "aria-hidden": "true", width: size, height: size },
    svg("use", { href: `#${id}` }),
  );

/** Facts with a dot between them, which is drawn only where two stand on the same line.
 * @param {string} style classes of the line @param {...(Node | string | false | undefined)} facts */
export const dotted = (style, ...facts) =>
  h(
    "span",
    { class: `${style} dotted` },
    ...facts
      .filter(Boolean)
      .map((fact, place) => h("span", {}, place > 0 && h("span", { class: "dotted__dot" }, " · "), fact)),
  );

/** The named part of a screen. @template {HTMLElement} [T=HTMLElement] @param {Element} root @param {string} name @returns {T} */
export function part(root, name) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (!found) {
    throw new Error(`no part ${name} here`);
  }
  return /** @type {T} */ (found);
}

/** Ids that the sprite draws. */
export const drawnIds = () => new Set([...document.querySelectorAll(".sprite symbol")].map(({ id }) => id));

/** Made anew, the choices keep the focus. @param {HTMLElement} box */
export const focusChosen = (box) =>
  /** @type {HTMLElement | null} */ (box.querySelector("input:checked"))?.focus();
