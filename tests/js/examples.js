/** A municipality, a pledge and entries to try the phone's rules on. */

/** @typedef {import("../../static/js/core/shapes").Activity} Activity */
/** @typedef {import("../../static/js/core/shapes").Commitment} Commitment */
/** @typedef {import("../../static/js/core/shapes").Entry} Entry */
/** @typedef {import("../../static/js/core/shapes").Reference} Reference */

export const MONDAY_AT_THREE = Date.parse("2026-03-09T15:00:00+01:00");
export const MINUTES = 60_000;
export const DAYS = 86_400_000;

/** @param {Partial<Commitment>} over @returns {Commitment} */
export const commitment = (over = {}) => ({
  id: "speed-checks",
  label: "Hastighetskontroller",
  wording: "Minst femtiotvå hastighetskontroller.",
  counts: { types: ["traffic_check"], focus: ["speed"], performed_by: ["police"], flagged: true },
  target: { kind: "count", at_least: 52 },
  valid: { from: "2026-01-01", to: "2026-12-31" },
  rule_sentence: "",
  target_sentence: "",
  progress: { kind: "count", status: "watch", value: 31, at_least: 52, expected: 34.2 },
  needed_per_week: 1.4,
  last_activity: "2026-03-01",
  ...over,
});

export const PRESENCE = commitment({
  id: "presence",
  label: "Närvaro",
  counts: { performed_by: ["police"] },
  target: { kind: "hours", at_least: 2, per: "iso_week" },
  progress: {
    kind: "hours",
    status: "on_pace",
    periods: [
      {
        from: "2026-03-02",
        to: "2026-03-08",
        value: 7200,
        at_least: 7200,
        scored: true,
        closed: true,
        met: true,
      },
      {
        from: "2026-03-09",
        to: "2026-03-15",
        value: 2700,
        at_least: 7200,
        scored: true,
        closed: false,
        met: false,
      },
    ],
    periods_met: 9,
    periods_scored: 9,
  },
});

export const SCHOOLS = commitment({
  id: "every-school",
  label: "Alla skolor besökta",
  counts: { types: ["foot_patrol"], places: ["norra", "sodra"] },
  target: { kind: "coverage" },
  progress: { kind: "coverage", status: "in_progress", value: 1, at_least: 2, remaining: ["sodra"] },
});

/** @param {Commitment[]} commitments @returns {Reference} */
export const reference = (...commitments) => ({
  municipality: { code: "1814", name: "Lekeberg" },
  generated_at: "2026-03-09T14:00:00+01:00",
  as_of: "2026-03-09",
  types: [
    {
      code: "traffic_check",
      sv: "trafik\u00adkontroll",
      icon: "gauge",
      focus: [
        { code: "speed", sv: "hastighet" },
        { code: "heavy_traffic", sv: "tung trafik" },
      ],
      counters: [{ code: "vehicles", sv: "fordon" }],
    },
    {
      code: "foot_patrol",
      sv: "fotpatrull",
      icon: "foot",
      focus: [{ code: "school", sv: "skolmiljö" }],
      counters: [],
    },
    { code: "survey", sv: "kartläggning", focus: [], counters: [] },
    { code: "follow_up", sv: "uppföljning", focus: [], counters: [], made_by_product: true },
  ],
  place_kinds: [
    { code: "road", sv: "väg" },
    { code: "school", sv: "skola" },
  ],
  organisations: [
    { key: "police", sv: "Polisen" },
    { key: "municipality", sv: "Kommunen" },
  ],
  places: [
    {
      id: "vagen",
      name: "Norra vägen",
      kinds: ["road"],
      point: [59.2, 14.9],
      flagged: [{ from: "2025-01-01", to: null }],
    },
    { id: "gatan", name: "Östra gatan", kinds: ["road"], point: [59.21, 14.9], flagged: [] },
    {
      id: "norra",
      name: "Norra skolan",
      aliases: ["Norrskolan"],
      kinds: ["school"],
      point: null,
      flagged: [],
    },
    { id: "sodra", name: "Södra skolan", kinds: ["school"], point: [59.3, 14.9], flagged: [] },
  ],
  pledges: [
    {
      key: "lofte",
      title: "Medborgarlöfte",
      valid: { from: "2026-01-01", to: "2026-12-31" },
      demo: false,
      focus_areas: [{ name: "Trafik", commitments }],
    },
  ],
});

/** @param {Partial<Activity>} [over] @returns {Activity} */
export const activity = (over = {}) => ({
  type: "traffic_check",
  focus: ["speed"],
  organisations: ["police"],
  participants: ["me"],
  others: 0,
  targeted: false,
  outcome: "completed",
  place: "vagen",
  counters: {},
  started: MONDAY_AT_THREE - 45 * MINUTES,
  ended: MONDAY_AT_THREE,
  ...over,
});

let seq = 0;

/** @param {Partial<Entry>} [over] @param {Partial<Activity>} [what] @returns {Entry} */
export const entry = (over = {}, what = {}) => {
  seq += 1;
  return {
    id: `entry-${seq}`,
    seq,
    municipality: "1814",
    activity: activity(what),
    note: "",
    state: "wait",
    code: "",
    errors: {},
    saved_at: MONDAY_AT_THREE,
    rev: null,
    received_at: null,
    counted_towards: [],
    unsent: false,
    withdrawing: false,
    whole: true,
    past: { items: [], change: undefined, ahead: undefined },
    conflict: null,
    ...over,
  };
};
