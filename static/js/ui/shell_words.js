/** The words that stand in the shell, the same bytes for everyone: put into another language before a screen shows them. */

const SPOKEN = ["aria-label", "content"];

/** @param {Readonly<Record<string, string>>} words */
export function putShellInto(words) {
  for (const root of [
    document,
    ...[...document.querySelectorAll("template")].map(({ content }) => content),
  ]) {
    putInto(root, words);
  }
}

/** @param {Document | DocumentFragment} root @param {Readonly<Record<string, string>>} words */
function putInto(root, words) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const swedish = text.data.trim();
    text.data = text.data.replace(swedish, () => words[swedish] ?? swedish);
  }
  for (const name of SPOKEN) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const swedish = element.getAttribute(name) ?? "";
      element.setAttribute(name, words[swedish] ?? swedish);
    }
  }
}
