// Answers, line by line, what the phone's guard says of a note: a text in, {level, kinds} out.

import process from "node:process";
import { createInterface } from "node:readline";
import { judge } from "../../static/js/core/personal_data.js";

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(judge(JSON.parse(line)))}\n`);
}
