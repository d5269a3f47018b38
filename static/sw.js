/* The service worker: fills, tidies, answers, and obeys core/routing. It never touches a write, nor IndexedDB.
 * Above these lines the server puts `self.faltlogg`: the release with its exact list of addresses, and core/routing. */

/** @typedef {typeof import("./js/core/routing.js") & {RELEASE: import("./js/core/routing.js").Release}} Given */

/** @type {ServiceWorkerGlobalScope & {faltlogg: Given}} */
const worker = /** @type {any} */ (self);
const { RELEASE, plan, mayKeep, cacheName, isOutdated } = worker.faltlogg;

worker.addEventListener("install", (event) => {
  event.waitUntil(fill());
  // Where the browser can, it takes this release's files from the cache itself, without waking the worker.
  const source = { cacheName: cacheName(RELEASE.release) };
  const condition = { urlPattern: `/static/${RELEASE.release}/:file+`, requestMethod: "GET" };
  /** @type {any} */ (event).addRoutes?.([{ condition, source }]);
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(tidy());
});

worker.addEventListener("message", (event) => {
  // Sent when the user agrees to the new release; at a cold start the browser lets it take over by itself.
  if (event.data === "take over") {
    event.waitUntil(worker.skipWaiting());
  }
});

worker.addEventListener("sync", (event) => {
  const { tag, waitUntil } = /** @type {any} */ (event);
  if (tag === "send") {
    waitUntil.call(event, wakePages());
  }
});

worker.addEventListener("push", (event) => {
  // A message that cannot be read is shown all the same: the browser holds a silent one against the app.
  const { title = "Fältlogg", body = "" } = readable(event.data);
  const icon = RELEASE.files.find((file) => file.endsWith("/icon-192.png"));
  const shown = { body, tag: "reminder", ...(icon && { icon, badge: icon }) };
  event.waitUntil(worker.registration.showNotification(title, shown));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});

worker.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const { method, mode } = event.request;
  const way = plan({ method, mode, isOurs: origin === worker.location.origin, path: pathname }, RELEASE);
  if (way.from !== "network") {
    event.respondWith(answer(event, way));
  }
});

/** There is network: an open page sends, the worker itself never does. With none open the browser asks again later. */
async function wakePages() {
  const pages = await worker.clients.matchAll({ type: "window" });
  if (pages.length === 0) {
    throw new Error("no page is open that could send");
  }
  for (const page of pages) {
    page.postMessage("send");
  }
}

/** @param {PushMessageData | null} data @returns {{title?: string, body?: string}} */
function readable(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** The page that is open, as it stands: somebody may be in the middle of an entry. */
async function openApp() {
  const [page] = await worker.clients.matchAll({ type: "window" });
  await (page ? page.focus() : worker.clients.openWindow(RELEASE.shell));
}

/** All or nothing: a half-filled cache is thrown away, and the browser tries again later. */
async function fill() {
  const name = cacheName(RELEASE.release);
  const isNew = !(await caches.has(name));
  const cache = await caches.open(name);
  try {
    await Promise.all([RELEASE.shell, ...RELEASE.files].map((key) => fetchInto(cache, key)));
  } catch (reason) {
    if (isNew) {
      await caches.delete(name);
    }
    throw reason;
  }
}

/** @param {Cache} cache @param {string} key */
async function fetchInto(cache, key) {
  // The shell's address is the same in every release: ask the server itself for it.
  const response = await fetch(key, {
    cache: key === RELEASE.shell ? "reload" : "default",
    redirect: "error",
  });
  if (!mayKeep(response, key, RELEASE)) {
    throw new Error(`${key} is not what this release holds`);
  }
  await cache.put(key, response);
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => isOutdated(name, RELEASE.release)).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/** @param {FetchEvent} event @param {{from: string, key: string}} way @returns {Promise<Response>} */
async function answer(event, way) {
  const cache = await caches.open(cacheName(RELEASE.release));
  const kept = await cache.match(way.key, { ignoreSearch: true });
  if (kept) {
    return kept;
  }
  const response = await fetch(event.request);
  if (way.from === "cache, then keep" && mayKeep(response, way.key, RELEASE)) {
    event.waitUntil(cache.put(way.key, response.clone()));
  }
  return response;
}
