"""All that a browser keeps for an origin, as scripts of a page: carried over to another phone."""

_ASKED = """const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});"""

# Databases and marks, as JSON has them.
POUR_OUT = """async () => {
  ASKED
  const poured = async ({name}) => {
    const database = await asked(indexedDB.open(name));
    const stores = await Promise.all([...database.objectStoreNames].map(async (name) => {
      const store = database.transaction(name).objectStore(name);
      const {keyPath, autoIncrement} = store;
      const indexes = [...store.indexNames].map((name) => store.index(name))
        .map(({name, keyPath, unique, multiEntry}) => ({name, keyPath, unique, multiEntry}));
      const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
      return {name, keyPath, autoIncrement, indexes, keys, values};
    }));
    database.close();
    return {name, version: database.version, stores};
  };
  const databases = await Promise.all((await indexedDB.databases()).map(poured));
  return JSON.stringify({databases, marks: {...localStorage}});
}""".replace("ASKED", _ASKED)

# The same on another phone, where nothing is yet; returns how many records that were.
POUR_IN = """async (text) => {
  ASKED
  const {databases, marks} = JSON.parse(text);
  Object.assign(localStorage, marks);
  let records = 0;
  for (const {name, version, stores} of databases) {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const {name, keyPath, autoIncrement, indexes, keys, values} of stores) {
        const store = opening.result.createObjectStore(name, {keyPath, autoIncrement});
        for (const {name, keyPath, ...how} of indexes) store.createIndex(name, keyPath, how);
        values.forEach((value, at) => keyPath === null ? store.put(value, keys[at]) : store.put(value));
        records += values.length;
      }
    };
    (await asked(opening)).close();
  }
  return records;
}""".replace("ASKED", _ASKED)
