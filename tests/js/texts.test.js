/** Two languages on the phone: no sentence without its English, no English without its sentence, none left outside. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { moment } from "../../static/js/core/calendar.js";
import { named, speak, t } from "../../static/js/core/texts.js";
import { ENGLISH } from "../../static/js/texts/en.js";
import { MONDAY_AT_THREE } from "./examples.js";
import { textsOf } from "./sources.js";

const STATIC = new URL("../../static/js/", import.meta.url);
const TEMPLATES = new URL("../../templates/phone/", import.meta.url);

/** @param {URL} folder @param {string} ending @returns {[string, string][]} name and text of each file */
const read = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);

const modules = read(STATIC, ".js").filter(([name]) => !name.startsWith("texts/"));
const dictionaries = read(new URL("texts/en/", STATIC), ".js");
const said = modules.flatMap(([file, source]) => textsOf(source).map((one) => ({ ...one, file })));
const where = (/** @type {{file: string, line: number, text: string}} */ { file, line, text }) =>
  `${file}:${line} ${text}`;

/** What a template shows: its words between tags, and what is read out. */
const shown = read(TEMPLATES, ".html").flatMap(([, source]) => {
  const bare = source
    .replace(/\{#[\s\S]*?#\}|<noscript>[\s\S]*?<\/noscript>/gu, "")
    .replace(/\{[{%][\s\S]*?[%}]\}/gu, "");
  const words = bare.match(/(?<=>)[^<>]+(?=<)|(?<=(?:aria-label|name="description" content)=")[^"]+/gu) ?? [];
  return words.map((word) => word.trim()).filter((word) => /\p{L}/u.test(word) && word !== "Fältlogg");
});

afterEach(() => speak());

test("every sentence has its English", () => {
  const missing = said.filter(({ tag, text }) => tag === "t" && !(text in ENGLISH)).map(where);
  assert.deepEqual(missing, []);
  assert.deepEqual(
    shown.filter((word) => !(word in ENGLISH)),
    [],
  );
});

test("every English sentence is said somewhere, and stands once", () => {
  const used = new Set([...shown, ...said.filter(({ tag }) => tag === "t").map(({ text }) => text)]);
  assert.deepEqual(
    Object.keys(ENGLISH).filter((key) => !used.has(key)),
    [],
  );
  const keys = dictionaries.flatMap(
    ([, source]) => source.match(/^ {2}(?:"(?:[^"\\]|\\.)*"|[\p{L}\d]+)(?=:)/gmu) ?? [],
  );
  assert.deepEqual(
    keys.filter((key, place) => keys.indexOf(key) !== place),
    [],
  );
  assert.equal(keys.length, Object.keys(ENGLISH).length);
});

test("English puts in nothing that the Swedish does not have", () => {
  /** @param {string} text @returns {string[]} */
  const holes = (text) => text.match(/\{\d\}/gu) ?? [];
  for (const [swedish, english] of Object.entries(ENGLISH)) {
    const strange = holes(english).filter((hole) => !holes(swedish).includes(hole));
    assert.deepEqual(strange, [], swedish);
  }
});

test("no sentence is made while a module loads: the language is not known yet", () => {
  assert.deepEqual(said.filter(({ tag, whileLoading }) => tag === "t" && whileLoading).map(where), []);
});

// Not words on the screen: names of keys, of events, of errors, of headers.
const NAMES =
  /^(?:Enter|Escape|Home|End|Arrow\w+|\w+Error|Content-\w+|Retry-After|X-\w+|If-None-Match|ETag|Europe\/Stockholm|DELETE|POST|GET|PUT|SHA-256|Source Sans 3|Svenska|English|en|Fältlogg)$/u;
const SWEDISH =
  /[åäöÅÄÖ]|^\p{Lu}\p{Ll}+(?:[ ,.]|$)|(?:^| )(?:och|att|som|inte|av|på|är|en|ett|det|den|till|med|för|om|än|kvar|inga|tim|till|utan|nu|senast|post|poster|EJ|I)(?:[ ,.]|$)/u;
// Where long words break is of Swedish words.
const SWEDISH_ITSELF = ["core/hyphens.js"];

test("no Swedish is left outside", () => {
  const left = said.filter(
    ({ tag, text, file }) =>
      tag !== "t" && SWEDISH.test(text) && !NAMES.test(text) && !SWEDISH_ITSELF.includes(file),
  );
  assert.deepEqual(left.map(where), []);
});

test("Swedish needs no dictionary, English may put the words in another order", () => {
  const sentence = () => t`Sparad ${"15:42"}. ${32} av ${52}`;
  assert.equal(sentence(), "Sparad 15:42. 32 av 52");
  speak({ "Sparad {0}. {1} av {2}": "{1} of {2}, saved {0}" });
  assert.equal(sentence(), "32 of 52, saved 15:42");
  assert.equal(t`Ett ord utan motsvarighet`, "Ett ord utan motsvarighet");
  assert.equal(t`Sparad ${"{1} $& {0}"}. ${1} av ${2}`, "1 of 2, saved {1} $& {0}");
});

test("times and the words of the reference data follow the language", () => {
  const yesterday = () => moment(MONDAY_AT_THREE - 86_400_000, MONDAY_AT_THREE);
  const school = { sv: "skola", en: "school" };
  assert.deepEqual([yesterday(), named(school)], ["i går 15:00", "skola"]);
  speak(ENGLISH);
  assert.deepEqual(
    [yesterday(), named(school), named({ sv: "torg" })],
    ["yesterday 15:00", "school", "torg"],
  );
});

test("the reader of sources tells a text from a comment, a pattern and a template in a template", () => {
  const source = [
    'const a = "å\\u00ad"; // "not this"',
    '/* `nor this` */ const b = /["`/]/.test(a) && 4 / 2;',
    "const c = t`early`;",
    "const d = () => t`late #{x ? t`in #{1}` : `plain`} on`;".replaceAll("#", "$"),
    "function e(x) { return { f: t`inside` }; }",
  ].join("\n");
  assert.deepEqual(
    textsOf(source).map(({ text, tag, line, whileLoading }) => [text, tag, line, whileLoading]),
    [
      ["å\u00ad", "", 1, true],
      ["early", "t", 3, true],
      ["in {0}", "t", 4, false],
      ["plain", "", 4, false],
      ["late {0} on", "t", 4, false],
      ["inside", "t", 5, false],
    ],
  );
});
