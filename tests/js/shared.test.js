/** What another app shares becomes the words of a note and a hint of the place, and no more. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest, sharedOf } from "../../static/js/core/shared.js";

const PLACES = /** @type {any[]} */ ([
  { id: "badet", name: "Lanna badgruva", point: [59.2475, 14.9311] },
  { id: "leken", name: "Leken", point: [59.21, 14.9] },
  { id: "utan", name: "Utan punkt", point: null },
]);

test("where nothing is shared nothing is said", () => {
  for (const given of [{}, { text: "", url: "" }, { text: " \n" }, { src: "pwa" }]) {
    assert.equal(sharedOf(given), null, JSON.stringify(given));
  }
});

test("title, text and address come into the note, each once and on one line", () => {
  const said = { title: "Trygghetsvandring", text: "Trygghetsvandring\nkl. 18 vid torget" };
  assert.equal(sharedOf(said)?.note, "Trygghetsvandring kl. 18 vid torget");
  const page = { title: "Sommarlov", url: "https://www.lekeberg.se/sommarlov" };
  assert.equal(sharedOf(page)?.note, "Sommarlov https://www.lekeberg.se/sommarlov");
  const twice = { text: "Se https://www.lekeberg.se/a", url: "https://www.lekeberg.se/a" };
  assert.equal(sharedOf(twice)?.note, "Se https://www.lekeberg.se/a");
  assert.equal(sharedOf({ text: "Ett\u202eord\u0000 till" })?.note, "Ettord till");
});

test("a note has 140 letters, and what had no room is told", () => {
  const exact = sharedOf({ text: "å".repeat(140) });
  assert.deepEqual([exact?.note.length, exact?.isCut], [140, false]);
  const long = sharedOf({ text: `${"😀".repeat(140)}b` });
  assert.deepEqual([[...(long?.note ?? "")].length, long?.isCut], [140, true]);
});

test("a map's link gives its point, and neither stands in the note", () => {
  const links = [
    "https://www.google.com/maps/place/Lanna/@59.2,14.8,17z/data=!3m1!4b1!4m6!3m5!8m2!3d59.2475!4d14.9311?entry=tts",
    "https://www.google.com/maps?q=59.2475,14.9311",
    "https://www.google.com/maps/search/?api=1&query=59.2475%2C14.9311",
    "https://maps.google.com/maps?q=loc:59.2475,14.9311&z=15",
    "https://maps.apple.com/?ll=59.2475,14.9311&q=Lanna",
    "https://maps.apple.com/place?coordinate=59.2475,14.9311&name=Lanna",
    "https://www.openstreetmap.org/?mlat=59.2475&mlon=14.9311#map=16/59.2/14.8",
    "https://www.openstreetmap.org/#map=16/59.2475/14.9311",
    "https://www.google.com/maps/@59.2475,14.9311,15z",
    "geo:59.2475,14.9311?z=17",
    "59.2475, 14.9311",
  ];
  for (const link of links) {
    const found = sharedOf({ title: "Lanna badgruva", text: `Lanna badgruva\n${link}` });
    assert.deepEqual(found, { note: "Lanna badgruva", isCut: false, point: [59.2475, 14.9311] }, link);
  }
});

test("what only looks like a point is text", () => {
  for (const text of ["Körde 59.5, 14.2 mil", "Version 99.1234,200.1234", "https://maps.app.goo.gl/AbC1"]) {
    assert.deepEqual(sharedOf({ text }), { note: text, isCut: false, point: null });
  }
  assert.equal(sharedOf({ text: "https://a.se/?q=%E0%A4%A" })?.point, null);
});

test("the nearest known place is named where one is near", () => {
  assert.equal(nearest(PLACES, [59.2475, 14.9311])?.id, "badet");
  assert.equal(nearest(PLACES, [59.2475, 14.94])?.id, "badet");
  assert.equal(nearest(PLACES, [59.3, 14.94]), null);
  assert.equal(nearest([], [59.2475, 14.9311]), null);
});
