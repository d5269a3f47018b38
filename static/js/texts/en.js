/** The phone in English: every sentence of the source by its Swedish. `{0}` stands for what is put in, in any order. */

import { EVERYWHERE } from "./en/everywhere.js";
import { HELP } from "./en/help.js";
import { LAGET } from "./en/laget.js";
import { LOGGA } from "./en/logga.js";
import { MER } from "./en/mer.js";
import { MINA } from "./en/mina.js";
import { NEEDS } from "./en/needs.js";
import { NY } from "./en/ny.js";
import { PHONE } from "./en/phone.js";
import { PLACES } from "./en/places.js";
import { PLANNED } from "./en/planned.js";
import { PRACTICE } from "./en/practice.js";
import { REMINDERS } from "./en/reminders.js";
import { SHARED } from "./en/shared.js";
import { SHEET } from "./en/sheet.js";
import { SHELL } from "./en/shell.js";
import { SIGNS } from "./en/signs.js";
import { SUNDAY } from "./en/sunday.js";
import { TIMER } from "./en/timer.js";
import { TIMES } from "./en/times.js";

/** @type {Readonly<Record<string, string>>} */
export const ENGLISH = {
  ...EVERYWHERE,
  ...TIMES,
  ...SHELL,
  ...LOGGA,
  ...SHEET,
  ...NY,
  ...MINA,
  ...NEEDS,
  ...LAGET,
  ...MER,
  ...PHONE,
  ...SIGNS,
  ...PRACTICE,
  ...HELP,
  ...SHARED,
  ...PLACES,
  ...PLANNED,
  ...REMINDERS,
  ...TIMER,
  ...SUNDAY,
};
