/** The words that stand in the shell, the same bytes for everyone: put into another language before a screen shows them. */

const SPOKEN = ["aria-label", "content"];

/** @param {Readonly<Record<string, string>>} words */
export function putShellInto(words) {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const swedish = text.data.trim();
    text.data = text.data.replace(swedish, () => words[swedish] ?? swedish);
  }
  for (const name of SPOKEN) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const swedish = element.getAttribute(name) ?? "";
      element.setAttribute(name, words[swedish] ?? swedish);
    }
  }
}
