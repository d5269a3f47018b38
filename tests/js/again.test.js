/** What is offered first: own habit, hour and weekday, nearness and what is missing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { suggestions } from "../../static/js/core/again.js";
import { likelyKinds, likelyPlaces, placeNote } from "../../static/js/core/choices.js";
import { again, emptyDraft, span } from "../../static/js/core/draft.js";
import { faults } from "../../static/js/core/faults.js";
import { titleOf } from "../../static/js/core/names.js";
import { found } from "../../static/js/core/places_found.js";
import { asLength, asSpan, onDay, whenText } from "../../static/js/core/when.js";
import {
  commitment,
  DAYS,
  entry,
  MINUTES,
  MONDAY_AT_THREE,
  PRESENCE,
  reference,
  SCHOOLS,
} from "./examples.js";

const NOW = MONDAY_AT_THREE;
const HERE = reference(commitment());

/** @param {number} back days ago @param {Partial<import("../../static/js/core/shapes").Activity>} what @param {number} [minutes] */
const done = (back, what, minutes = 30) => {
  const started = NOW - back * DAYS - minutes * MINUTES;
  return entry({ state: "sent" }, { started, ended: started + minutes * MINUTES, ...what });
};
const PATROL = { type: "foot_patrol", focus: ["school"], place: "norra" };
const SURVEY = { type: "survey", focus: [], place: null };

/** @param {import("../../static/js/core/shapes").Entry[]} entries @param {import("../../static/js/core/shapes").Point | null} [here]
 * @param {import("../../static/js/core/shapes").Reference} [reference] @param {[string, number][]} [pending] */
const offered = (entries, here = null, reference = HERE, pending = []) =>
  suggestions({ entries, pending: new Map(pending) }, reference, NOW, here, 4).map(({ key }) => key);

test("what was done often and lately comes first, each thing once", () => {
  const entries = [done(1, SURVEY), done(2, PATROL), done(3, PATROL), done(4, PATROL)];
  assert.deepEqual(offered(entries), ["foot_patrol/school/norra", "survey//"]);
});

test("the same weekday and hour outweigh another day", () => {
  const tuesday = {
    ...SURVEY,
    started: NOW - 6 * DAYS - 8 * 60 * MINUTES,
    ended: NOW - 6 * DAYS - 7 * 60 * MINUTES,
  };
  assert.deepEqual(
    offered([entry({ state: "sent" }, tuesday), done(7, PATROL)])[0],
    "foot_patrol/school/norra",
  );
});

test("the place where one stands outweighs habit", () => {
  const entries = [done(1, { place: "sodra" }), done(2, { place: "sodra" }), done(3, { place: "vagen" })];
  assert.equal(offered(entries)[0], "traffic_check/speed/sodra");
  assert.equal(offered(entries, [59.2001, 14.9])[0], "traffic_check/speed/vagen");
});

test("what is saved and not yet sent is history like any other", () => {
  assert.deepEqual(offered([{ ...done(0, PATROL), state: "wait" }]), ["foot_patrol/school/norra"]);
});

test("what a commitment lacks comes before what is done with, and what waits on the phone is done", () => {
  const [survey, check] = [done(2, SURVEY), done(3, { place: "vagen" })];
  const speed = "traffic_check/speed/vagen";
  const told = (/** @type {Partial<import("../../static/js/core/shapes").Progress>} */ progress) =>
    reference(
      commitment({ progress: { kind: "count", status: "behind", value: 51, at_least: 52, ...progress } }),
    );
  const first = (/** @type {Parameters<typeof told>[0]} */ progress, /** @type {number} */ waiting = 0) =>
    offered([survey, check], null, told(progress), [["speed-checks", waiting]])[0];
  assert.equal(first({}), speed);
  assert.equal(first({ status: "on_pace" }), "survey//");
  assert.equal(first({}, 1), "survey//");
});

test("a week that lacks its hours asks for what gives them, a week that has them does not", () => {
  const joint = { ...SURVEY, organisations: ["municipality"] }; // no police, no presence
  const entries = [done(2, joint), done(3, PATROL)];
  const week = (/** @type {number} */ waiting) =>
    offered(entries, null, reference(PRESENCE), [["presence", waiting]])[0];
  assert.equal(week(0), "foot_patrol/school/norra");
  assert.equal(week(7200 - 2700), "survey//");
});

test("a place that is covered already is not what coverage lacks", () => {
  const covered = { type: "foot_patrol", focus: [], place: "norra" };
  const remaining = { type: "foot_patrol", focus: [], place: "sodra" };
  const entries = [done(2, covered), done(3, remaining)];
  assert.deepEqual(offered(entries, null, reference(SCHOOLS)), ["foot_patrol//sodra", "foot_patrol//norra"]);
});

test("what was taken back, refused, unknown by now, elsewhere or made by the product is not offered", () => {
  const entries = [
    entry({ state: "sent" }, { ...PATROL, type: "follow_up", focus: [] }),
    entry({ state: "removed" }, PATROL),
    entry({ state: "need" }, PATROL),
    entry({ state: "sent" }, { ...PATROL, place: "riven" }),
    entry({ state: "sent" }, { ...PATROL, type: "abolished" }),
    entry({ state: "sent", municipality: "0882" }, PATROL),
  ];
  assert.deepEqual(offered(entries), []);
});

test("the usual length is the most common of late", () => {
  const entries = [done(1, PATROL, 60), done(2, PATROL, 20), done(3, PATROL, 20)];
  assert.equal(suggestions({ entries, pending: new Map() }, HERE, NOW, null, 4)[0]?.minutes, 20);
});

