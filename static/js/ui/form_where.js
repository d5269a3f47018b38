/** Var: the nearest places, or those used last, and any other by search; never a map to wait for. */

import { likelyPlaces, placeNote } from "../core/choices.js";
import { t } from "../core/texts.js";
import { focusChosen, h, icon, part, put } from "./dom.js";
import { pick } from "./form_what.js";

/** @typedef {{place: import("../core/shapes").Place, away: number | null}} Near */

const QUICK = 3;

/** @param {import("./form_pieces.js").Form} form @returns {import("./form_pieces.js").FormPart} */
export function attachWhere(form) {
  const box = part(form.root, "where");
  const hint = part(form.root, "where-hint");
  let touched = false;
  /** @type {Near[]} */
  let places = [];

  /** @param {Near} near @param {string} style @param {boolean} whole */
  function choice({ place, away }, style, whole) {
    const note = whole ? placeNote(place, away, form.app.book.powers.now()) : "";
    const how = {
      group: "where",
      checked: form.draft.place === place.id,
      style,
      press: () => choose(place.id),
    };
    return pick(whole ? { ...how, shape: "pin" } : how, place.name, note);
  }

  /** @param {string | null} id */
  function choose(id) {
    touched = true;
    form.change({ place: id, proposed: undefined });
    if (box.querySelector("input[type=search]")) {
      bringForward(id);
      quick();
      /** @type {HTMLElement | null} */ (box.querySelector("input:checked"))?.focus();
    }
  }

  /** @param {string | null} id */
  function bringForward(id) {
    places = [
      ...places.filter(({ place }) => place.id === id),
      ...places.filter(({ place }) => place.id !== id),
    ];
  }

  /** @param {import("../core/shapes").ProposedPlace} proposed */
  function propose(proposed) {
    touched = true;
    form.change({ place: null, proposed });
  }

  function quick() {
    const [first, second, ...rest] = places.slice(0, QUICK);
    const { proposed } = form.draft;
    const press = () => proposed && propose(proposed);
    const other = h(
      "button",
      { class: "chip chip--more", type: "button", onclick: every },
      t`Annan plats`,
      icon("right"),
    );
    put(
      box,
      proposed &&
        pick(
          { group: "where", checked: true, style: " pick--wide", press, shape: "pin" },
          proposed.name,
          t`föreslagen`,
        ),
      first && choice(first, " pick--wide", true),
      second && choice(second, " pick--wide", true),
      ...rest.map((near) => choice(near, "", false)),
      other,
    );
  }

  async function every() {
    const { showSearch } = await import("./form_search.js");
    showSearch(form, box, places, choice, choose, (proposed) => {
      propose(proposed);
      quick();
      focusChosen(box);
    });
  }

  function sort() {
    const { app, reference, draft } = form;
    places = likelyPlaces(reference, app.book.entries, draft.type, app.here);
    const isUsed = app.book.entries.some(({ activity }) => activity.place === places[0]?.place.id);
    const preset = app.here || isUsed ? (places[0]?.place.id ?? null) : null;
    const place = touched || draft.mends ? draft.place : (draft.place ?? preset);
    form.draft = { ...draft, place };
    bringForward(place);
    showHint();
  }

  function showHint() {
    hint.textContent = form.app.here ? t`närmast först` : t`senast använda först`;
  }

  form.app.onLocated(() => {
    const isBusy = box.querySelector("[data-proposal], [type=search]:not([data-near])"); // nothing moves under the hand
    const isShown = form.root.isConnected && !form.root.closest("[hidden]");
    const isIdle = !touched && !form.draft.mends && isShown && form.app.here !== null && !isBusy;
    if (isIdle) {
      form.draft = { ...form.draft, place: null };
      sort();
      quick();
      form.change({ place: form.draft.place });
    }
    showHint();
  });

  return {
    refresh(changed) {
      if (changed && (changed.type === undefined || touched)) {
        return;
      }
      if (changed) {
        form.draft = { ...form.draft, place: null }; // another kind, another usual place
      } else {
        touched = Boolean(form.draft.place ?? form.draft.proposed); // brought along, from a sign or an earlier entry
      }
      sort();
      quick();
    },
  };
}
