/** Swedish days and clocks, with the nights on which the clock is moved. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as calendar from "../../static/js/core/calendar.js";

const { clockOf, dayName, hoursAndMinutes, instantOf, isoWeek, length, local, moment, rfc3339 } = calendar;

test("a clock time in winter and in summer becomes the right instant", () => {
  assert.equal(instantOf("2026-01-15", 15 * 60 + 42), Date.parse("2026-01-15T14:42:00Z"));
  assert.equal(instantOf("2026-07-15", 15 * 60 + 42), Date.parse("2026-07-15T13:42:00Z"));
});

test("an ambiguous clock time in October is its first occurrence", () => {
  assert.equal(instantOf("2026-10-25", 150), Date.parse("2026-10-25T00:30:00Z"));
});

test("a clock time that is skipped in March moves on", () => {
  assert.equal(local(instantOf("2026-03-29", 150)).minutes, 210);
});

test("every hour of a year goes to a local time and back, but for the hour that comes twice", () => {
  const first = Date.parse("2026-01-01T00:00:00Z");
  const lost = Array.from({ length: 365 * 24 }, (_, hour) => first + hour * calendar.HOUR).filter(
    (instant) => {
      const { date, minutes } = local(instant);
      return instantOf(date, minutes) !== instant;
    },
  );
  assert.deepEqual(lost, [Date.parse("2026-10-25T01:00:00Z")]);
});

test("a local time is what the browser's own calendar says, on the days on which the clock is moved too", () => {
  const wall = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Stockholm",
    dateStyle: "short",
    timeStyle: "short",
  });
  const days = ["1969-12-31", "2025-12-31", "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"];
  for (const first of days.map((day) => Date.parse(`${day}T00:00:00Z`))) {
    for (let instant = first + 17_000; instant < first + 2 * calendar.DAY; instant += 7 * calendar.MINUTE) {
      const { date, minutes } = local(instant);
      assert.equal(`${date} ${calendar.clock(minutes)}`, wall.format(instant));
    }
  }
});

test("what is sent carries Sweden's offset and whole minutes", () => {
  assert.equal(rfc3339(Date.parse("2026-01-15T14:42:59.9Z")), "2026-01-15T15:42:00+01:00");
  assert.equal(rfc3339(Date.parse("2026-07-15T22:30:00Z")), "2026-07-16T00:30:00+02:00");
});

test("minutes past midnight belong to the next day", () => {
  assert.equal(instantOf("2026-01-15", 1500), instantOf("2026-01-16", 60));
});

test("weeks are ISO weeks", () => {
  assert.deepEqual(["2021-01-03", "2021-01-04", "2020-12-31", "2026-12-31"].map(isoWeek), [53, 1, 53, 53]);
});

test("days, lengths and figures in Swedish", () => {
  assert.equal(dayName("2026-03-09", "2026-03-09"), "i dag");
  assert.equal(dayName("2026-03-08", "2026-03-09"), "i går");
  assert.equal(dayName("2025-12-30", "2026-03-09"), "tis 30 dec 2025");
  assert.equal(clockOf(instantOf("2026-03-09", 65)), "01:05");
  assert.equal(moment(instantOf("2026-03-08", 65), instantOf("2026-03-09", 0)), "i går 01:05");
  assert.deepEqual([20, 119, 120, 150].map(length), ["20 min", "119 min", "2:00 tim", "2:30 tim"]);
  assert.equal(hoursAndMinutes(2700), "0:45");
});
