"""What tests do to a phone's log behind the app's back: other releases' shapes, and the loss of it."""

# What the others are made of; every function closes what it opened.
TOOLS = """
  globalThis.asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  globalThis.nameOfLog = async () =>
    (await indexedDB.databases()).map(({name}) => name).find((name) => name.startsWith("faltlogg-"));
  globalThis.openedAt = async (version, upgrade = () => {}) => {
    const opening = indexedDB.open(await nameOfLog(), version);
    opening.onupgradeneeded = () => upgrade(opening.result);
    return asked(opening);
  };
"""
# The log as the first release kept it: without what the server tells.
TO_VERSION_1 = """async () => {
  const name = await nameOfLog();
  const now = await openedAt();
  const records = await asked(now.transaction("outbox").objectStore("outbox").getAll());
  const stream = await asked(now.transaction("facts").objectStore("facts").get("stream_id"));
  now.close();
  await asked(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const outbox = opening.result.createObjectStore("outbox", {keyPath: "seq"});
    outbox.createIndex("op", "op_id", {unique: true});
    outbox.createIndex("activity", "activity_id");
    records.forEach((record) => outbox.put(record));
    const facts = opening.result.createObjectStore("facts");
    facts.put(stream, "stream_id");
    facts.put(records.length + 1, "next_seq");
  };
  const old = await asked(opening);
  const kept = [old.version, records.length, old.objectStoreNames.contains("pulled")];
  old.close();
  return kept;
}"""
VERSION_OF_LOG = """async () => {
  const database = await openedAt();
  const {version} = database;
  database.close();
  return version;
}"""
TO_A_LATER_VERSION = """async () => {
  const database = await openedAt(99, (later) => later.createObjectStore("later"));
  const {version} = database;
  database.close();
  return version;
}"""
CLEAR_THE_LOG = """async () => {
  const name = await nameOfLog();
  await asked(indexedDB.deleteDatabase(name));
  return name;
}"""
# As Chromium does with databases that it cannot read: they are gone; marks kept in the same way may be.
DROP_EVERY_DATABASE = """async (marks) => {
  if (marks) localStorage.clear();
  const names = (await indexedDB.databases()).map(({name}) => name);
  await Promise.all(names.map((name) => asked(indexedDB.deleteDatabase(name))));
  return names.length;
}"""
NOTICES = """async () => {
  const database = await openedAt();
  const notices = await asked(database.transaction("facts").objectStore("facts").get("notices"));
  database.close();
  return notices;
}"""
# How many entries lie outside the database, once it is so many.
IN_THE_COPY = """async (many) => {
  const files = await navigator.storage.getDirectory();
  for (let texts = null;;) {
    await navigator.locks.request("faltlogg-copy", async () => {
      texts = await Promise.all(["copy-a", "copy-b"].map(async (name) =>
        (await (await files.getFileHandle(name)).getFile()).text()));
    });
    const [whole] = texts.filter(Boolean).map((text) => JSON.parse(text.slice(text.indexOf("\\n"))));
    const items = Object.values(whole.logs).flatMap(({items}) => items);
    if (items.length === many) return many;
    await new Promise((done) => setTimeout(done, 50));
  }
}"""
