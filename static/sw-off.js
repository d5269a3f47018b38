/* The worker that ends all workers: served as /sw.js while the file `worker-off` lies in the instance folder.
 * It lets go of our own caches and of itself; what is saved on the phone (IndexedDB) is none of its business. */

const self_ = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

self_.addEventListener("install", (event) => event.waitUntil(self_.skipWaiting()));

self_.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("faltlogg-")).map((name) => caches.delete(name)));
  await self_.registration.unregister();
}
