/** What may happen on the way to the model's server and back; false where nothing is on its way. */

/** @typedef {import("./model_world.js").World} World */

const FAULTS = /** @type {const} */ ([
  { status: 502, json: null, retryAfter: null },
  { status: 503, json: { code: "busy" }, retryAfter: "3" },
  { status: 200, json: null, retryAfter: null }, // a portal, or half an answer
  { status: 401, json: null, retryAfter: null },
  { status: 413, json: null, retryAfter: null },
  { status: 400, json: { code: "malformed" }, retryAfter: null },
]);

/** @type {Record<string, (world: World) => unknown>} */
export const ON_THE_LINE = {
  answered: (world) => world.onRequest((request) => request.held ?? world.serve(request)),
  "request lost": (world) => world.onRequest(({ held }) => held ?? null),
  "answer lost": (world) =>
    world.onRequest((request) => {
      world.serve(request);
      return null;
    }),
  "answer too slow": (world) =>
    world.onRequest((request) => {
      world.serve(request);
      return "slow";
    }),
  "answer late": (world) =>
    world.onRequest((request) => {
      request.held ??= world.serve(request);
      return undefined;
    }),
  "request twice": (world) =>
    world.onRequest((request) => {
      world.serve(request);
      return world.serve(request);
    }),
  "half of the receipts": (world) =>
    world.onRequest((request) => {
      const raw = world.serve(request);
      raw.json.results = raw.json.results?.filter(() => world.roll() < 0.5);
      return raw;
    }),
  "foreign digests": (world) =>
    world.onRequest((request) => {
      const raw = world.serve(request);
      raw.json.results = raw.json.results?.map((/** @type {any} */ one) => ({ ...one, sha256: "00" }));
      return raw;
    }),
  "another's answer": (world) =>
    world.onRequest((request) => {
      const raw = world.serve(request);
      return { ...raw, json: { ...raw.json, batch_id: "another" } };
    }),
  "a fault of the line": (world) => world.onRequest(() => world.pick(FAULTS)),
};
