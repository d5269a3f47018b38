/** Hur länge and when: just now, another day by a chip, or from start to stop. */

import { addDays, clock, clockOf, dayName, local, minutesOf, weekdayName } from "../core/calendar.js";
import { capital } from "../core/choices.js";
import { h, icon, part, put } from "./dom.js";
import { pick } from "./form_what.js";

const LENGTHS = [15, 30, 60, 120];
const WEEKDAYS_BACK = 6;

/** @param {import("./form.js").Form} form @returns {import("./form.js").FormPart} */
export function attachWhen(form) {
  const button = part(form.root, "when");
  const panel = part(form.root, "when-panel");
  const lengths = part(form.root, "length");

  const today = () => local(form.app.book.powers.now()).date;
  const quarter = () => Math.floor(local(form.app.book.powers.now()).minutes / 15) * 15;
  const day = () => (form.draft.when.kind === "now" ? null : form.draft.when.date);

  /** @param {string | null} date null is now */
  function chooseDay(date) {
    const { when, minutes } = form.draft;
    if (when.kind === "span") {
      form.change({ when: { ...when, date: date ?? today() } });
    } else if (date === null) {
      form.change({ when: { kind: "now" } });
    } else {
      const start = when.kind === "at" ? when.minutes : Math.max(0, quarter() - minutes);
      form.change({ when: { kind: "at", date, minutes: start } });
    }
    showPanel();
  }

  function showPanel() {
    const chosen = day();
    const back = Array.from({ length: WEEKDAYS_BACK + 2 }, (_, days) => addDays(today(), -days));
    const isOther = chosen !== null && !back.includes(chosen);
    const { when } = form.draft;
    const days = back.map((date, number) =>
      pick(
        { group: "day", checked: chosen === date, press: () => chooseDay(date) },
        number < 2 ? dayName(date, today()) : weekdayName(date),
      ),
    );
    put(
      panel,
      h(
        "div",
        { class: "days", role: "group", "aria-label": "Dag" },
        pick({ group: "day", checked: chosen === null, press: () => chooseDay(null) }, "Nu"),
        ...days,
      ),
      h(
        "div",
        { class: "pair" },
        field(
          "Annat datum",
          { type: "date", max: today(), value: isOther ? chosen : "" },
          (value) => value && chooseDay(value),
        ),
        when.kind === "at" && field("Började", { type: "time", value: clock(when.minutes) }, setStart),
      ),
    );
  }

  /** @param {string} value */
  function setStart(value) {
    const { when } = form.draft;
    if (when.kind === "at") {
      form.change({ when: { ...when, minutes: minutesOf(value) } });
    }
  }

  function showLengths() {
    const { when, minutes } = form.draft;
    const offered = [...new Set([...LENGTHS, ...(when.kind === "span" ? [] : [minutes])])].sort(
      (a, b) => a - b,
    );
    const chips = offered.map((length) => {
      const checked = when.kind !== "span" && minutes === length;
      return pick(
        { group: "length", checked, style: " pick--figure", press: () => chooseLength(length) },
        String(length),
      );
    });
    const span = pick(
      { group: "length", checked: when.kind === "span", style: " pick--figure", press: startSpan },
      "Start–stopp",
    );
    span.classList.add("chip--more");
    put(lengths, ...chips, span, when.kind === "span" && times(when));
  }

  /** @param {{from: number, to: number}} when */
  const times = ({ from, to }) =>
    h(
      "div",
      { class: "pair pick--wide" },
      field("Start", { type: "time", value: clock(from) }, (value) => setSpan({ from: minutesOf(value) })),
      field("Slut", { type: "time", value: clock(to) }, (value) => setSpan({ to: minutesOf(value) })),
    );

  /** @param {number} minutes */
  function chooseLength(minutes) {
    const { when } = form.draft;
    const isSpan = when.kind === "span";
    const isToday = isSpan && when.date === today();
    const next = isSpan
      ? isToday
        ? { kind: "now" }
        : { kind: "at", date: when.date, minutes: when.from }
      : when;
    form.change({ minutes, when: /** @type {import("../core/shapes").When} */ (next) });
    if (isSpan) {
      showLengths();
      lengths.querySelector("input:checked")?.dispatchEvent(new Event("focus"));
    }
  }

  function startSpan() {
    const { when, minutes } = form.draft;
    const end = quarter();
    const from = when.kind === "at" ? when.minutes : (end - minutes + 1440) % 1440;
    const to = when.kind === "at" ? (when.minutes + minutes) % 1440 : end;
    form.change({ when: { kind: "span", date: day() ?? today(), from, to } });
    showLengths();
    lengths.querySelector("input[type=time]")?.scrollIntoView({ block: "center" });
  }

  /** @param {{from?: number, to?: number}} change */
  function setSpan(change) {
    const { when } = form.draft;
    if (when.kind === "span") {
      form.change({ when: { ...when, ...change } });
    }
  }

  function showButton() {
    const { when } = form.draft;
    const now = form.app.book.powers.now();
    const date = when.kind === "now" ? "" : capital(dayName(when.date, today()));
    const text =
      when.kind === "now"
        ? `Nu, ${clockOf(now)}`
        : `${date} ${clock(when.kind === "at" ? when.minutes : when.from)}${when.kind === "span" ? `–${clock(when.to)}` : ""}`;
    put(button, icon("clock"), text);
  }

  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    showPanel();
  });

  return {
    refresh(changed) {
      if (!changed) {
        panel.hidden = true;
        button.setAttribute("aria-expanded", "false");
        showLengths();
      }
      showButton();
    },
  };
}

/** @param {string} label @param {import("./dom.js").Attributes} attributes @param {(value: string) => void} changed */
const field = (label, attributes, changed) =>
  h(
    "label",
    { class: "field" },
    h("span", { class: "label" }, label),
    h("input", {
      class: "input",
      ...attributes,
      onchange: (/** @type {{target: HTMLInputElement}} */ { target }) => changed(target.value),
    }),
  );
