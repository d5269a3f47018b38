import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

const TIME = { plan_item: "a/1", title: "Fotpatrull" };
const TOLD = { municipality: "1814", times: [TIME] };
/** @type {any} */
const world = globalThis;
const ownFetch = world.fetch;
let asked = 0;

beforeEach(() => {
  asked = 0;
  world.fetch = () => {
    asked += 1;
    const told = JSON.stringify({ ...TOLD, times: [] });
    return Promise.resolve(new Response(told, { headers: { ETag: "new" } }));
  };
});

afterEach(() => {
  world.fetch = ownFetch;
  delete world.faltloggFirst;
});

/** A page of its own. @returns {Promise<typeof import("../../static/js/planning.js")>} */
const planning = () => import(`../../static/js/planning.js?${Math.random()}`);

/** @param {any[]} [items] @returns {any} */
function bookOf(items = []) {
  const facts = new Map();
  return {
    who: { current: "1814" },
    items,
    powers: { now: () => 5 },
    log: {
      fact: (/** @type {string} */ key) => Promise.resolve(facts.get(key)),
      setFact: (/** @type {string} */ key, /** @type {any} */ value) =>
        Promise.resolve(facts.set(key, value)),
    },
  };
}

test("what the start was told is the plan, and is not asked for again the first time", async () => {
  world.faltloggFirst = { plan: Promise.resolve(TOLD) };
  const { earlyPlan, fetchPlan, planOf } = await planning();
  const book = bookOf();
  await Promise.all([earlyPlan(book), fetchPlan(book, "1814")]);
  assert.deepEqual((await planOf(book))?.times, [TIME]);
  assert.equal(asked, 0);
  await fetchPlan(book, "1814");
  assert.deepEqual([(await planOf(book))?.times, asked], [[], 1]);
});

test("the plan of another municipality is asked for beside it", async () => {
  world.faltloggFirst = { plan: Promise.resolve(TOLD) };
  const { fetchPlan } = await planning();
  await fetchPlan(bookOf(), "1861");
  assert.equal(asked, 1);
});

test("where something was said on this phone, what the start was told may be older", async () => {
  world.faltloggFirst = { plan: Promise.resolve(TOLD) };
  const { fetchPlan, planOf } = await planning();
  const book = bookOf([{ seq: 1, kind: "plan", body: "{}" }]);
  await fetchPlan(book, "1814");
  assert.deepEqual([(await planOf(book))?.times, asked], [[], 1]);
});

for (const [name, first] of [
  ["nothing", undefined],
  ["no plan", { plan: Promise.resolve(null) }],
]) {
  test(`a start that was told ${name} asks`, async () => {
    world.faltloggFirst = first;
    const { fetchPlan } = await planning();
    await fetchPlan(bookOf(), "1814");
    assert.equal(asked, 1);
  });
}
