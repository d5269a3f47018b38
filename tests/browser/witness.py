"""Holds every word of state on the screen against the disk: nothing is called saved or sent too early."""

from playwright.sync_api import Page

WITNESS = r"""(() => {
  const heard = (globalThis.witness = { words: [], lies: [] });
  const connections = new Map();
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const while_ = () => new Promise((done) => setTimeout(done, 200));

  async function opened(name) {
    if (!connections.has(name)) {
      const database = await asked(indexedDB.open(name));
      const end = () => { database.close(); connections.delete(name); };
      database.onversionchange = database.onclose = end;
      connections.set(name, database);
    }
    return connections.get(name);
  }

  /** The operations of whoever logs on this phone, as they are on its disk. */
  async function kept() {
    const names = new Set((await indexedDB.databases()).map(({ name }) => name));
    if (!names.has("faltlogg")) return [];
    const who = await asked((await opened("faltlogg")).transaction("who").objectStore("who").get("last"));
    const log = `faltlogg-${who?.user.id}`;
    if (!names.has(log)) return [];
    return asked((await opened(log)).transaction("outbox").objectStore("outbox").getAll());
  }

  const shown = (selector) => [...document.querySelectorAll(selector)]
    .filter((element) => !element.closest("[hidden]"))
    .map((element) => element.textContent).join(" ");
  const claim = () => `${shown(".state, [data-part=state]")} | ${shown(".receipt")}`;
  const isUnsent = ({ state }) => state === "queued" || state === "sending";

  function isBorneOut(text, all) {
    const [state, receipt] = text.split(" | ");
    return !(state.includes("Allt skickat") && all.some(isUnsent))
      && !(receipt.includes("Sparad") && all.length === 0)
      && !(receipt.includes("skickad") && all.length > 0 && isUnsent(all.at(-1)));
  }

  let last = "";
  async function listen() {
    const text = claim();
    if (text === last) return;
    last = text;
    heard.words.push(text);
    try {
      if (isBorneOut(text, await kept())) return;
      await while_(); // the screen, in this tab or the other, may be about to say so
      if (claim() === text && !isBorneOut(text, await kept())) heard.lies.push(text);
    } catch (reason) {
      heard.blind = String(reason); // the database is away: that test is about something else
    }
  }

  new MutationObserver(() => void listen()).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"],
  });
})()"""

# The words of state alone, for pages whose databases may not be touched.
HEARD = """globalThis.heard = new Set();
new MutationObserver(() => {
  for (const line of document.querySelectorAll(".state, [data-part=state]")) {
    if (!line.closest("[hidden]")) heard.add(line.textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });"""

# The time limits of requests, on a string: `impatient = 300` makes every one that short.
IMPATIENT = """(() => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (limit) => timeout(globalThis.impatient ?? limit);
})()"""


def lies_on(page: Page) -> list[str]:
    """What the screen said too early since this page was loaded; fails where no word was heard at all."""
    heard = page.evaluate("witness")
    assert heard["words"], "the witness heard nothing"
    lies: list[str] = heard["lies"]
    return lies
