/** Mina with nothing in it: one sentence, and the one action. */

import { t } from "../core/texts.js";
import { h, icon } from "./dom.js";

export const nothingYet = () =>
  h("p", { class: "empty" }, t`Inget loggat än. Tryck på Ny när något är gjort.`);

export const wayToNew = () =>
  h("a", { class: "btn btn--primary btn--large btn--wide", href: "/ny" }, icon("plus"), t`Ny`);
