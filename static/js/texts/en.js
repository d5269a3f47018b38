/** The phone in English: every sentence of the source by its Swedish. `{0}` stands for what is put in, in any order. */

import { LOGGA } from "./en/logga.js";
import { SHARED } from "./en/shared.js";
import { SHELL } from "./en/shell.js";
import { TIMES } from "./en/times.js";

/** @type {Readonly<Record<string, string>>} */
export const ENGLISH = { ...TIMES, ...SHELL, ...SHARED, ...LOGGA };
