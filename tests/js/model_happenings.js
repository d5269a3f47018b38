/** All that may happen in the model, and how often; false where there was nothing for it to happen to. */

import { compare } from "./model_calm.js";
import { ON_THE_LINE } from "./model_line.js";
import { BY_PEOPLE } from "./model_people.js";
import { Disk, Phone } from "./model_phone.js";

/** @typedef {import("./model_world.js").World} World */

const MOST_TABS = 3;
const MOST_PHONES = 4;

/** @type {Record<string, (world: World) => unknown>} */
const TO_APPS = {
  "time passes": (world) => world.pass(Math.floor(world.roll() * 120_000)),
  "an hour passes": (world) => world.pass(3_600_000),
  "days pass": (world) => world.pass(3 * 86_400_000),
  "a day's comparison": (world) => {
    const tab = world.tab();
    return (
      world.user === "me" &&
      !tab.thaw &&
      void compare(world, tab).then(
        () => tab.sender.wake(),
        () => {},
      )
    );
  },
  "the app dies": (world) => {
    world.tab().fuse = Math.floor(world.roll() * 12);
  },
  "the app dies at once": (world) => world.tab().die(),
  "the app starts": (world) => world.tabs.length < MOST_TABS && world.open(world.phone()),
  "a tab freezes": (world) => {
    world.tab().thaw ??= [];
  },
  "a tab thaws": (world) => {
    const frozen = world.tabs.find(({ thaw }) => thaw);
    const waiting = frozen?.thaw ?? [];
    if (frozen) {
      frozen.thaw = null;
    }
    waiting.forEach((go) => void go());
    return Boolean(frozen);
  },
  "somebody looks at the app": (world) => {
    const tab = world.tab();
    void (world.user === "me" ? tab.sender.wake({ signedIn: true }) : tab.sender.pause("other_user"));
  },
  "the clock is set": (world) => {
    world.phone().offset = world.pick([0, 0, -10, 10, -1 / 365, 1 / 365]) * 365 * 86_400_000;
  },
  "the session ends": (world) => {
    world.user = null;
  },
  "another signs in": (world) => {
    world.user = "other";
    world.tabs.forEach((tab) => void tab.sender.pause("other_user"));
  },
  "the user is back": (world) => {
    world.user = "me";
    world.tabs.forEach((tab) => void tab.sender.wake({ signedIn: true }));
  },
  "the disk is full": (world) => {
    world.phone().isFull = true;
  },
  "the disk has room": (world) => {
    world.phones.forEach((phone) => {
      phone.isFull = false;
    });
  },
};

/** @type {Record<string, (world: World) => unknown>} */
const TO_DISKS = {
  "a record is spoilt": (world) => {
    const { disk } = world.phone();
    if (disk.rows.length === 0 || world.roll() < 0.7) {
      return false;
    }
    const item = world.pick(disk.rows);
    const how = world.pick([{ state: "flying" }, { body: "{" }, { body: `${item.body} ` }, { sha256: 7 }]);
    disk.spoilt.add(item.seq);
    disk.outbox.set(item.seq, /** @type {any} */ ({ ...item, ...how }));
    return true;
  },
  "a profile is cloned": (world) => {
    if (world.phones.length >= MOST_PHONES || world.roll() < 0.8) {
      return false;
    }
    const { disk } = world.phone();
    const copy = new Disk();
    Object.assign(copy, {
      outbox: structuredClone(disk.outbox),
      told: structuredClone(disk.told),
      facts: structuredClone(disk.facts),
      promised: new Map(disk.promised),
      dealtWith: new Set(disk.dealtWith),
      spoilt: new Set(disk.spoilt),
    });
    world.phones.push(new Phone(copy));
    return true;
  },
};

/** @type {Record<string, (world: World) => unknown>} */
const TO_THE_SERVER = {
  "a coordinator corrects": (world) => world.server.correct(world.roll()),
  "a backup is made": (world) => world.server.back_up(),
  "the server is restored": (world) => world.server.restore(),
  "a replica follows": (world) => world.server.replicate(),
  "the replica takes over": (world) => world.server.fail_over(),
};

export const HAPPENINGS = { ...BY_PEOPLE, ...ON_THE_LINE, ...TO_APPS, ...TO_DISKS, ...TO_THE_SERVER };

/** @type {Readonly<Record<string, number>>} how much more often than others */
const OFTEN = {
  save: 8,
  answered: 24,
  "amend an entry": 4,
  "take an entry back": 2,
  "time passes": 12,
  "the app starts": 3,
  "somebody looks at the app": 6,
  "the user is back": 4,
  "keep the own version": 2,
  "keep the other version": 6,
  "throw away": 2,
  "a coordinator corrects": 2,
  "the disk has room": 4,
  "a tab thaws": 3,
};
export const WEIGHED = Object.keys(HAPPENINGS).flatMap((name) => new Array(OFTEN[name] ?? 1).fill(name));
export const NAMES = Object.keys(HAPPENINGS);
