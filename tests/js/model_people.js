/** What people do with their entries in the model; false where there is none that it can be done to. */

import { entriesOf } from "../../static/js/core/entries.js";
import { DRAFT } from "./model_phone.js";
import { shown } from "./model_promises.js";

/** @typedef {import("./model_world.js").World} World */
/** @typedef {import("./model_tab.js").Tab} Tab */

/** @type {Record<string, (world: World) => unknown>} */
export const BY_PEOPLE = {
  save: (world) => void world.save(world.tab(), world.roll() < 0.8 ? "foot_patrol" : "survey"),
  "save what is refused": (world) => void world.save(world.tab(), "odd"),
  "save what is held": (world) => void world.save(world.tab(), "secret"),
  "amend an entry": (world) =>
    onEntry(
      world,
      ({ state }) => state !== "removed" && state !== "unreadable",
      (tab, id) => {
        const base_rev = tab.book.entries.find((one) => one.id === id)?.rev ?? null;
        const type = world.pick(["survey", "training", "outreach"]);
        return tab.book.save({ ...DRAFT, type, mends: { activity_id: id, base_rev } });
      },
    ),
  "take an entry back": (world) =>
    onEntry(
      world,
      ({ state }) => state !== "unreadable",
      (tab, id) => tab.book.withdraw([id]),
    ),
  "keep the own version": (world) =>
    onEntry(
      world,
      ({ conflict }) => conflict !== null,
      (tab, id) => tab.book.decide("keepMine", id),
    ),
  "keep the other version": (world) =>
    onEntry(
      world,
      ({ conflict }) => conflict !== null,
      (tab, id) => tab.book.decide("discard", id),
    ),
  "throw away": (world) =>
    onEntry(
      world,
      ({ state }) => state === "need",
      (tab, id) => tab.book.decide("discard", id),
    ),
};

/** A person's deed on an entry that allows it. @param {World} world
 * @param {(entry: import("../../static/js/core/shapes").Entry) => boolean} allows
 * @param {(tab: Tab, id: string) => Promise<unknown>} deed @returns {boolean} */
function onEntry(world, allows, deed) {
  const tab = world.tab();
  tab.book.entries = entriesOf(tab.phone.disk.rows.map(shown), [...tab.phone.disk.told.values()]);
  const fitting = tab.book.entries.filter(allows);
  if (fitting.length === 0 || tab.thaw) {
    return false;
  }
  void deed(tab, world.pick(fitting).id).then(
    () => tab.sender.wake(),
    () => {},
  );
  return true;
}
