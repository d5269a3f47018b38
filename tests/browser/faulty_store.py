"""The harm that a phone's own store comes to, as scripts of the page: some at every start, some on a word."""

# The transaction that saves never comes to its end.
NEVER_COMPLETE = """() => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    const asked = add.apply(this, given);
    const keepOpen = () => { this.count().onsuccess = keepOpen; };
    keepOpen();
    globalThis.midSave = true;
    return asked;
  };
}"""

# No database answers any more, until this tab is told otherwise.
NEVER_OPENS = """if (!sessionStorage.getItem("answers")) {
  IDBFactory.prototype.open = function () {
    globalThis.unanswered = (globalThis.unanswered ?? 0) + 1;
    return new EventTarget();
  };
}"""

# Everything is written, and then the disk has no room to commit it; `room()` gives it back.
NO_ROOM_TO_COMMIT = """() => {
  const add = IDBObjectStore.prototype.add;
  globalThis.aborted = 0;
  IDBObjectStore.prototype.add = function (...given) {
    const asked = add.apply(this, given);
    asked.addEventListener("success", () => { aborted += 1; this.transaction.abort(); });
    return asked;
  };
  globalThis.room = () => { IDBObjectStore.prototype.add = add; };
}"""

# The store takes nothing more, under this name of an error; `mend()` ends it.
BREAK_WRITES = """(name) => {
  const {add} = IDBObjectStore.prototype;
  globalThis.broken = 0;
  globalThis.mend = () => { IDBObjectStore.prototype.add = add; };
  IDBObjectStore.prototype.add = () => {
    globalThis.broken += 1;
    throw new DOMException("given up", name);
  };
}"""

# Whether this page has looked whose turn it is to send, where there are no locks.
ASKED_FOR_A_LEASE = """() => {
  const {getItem} = Storage.prototype;
  Storage.prototype.getItem = function (name) {
    if (name.startsWith("faltlogg-send-")) globalThis.askedForALease = true;
    return getItem.call(this, name);
  };
}"""
NO_LOCKS = "delete Navigator.prototype.locks"
NOT_PERSISTED = """if (globalThis.StorageManager) {
  StorageManager.prototype.persist = StorageManager.prototype.persisted = async () => false;
}"""

# The storage of this origin is filled with what cannot be packed, until not even the smallest piece goes in.
FILL = """async () => {
  const database = await new Promise((done) => {
    const opening = indexedDB.open("ballast", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("pieces", { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
  });
  const put = (size) => new Promise((done) => {
    const transaction = database.transaction("pieces", "readwrite");
    const piece = new Uint8Array(size);
    for (let start = 0; start < size; start += 65536) {
      crypto.getRandomValues(piece.subarray(start, Math.min(size, start + 65536)));
    }
    transaction.objectStore("pieces").put(piece);
    transaction.oncomplete = () => done(true);
    transaction.onabort = () => done(false);
  });
  let refused = 0;
  for (let size = 1 << 20; size >= 64;) {
    if (!await put(size)) {
      size /= 2;
      refused += 1;
    }
  }
  database.close();
  return refused;
}"""

# Puts records in the place of others on the disk; CHANGE is a function from all records to those.
REWRITE = """async () => {
  const [{name}] = (await indexedDB.databases()).filter(({name}) => name.startsWith("faltlogg-"));
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const database = await asked(indexedDB.open(name));
  const transaction = database.transaction("outbox", "readwrite");
  const outbox = transaction.objectStore("outbox");
  for (const record of (CHANGE)(await asked(outbox.getAll()))) outbox.put(record);
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}"""

# All that WebKit evicts at once: databases, marks, caches and the worker, not the cookies; no page of the app
# may be open. Returns how many databases there were.
EVICT = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  const names = (await indexedDB.databases()).map(({name}) => name);
  await Promise.all(names.map((name) => new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = done;
    asked.onerror = () => failed(asked.error);
  })));
  return names.length;
}"""

# What lies in files beside the databases is gone; no page of the app may be open.
LOSE_THE_COPY = """async () => {
  const files = await navigator.storage.getDirectory();
  let lost = 0;
  for await (const name of files.keys()) {
    await files.removeEntry(name);
    lost += 1;
  }
  return lost;
}"""

# Whoever keeps the second copy hears nothing more in this page.
SILENT_COPY = "() => { Worker.prototype.postMessage = () => {}; }"
# As on a phone that comes up after a power cut, where this tab is told so.
SLOW_COPY = """if (location.protocol !== "about:" && sessionStorage.getItem("slow copy")) {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...given) {
    setTimeout(() => postMessage.apply(this, given), 1_500);
  };
}"""
# Who logs here, by the second copy.
NAMED_BY_THE_COPY = """async () => {
  const files = await navigator.storage.getDirectory();
  const texts = await Promise.all(["copy-a", "copy-b"].map(async (name) =>
    (await (await files.getFileHandle(name)).getFile()).text()));
  const [whole] = texts.filter(Boolean);
  return JSON.parse(whole.slice(whole.indexOf("\\n"))).who?.user.name;
}"""