test("again means what, where and how long: never who, counters or note", () => {
  const { activity } = entry(
    {},
    { participants: ["me", "you"], others: 3, counters: { vehicles: 9 }, targeted: true },
  );
  const draft = again(emptyDraft("1814", "police"), activity);
  assert.deepEqual(
    [draft.type, draft.focus, draft.place, draft.minutes],
    ["traffic_check", ["speed"], "vagen", 45],
  );
  assert.deepEqual(
    [draft.colleagues, draft.others, draft.counters, draft.targeted, draft.note],
    [[], 0, {}, false, ""],
  );
});

test("kinds: the last one, then the frequent, then those that the pledge names and is behind on", () => {
  const kinds = likelyKinds([done(1, SURVEY), done(2, PATROL), done(3, PATROL)], HERE, "police", 4);
  assert.deepEqual(
    kinds.map(({ type, focus }) => [type, ...focus].join("+")),
    ["survey", "foot_patrol+school", "traffic_check+speed"],
  );
  assert.deepEqual(likelyKinds([], HERE, "municipality", 4), []);
});

test("places: nearest where the position is known, else used last for this kind", () => {
  const names = (/** @type {any[]} */ places) => places.map(({ place }) => place.id);
  const entries = [done(1, { place: "sodra", type: "survey" }), done(2, { place: "gatan" })];
  assert.deepEqual(names(likelyPlaces(HERE, entries, "traffic_check", null)).slice(0, 2), ["gatan", "sodra"]);
  assert.deepEqual(names(likelyPlaces(HERE, entries, "traffic_check", [59.2, 14.9])), [
    "vagen",
    "gatan",
    "sodra",
    "norra",
  ]);
});

test("places: behind the two nearest stands the one used last, however far it is", () => {
  const names = (/** @type {any[]} */ places) => places.map(({ place }) => place.id);
  const used = [done(1, { place: "norra" }), done(2, { place: "vagen" })];
  assert.deepEqual(names(likelyPlaces(HERE, used, "traffic_check", [59.2, 14.9])), [
    "vagen",
    "gatan",
    "norra",
    "sodra",
  ]);
});

test("a place is found by a few letters of its name, its other name or its kind", () => {
  const all = likelyPlaces(HERE, [], null, null);
  const hits = (/** @type {string} */ search) => found(HERE, all, search).map(({ place }) => place.id);
  assert.deepEqual(hits("ostra"), ["gatan"]);
  assert.deepEqual(hits("norrsk"), ["norra"]);
  assert.deepEqual(hits("skola sod"), ["sodra"]);
  assert.equal(hits("").length, 4);
});

test("a place says that citizens pointed it out, and how far it is", () => {
  const [road] = HERE.places;
  assert.ok(road);
  assert.equal(placeNote(road, 118, NOW), "utpekad · 120 m");
  assert.equal(placeNote(road, 2340, NOW), "utpekad · 2,3 km");
  assert.equal(placeNote({ ...road, flagged: [] }, null, NOW), "");
});

test("a kind has the name that people use", () => {
  assert.deepEqual(titleOf(HERE, { type: "traffic_check", focus: ["speed"] }), {
    name: "Hastighets\u00adkontroll",
    beside: "",
  });
  assert.deepEqual(titleOf(HERE, { type: "foot_patrol", focus: ["school"] }), {
    name: "Fotpatrull",
    beside: "skolmiljö",
  });
  assert.deepEqual(titleOf(HERE, { type: "gone", focus: [] }), { name: "Gone", beside: "" });
});

test("a draft says what is wrong with it, in sentences", () => {
  const draft = { ...emptyDraft("1814", "police"), type: "survey" };
  assert.deepEqual(faults(draft, NOW), {});
  assert.deepEqual(Object.keys(faults({ ...draft, type: null, organisations: [] }, NOW)), [
    "type",
    "organisations",
  ]);
  const ahead = /** @type {const} */ ({ kind: "at", date: "2026-03-10", minutes: 60 });
  assert.equal(faults({ ...draft, when: ahead }, NOW).when, "Tiden ligger i framtiden.");
  const unset = /** @type {const} */ ({ kind: "at", date: "2026-03-08", minutes: Number.NaN });
  assert.equal(faults({ ...draft, when: unset }, NOW).when, "Fyll i både dag och klockslag.");
  assert.ok(faults({ ...draft, note: "å".repeat(141) }, NOW).note);
  assert.ok(faults({ ...draft, counters: { vehicles: 1.5 } }, NOW).counters);
});

test("a span past midnight ends the day after", () => {
  const draft = {
    ...emptyDraft("1814", "police"),
    when: /** @type {const} */ ({ kind: "span", date: "2026-03-08", from: 1380, to: 60 }),
  };
  const { started, ended } = span(draft, NOW);
  assert.equal((ended - started) / MINUTES, 120);
});

test("choosing another day, a span and a length again keeps what still holds", () => {
  const draft = emptyDraft("1814", "police");
  const yesterday = onDay(draft, "2026-03-08", NOW);
  assert.deepEqual(yesterday, { kind: "at", date: "2026-03-08", minutes: 14 * 60 + 30 });
  assert.equal(whenText(yesterday, NOW), "i går 14:30");
  const spanned = asSpan({ ...draft, when: yesterday }, NOW);
  assert.equal(whenText(spanned, NOW), "i går 14:30–15:00");
  assert.deepEqual(asLength({ ...draft, when: spanned }, NOW), yesterday);
  assert.deepEqual(onDay({ ...draft, when: yesterday }, null, NOW), { kind: "now" });
  assert.deepEqual(asLength({ ...draft, when: asSpan(draft, NOW) }, NOW), { kind: "now" });
});
