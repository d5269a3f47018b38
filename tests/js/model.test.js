/** The phone's core against a model: any order of happenings, and after each of them nothing is lost and nothing is untrue. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { dice } from "./dice.js";
import { calm } from "./model_calm.js";
import { NAMES } from "./model_happenings.js";
import { checkTheEnd } from "./model_promises.js";
import { World } from "./model_world.js";

const SEED = Number(process.env["SEED"] ?? 20260309);
const RUNS = Number(process.env["MODEL_RUNS"] ?? 40);
const STEPS = Number(process.env["MODEL_STEPS"] ?? 150);

/** @type {Record<string, number>} */
const fired = {};

for (let run = 0; run < RUNS; run += 1) {
  const seed = SEED + run;
  test(`a phone's life, seed ${seed}`, async () => {
    const world = new World(dice(seed));
    let step = 0;
    try {
      for (; step < STEPS; step += 1) {
        await world.step();
      }
      await calm(world);
      world.phones.forEach(({ disk }) => void checkTheEnd(disk, world.server));
    } catch (reason) {
      const replay = `SEED=${seed} MODEL_RUNS=1 MODEL_STEPS=${STEPS} node --test tests/js/model.test.js`;
      const what = reason instanceof Error ? reason.message : String(reason);
      throw new Error(`${what}\nstep ${step} of seed ${seed}; to replay: ${replay}`, { cause: reason });
    }
    for (const [name, times] of Object.entries(world.fired)) {
      fired[name] = (fired[name] ?? 0) + times;
    }
  });
}

test("every happening happened", { skip: RUNS < 20 }, () => {
  assert.deepEqual(
    NAMES.filter((name) => !fired[name]),
    [],
  );
});
