// Answers, line by line, which faults a page has: {name, html} in, a list of sentences out.

import process from "node:process";
import { createInterface } from "node:readline";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const validator = new HtmlValidate(new FileSystemConfigLoader());

for await (const line of createInterface({ input: process.stdin })) {
  const { name, html } = JSON.parse(line);
  const report = await validator.validateString(html, `${name}.html`);
  const faults = report.results.flatMap((result) =>
    result.messages.map(
      (fault) => `${name}:${fault.line}:${fault.column} ${fault.message} (${fault.ruleId})`,
    ),
  );
  process.stdout.write(`${JSON.stringify(faults)}\n`);
}
