/** The model's phone: a disk that outlives its apps, a clock of its own, and who logs on it. */

import { MUNICIPALITY } from "./model_verdicts.js";
import { Shelf } from "./shelf.js";

/** @typedef {import("../../static/js/core/shapes").Who} Who */
/** @typedef {import("./model_tab.js").Tab} Tab */

export const KEPT_DAYS = 7;

/** What was saved is on one disk, under its digest, until the server has it for good. */
export class Disk extends Shelf {
  /** What an app was told is saved. @type {Map<string, string>} */
  promised = new Map();
  /** What a person mended or threw away: nobody misses it. @type {Set<string>} */
  dealtWith = new Set();
  /** Numbers of records that were spoilt. @type {Set<number>} */
  spoilt = new Set();
}

export class Phone {
  offset = 0; // of its clock
  hasLocks = true;
  /** @type {{tab: Tab, lose: (reason: Error) => void} | null} */
  lock = null;
  isFull = false;

  /** @param {Disk} disk */
  constructor(disk) {
    this.disk = disk;
    disk.between = (kind) => {
      if (this.isFull && kind !== "read") {
        throw new DOMException("full", "QuotaExceededError");
      }
    };
  }
}

/** @type {Who} */
export const WHO = {
  user: { id: "me", name: "Sara", organisation: "police", role: "officer" },
  municipalities: [{ code: MUNICIPALITY, name: "Lekeberg" }],
  current: MUNICIPALITY,
  entries_kept_days: KEPT_DAYS,
};

export const DRAFT = {
  municipality: MUNICIPALITY,
  type: "foot_patrol",
  focus: [],
  place: null,
  when: /** @type {const} */ ({ kind: "now" }),
  minutes: 30,
  organisations: ["police"],
  colleagues: [],
  others: 0,
  targeted: false,
  interrupted: false,
  counters: {},
  note: "",
  mends: null,
};
