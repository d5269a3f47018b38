/** Kollegor: by name where there is network, the last patrol's by one press without. */

import { counted, moment } from "../core/calendar.js";
import { byCompany, lastPatrol } from "../core/companions.js";
import { t } from "../core/texts.js";
import { h, put } from "./dom.js";
import { pick } from "./form_what.js";

/** @param {import("./form_pieces.js").Form} form */
export function attachPeople(form) {
  const { entries, powers, who } = form.app.book;
  const last = lastPatrol(entries, who.user.id);
  const company = h("div", { class: "grid pick--wide" });
  const names = h("div", { class: "grid pick--wide" });
  /** @type {{id: string, name: string}[] | null} null while they are asked for */
  let known = null;

  /** @param {string[]} ids @param {boolean} isAlong */
  function take(ids, isAlong) {
    const others = form.draft.colleagues.filter((id) => !ids.includes(id));
    form.change({ colleagues: isAlong ? [...others, ...ids] : others });
  }

  /** Everybody of the last patrol: known by their ids, so without network too. */
  function showCompany() {
    if (last) {
      const checked = last.ids.every((id) => form.draft.colleagues.includes(id));
      const press = () => {
        take(last.ids, !checked);
        showNames();
        company.querySelector("input")?.focus();
      };
      const beside = `${counted(last.ids.length, t`kollega`, t`kollegor`)}, ${moment(last.started, powers.now())}`;
      put(company, pick({ group: "company", checked, press, kind: "checkbox", beside }, t`Samma som senast`));
    }
  }

  function showNames() {
    const said = known ? t`Namnen behöver nät. Räkna kollegorna utan namn så länge.` : t`Hämtar namn.`;
    const chips = (known ?? []).map(({ id, name }) => {
      const checked = form.draft.colleagues.includes(id);
      const press = () => take([id], !form.draft.colleagues.includes(id));
      return pick({ group: "colleagues", checked, press, kind: "checkbox" }, name);
    });
    put(names, ...(chips.length ? chips : [h("p", { class: "second pick--wide" }, said)]));
  }

  async function ask() {
    const all = await (await form.app.courier).colleagues();
    const others = all.filter(({ id }) => id !== who.user.id);
    known = byCompany(others, entries, who.user.id);
    showNames();
  }

  void ask();
  return {
    element: h(
      "fieldset",
      {},
      h("legend", { class: "label" }, t`Kollegor`),
      h("div", { class: "grid" }, company, names),
    ),
    /** @param {Partial<import("../core/shapes").Draft> | null} changed */
    refresh(changed) {
      if (!changed) {
        showNames();
      }
      if (!changed || changed.colleagues) {
        showCompany();
      }
    },
  };
}
