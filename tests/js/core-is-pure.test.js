// The pure rules are handed the time and chance; the type checker keeps the rest of the browser out.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const CORE = new URL("../../static/js/core/", import.meta.url);
const READS_CLOCK_OR_CHANCE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\./;

test("no module of core reads the clock or draws lots", () => {
  const modules = readdirSync(CORE, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  const guilty = modules.filter((file) =>
    READS_CLOCK_OR_CHANCE.test(readFileSync(new URL(file, CORE), "utf8")),
  );
  assert.deepEqual(guilty, []);
});
