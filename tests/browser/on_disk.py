"""What lies on a phone's disk and what its screen says of it, asked of the page behind the app's back."""

# Filled in, that is: a screen that was not opened yet has none.
WORDS_OF_STATE = """() => [...document.querySelectorAll("a.state, .state--counts")]
  .map(({innerText, textContent}) => (innerText || textContent).trim()).filter(Boolean)"""
# Whether they are others by now.
CHANGED = "words => (WORDS)().join() !== words.join()"

# Every operation, by the name of the log that holds it.
LOGS = """async () => {
  const names = (await indexedDB.databases()).map(({name}) => name);
  const logs = names.filter((name) => name.startsWith("faltlogg-"));
  return Object.fromEntries(await Promise.all(logs.map((name) => new Promise((done, failed) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction("outbox").objectStore("outbox").getAll();
      asking.onsuccess = () => { opening.result.close(); done([name, asking.result]); };
    };
  }))));
}"""

# The one whose log is open.
LAST_USER = """() => new Promise((done, failed) => {
  const opening = indexedDB.open("faltlogg");
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const asking = opening.result.transaction("who").objectStore("who").get("last");
    asking.onsuccess = () => { opening.result.close(); done(asking.result?.user.id ?? null); };
  };
})"""
