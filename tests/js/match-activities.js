// Answers, line by line, which commitments the phone says an activity counts for: {reference, activities} in, ids out.

import process from "node:process";
import { createInterface } from "node:readline";
import { claims } from "../../static/js/core/figures.js";
import { told } from "../../static/js/core/operation.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { reference, activities } = JSON.parse(line);
  const counted = activities.map((/** @type {object} */ raw) => {
    const { activity } = /** @type {any} */ (told(JSON.stringify(raw)));
    return claims(reference, activity, activity.started)
      .filter(({ fails }) => !fails)
      .map(({ commitment: { id } }) => id)
      .sort();
  });
  process.stdout.write(`${JSON.stringify(counted)}\n`);
}
